<?php
/**
 * @package GoodPracticeBrowser
 */

namespace GoodPracticeBrowser;

defined( 'ABSPATH' ) || exit;

/** City, country and period: fields of a post that editors fill in. */
final class PracticeFields {
	/** The names of the fields in our feed format, by the names of the post's fields. */
	const FIELDS = array(
		'gpb_city'    => 'city',
		'gpb_country' => 'country',
		'gpb_period'  => 'period',
	);

	/**
	 * Names that other fields and taxonomies of a site have for the same, without a difference between `City`, `_city` and `city`. The widget
	 * knows them too (field-names.ts).
	 */
	const OTHER_NAMES = array(
		'city'    => 'city cities town municipality commune locality cityname stadt ort gemeinde kommune ville ciudad municipio citta comune cidade stad gemeente miasto',
		'country' => 'country countries countrycode countryname nation land staat pays pais paese kraj',
		'period'  => 'period year years duration daterange timeframe zeitraum laufzeit jahr jahre periode duree annee periodo ano anno okres rok',
	);

	/** Switches the fields on. */
	public static function register(): void {
		// Late, so that plugins and themes have registered their types of posts.
		add_action( 'init', array( self::class, 'register_fields' ), 99 );
	}

	/** Registers the fields for the types of posts that sources show. */
	public static function register_fields(): void {
		foreach ( self::post_types() as $type ) {
			// Without it, the REST API of WordPress leaves the fields out, and the editor could not save them.
			add_post_type_support( $type, 'custom-fields' );
			foreach ( self::FIELDS as $name => $field ) {
				register_post_meta(
					$type,
					$name,
					array(
						'single'            => true,
						'type'              => 'string',
						'show_in_rest'      => true,
						'sanitize_callback' => array( self::class, 'sanitize' ),
						'auth_callback'     => array( self::class, 'may_edit' ),
					)
				);
			}
		}
	}

	/** @return string[] The types of posts that have the fields. */
	public static function post_types(): array {
		return array_values( array_filter( Sources::post_types(), array( OwnPosts::class, 'is_listable_type' ) ) );
	}

	/** Makes one line of a value. */
	public static function sanitize( $value ): string {
		return is_scalar( $value ) ? Texts::clip( sanitize_text_field( (string) $value ), Texts::MAX_NAME ) : '';
	}

	/** Whether the user may change the field of a post: if she may edit the post. */
	public static function may_edit( $allowed, $key, $post_id, $user_id ): bool {
		return user_can( $user_id, 'edit_post', $post_id );
	}

	/** Which of our fields a name of another field or of a taxonomy means; '' if none. */
	public static function meaning_of( string $name ): string {
		$key = preg_replace( '/[^a-z]+/', '', strtolower( remove_accents( $name ) ) );
		foreach ( self::OTHER_NAMES as $field => $names ) {
			if ( in_array( $key, explode( ' ', $names ), true ) ) {
				return $field;
			}
		}
		return '';
	}

	/** Whether the feed depends on a field of posts. */
	public static function is_used( string $meta_key ): bool {
		return isset( self::FIELDS[ $meta_key ] ) || '' !== self::meaning_of( $meta_key );
	}

	/**
	 * City, country and period of a post, as far as it has them. Our own fields take precedence. Of other fields, only those count that the
	 * site shows to everybody in the REST API.
	 *
	 * @return array<string, string>
	 */
	public static function of( \WP_Post $post ): array {
		$values = array();
		$names  = self::FIELDS;
		foreach ( get_registered_meta_keys( 'post', $post->post_type ) + get_registered_meta_keys( 'post' ) as $name => $settings ) {
			$names += empty( $settings['show_in_rest'] ) ? array() : array( $name => self::meaning_of( $name ) );
		}
		foreach ( array_filter( $names ) as $name => $field ) {
			$value = get_post_meta( $post->ID, $name, true );
			$text  = is_scalar( $value ) ? Texts::line( (string) $value, Texts::MAX_NAME ) : '';
			if ( '' !== $text ) {
				$values += array( $field => $text );
			}
		}
		return $values;
	}
}
