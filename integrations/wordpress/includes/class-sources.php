<?php
/**
 * @package GoodPracticeBrowser
 */

namespace GoodPracticeBrowser;

defined( 'ABSPATH' ) || exit;

/**
 * What lists may show, as administrators define it: posts of this site, or the address of another site. A source is an array with `id`,
 * `label` and `kind`; of the kind `posts` also `post_type`, `taxonomy` ('' for all posts) and `term`; of the kind `address` also `url`.
 */
final class Sources {
	const OPTION = 'good_practice_browser_sources';
	/** An id is part of an address, and of names of options. */
	const ID = '[a-z][a-z0-9-]{0,39}';

	/** @return array<string, array> All sources by their ids, in the order in which they were defined. */
	public static function all(): array {
		$sources = get_option( self::OPTION, array() );
		return is_array( $sources ) ? $sources : array();
	}

	/** A source by its id; null if there is none. */
	public static function get( string $id ): ?array {
		$sources = self::all();
		return isset( $sources[ $id ] ) ? $sources[ $id ] : null;
	}

	/**
	 * Defines a source, or changes the one that has this id. The caller checks the rights of the user.
	 *
	 * @param array       $raw What a form sent, without slashes. Without an `id`, one is made of the label.
	 * @param string|null $id  Becomes the id of the source, if it was saved.
	 * @return string[] What is wrong, in plain words. Nothing is saved then.
	 */
	public static function save( array $raw, ?string &$id = null ): array {
		$sources = self::all();
		$source  = array(
			'id'    => self::text( $raw, 'id' ),
			'label' => Texts::clip( self::text( $raw, 'label' ), Texts::MAX_NAME ),
			'kind'  => self::text( $raw, 'kind' ),
		);
		if ( '' === $source['id'] ) {
			$source['id'] = self::make_id( $source['label'], $sources );
		}
		$problems = array();
		if ( ! preg_match( '/^' . self::ID . '$/D', $source['id'] ) ) {
			$problems[] = __( 'The short name may contain small letters from a to z, digits and hyphens. It begins with a letter, and has at most 40 characters.', 'good-practice-browser' );
		}
		if ( '' === $source['label'] ) {
			$problems[] = __( 'Give the source a name.', 'good-practice-browser' );
		}
		if ( 'posts' === $source['kind'] ) {
			$source    += array(
				'post_type' => self::text( $raw, 'post_type' ),
				'taxonomy'  => self::text( $raw, 'taxonomy' ),
				'term'      => absint( self::text( $raw, 'term' ) ),
			);
			$problems[] = OwnPosts::problem_with( $source );
		} elseif ( 'address' === $source['kind'] ) {
			$source['url'] = self::text( $raw, 'url' );
			$problems[]    = AddressGuard::problem_with( $source['url'] );
		} else {
			$problems[] = __( 'Choose what the source is: posts of this site, or the list of another site.', 'good-practice-browser' );
		}
		$problems = array_values( array_filter( $problems ) );
		if ( $problems ) {
			return $problems;
		}
		$id             = $source['id'];
		$sources[ $id ] = $source;
		update_option( self::OPTION, $sources, false );
		/** Fires after a source was saved. */
		do_action( 'good_practice_browser_source_saved', $source );
		return array();
	}

	/** Removes a source and everything that was stored for it. */
	public static function delete( string $id ): void {
		$sources = self::all();
		unset( $sources[ $id ] );
		update_option( self::OPTION, $sources, false );
		/** Fires after a source was removed. */
		do_action( 'good_practice_browser_source_deleted', $id );
	}

	/** @return string[] The types of the posts that sources show. */
	public static function post_types(): array {
		return array_values( array_unique( wp_list_pluck( wp_list_filter( self::all(), array( 'kind' => 'posts' ) ), 'post_type' ) ) );
	}

	private static function text( array $raw, string $name ): string {
		return isset( $raw[ $name ] ) && is_scalar( $raw[ $name ] ) ? trim( wp_check_invalid_utf8( (string) $raw[ $name ] ) ) : '';
	}

	private static function make_id( string $label, array $taken ): string {
		$name = trim( preg_replace( '/[^a-z0-9]+/', '-', strtolower( remove_accents( $label ) ) ), '-' );
		$name = rtrim( substr( preg_match( '/^[a-z]/', $name ) ? $name : "list-$name", 0, 36 ), '-' );
		for ( $id = $name, $count = 2; isset( $taken[ $id ] ); $count++ ) {
			$id = "$name-$count";
		}
		return $id;
	}
}
