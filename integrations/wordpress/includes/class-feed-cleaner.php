<?php
/**
 * @package GoodPracticeBrowser
 */

namespace GoodPracticeBrowser;

defined( 'ABSPATH' ) || exit;

/**
 * Rewrites what another site sent: only the fields of our format, of the right type and length, with addresses of the web. Everything else is
 * left out, so nothing that this site passes on is unknown.
 */
final class FeedCleaner {
	/** The widget reads as many places, topics, links and sections of a practice. */
	const MAX_ITEMS   = 200;
	const MAX_PERIOD  = 300;
	const MAX_ID      = 1000;
	const MAX_REMARK  = 100;
	const MAX_SYNONYM = 60;
	const MAX_CONTACT = 500;
	const LANGUAGE    = '/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/iD';
	const DATE        = '/^\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.+Z-]+)?)?)?$/D';

	/** @var string Where relative addresses start. */
	private $base;

	/** @param string $base The address of the document. */
	public function __construct( string $base ) {
		$this->base = $base;
	}

	/** What a document in our format says about all practices. Its title is that of the source. */
	public function head( array $document ): array {
		$topic = function ( $value ) {
			return $this->topic( $value );
		};
		$group = function ( $value ) {
			$terms = $this->items( $value, array( $this, 'synonym' ) );
			return count( $terms ) > 1 ? array_slice( $terms, 0, 20 ) : null;
		};
		return $this->fields(
			$document,
			array(
				'language' => array( $this, 'language' ),
				'license'  => array( $this, 'name' ),
				'updated'  => array( $this, 'date' ),
				'topics'   => $this->list_of( $topic, 5000 ),
				'synonyms' => $this->list_of( $group, 500 ),
			)
		);
	}

	/** A practice; null without a title. */
	public function practice( $record ): ?array {
		$name     = array( $this, 'name' );
		$practice = $this->fields(
			is_array( $record ) ? $record : array(),
			array(
				'id'        => $this->text_of( self::MAX_ID ),
				'title'     => $this->texts_of( Texts::MAX_TITLE ),
				'titleLang' => array( $this, 'language' ),
				'city'      => $this->one_or_list_of( $name ),
				'country'   => $this->one_or_list_of( $name ),
				'location'  => array( $this, 'location' ),
				'period'    => $this->text_of( self::MAX_PERIOD ),
				'years'     => $this->list_of( array( $this, 'year' ) ),
				'year'      => $this->list_of( array( $this, 'year' ) ),
				'topics'    => $this->list_of( array( $this, 'topic' ) ),
				'summary'   => $this->texts_of( Texts::MAX_SUMMARY ),
				'sections'  => $this->list_of( array( $this, 'section' ) ),
				'url'       => array( $this, 'address' ),
				'image'     => array( $this, 'image' ),
				'links'     => $this->list_of( array( $this, 'link' ) ),
				'contact'   => array( $this, 'contact' ),
				'updated'   => array( $this, 'date' ),
			)
		);
		return isset( $practice['title'] ) ? $practice : null;
	}

	/** An address of the web, absolute and without a user; null for any other value. */
	public function address( $value ): ?string {
		if ( ! is_string( $value ) || strlen( $value ) > AddressGuard::MAX_LENGTH ) {
			return null;
		}
		// The widget decodes character references, so none may hide another address.
		$text = trim( html_entity_decode( $value, ENT_QUOTES | ENT_HTML5, 'UTF-8' ) );
		if ( '' === $text || '#' === $text[0] ) {
			return null;
		}
		$text  = preg_match( '/^www\./i', $text ) ? "https://$text" : $text;
		$url   = preg_match( '/^[a-z][a-z0-9+.-]*:/i', $text ) ? $text : \WP_Http::make_absolute_url( $text, $this->base );
		$url   = str_replace( '&#', '%26#', esc_url_raw( $url, array( 'http', 'https' ) ) );
		$parts = wp_parse_url( $url );
		return ! empty( $parts['host'] ) && ! isset( $parts['user'] ) && ! isset( $parts['pass'] ) ? $url : null;
	}

	/**
	 * The fields of an object that have a value.
	 *
	 * @param array<string, callable> $readers What reads each field. It returns null for a value that is none.
	 */
	private function fields( array $values, array $readers ): array {
		$found = array();
		foreach ( $readers as $name => $read ) {
			$value = isset( $values[ $name ] ) ? $read( $values[ $name ] ) : null;
			if ( null !== $value && array() !== $value ) {
				$found[ $name ] = $value;
			}
		}
		return $found;
	}

	private function items( $list, callable $read, int $max = self::MAX_ITEMS ): array {
		$values = is_array( $list ) && ( array() === $list || isset( $list[0] ) ) ? array_slice( $list, 0, $max ) : array( $list );
		return array_values( array_filter( array_map( $read, $values ), array( self::class, 'is_something' ) ) );
	}

	/** Whether a value was read. */
	public static function is_something( $value ): bool {
		return null !== $value;
	}

	private function list_of( callable $read, int $max = self::MAX_ITEMS ): callable {
		return function ( $value ) use ( $read, $max ) {
			return $this->items( $value, $read, $max );
		};
	}

	/** A value, or a list in which an empty text is a place without a city or country. */
	private function one_or_list_of( callable $read ): callable {
		return function ( $value ) use ( $read ) {
			if ( ! is_array( $value ) ) {
				return $read( $value );
			}
			$values = array_map( $read, array_slice( array_values( $value ), 0, self::MAX_ITEMS ) );
			return array_filter( $values ) ? array_map( array( self::class, 'or_empty' ), $values ) : null;
		};
	}

	/** The value, or an empty text in its place. */
	public static function or_empty( $value ) {
		return null === $value ? '' : $value;
	}

	private function text_of( int $max ): callable {
		return function ( $value ) use ( $max ) {
			return $this->text( $value, $max );
		};
	}

	/** A text, or an object of texts by language. */
	private function texts_of( int $max ): callable {
		return function ( $value ) use ( $max ) {
			return $this->texts( $value, $this->text_of( $max ) );
		};
	}

	private function texts( $value, callable $read ) {
		if ( ! is_array( $value ) ) {
			return $read( $value );
		}
		$languages = array_filter( array_keys( $value ), array( $this, 'language' ) );
		return $this->fields( $value, array_fill_keys( $languages, $read ) );
	}

	/** A text without controls; null if nothing of it is left. */
	private function text( $value, int $max ): ?string {
		if ( ! is_string( $value ) && ! is_int( $value ) && ! is_float( $value ) ) {
			return null;
		}
		$text = trim( Texts::replace( '/[^\P{C}\n\t\x{AD}\x{200C}-\x{200F}\x{E0020}-\x{E007F}]+/u', '', (string) $value ) );
		return '' === $text ? null : Texts::clip( $text, $max );
	}

	/** Used as a callback, as are those below. */
	public function name( $value ): ?string {
		return $this->text( $value, Texts::MAX_NAME );
	}

	public function synonym( $value ): ?string {
		$text = $this->text( $value, self::MAX_SYNONYM + 1 );
		return null === $text || mb_strlen( $text ) > self::MAX_SYNONYM || preg_match( '/[,~]|&#/', $text ) ? null : $text;
	}

	public function language( $value ): ?string {
		return is_string( $value ) && strlen( $value ) < self::MAX_REMARK && preg_match( self::LANGUAGE, $value ) ? str_replace( '_', '-', $value ) : null;
	}

	public function date( $value ): ?string {
		return is_string( $value ) && strlen( $value ) < self::MAX_REMARK && preg_match( self::DATE, $value ) ? $value : null;
	}

	public function year( $value ): ?int {
		return is_numeric( $value ) && $value >= 1800 && $value <= 2099 ? (int) $value : null;
	}

	public function topic( $value ) {
		if ( ! is_array( $value ) ) {
			return $this->name( $value );
		}
		$topic = $this->fields(
			$value,
			array(
				'id'    => array( $this, 'name' ),
				'label' => $this->texts_of( Texts::MAX_NAME ),
			)
		);
		return $topic ? $topic : null;
	}

	public function section( $value ) {
		if ( ! is_array( $value ) ) {
			return $this->text( $value, Texts::MAX_HTML );
		}
		$html    = static function ( $html ) {
			$body = is_string( $html ) ? Texts::body( $html ) : '';
			return '' === $body ? null : $body;
		};
		$section = $this->fields(
			$value,
			array(
				'heading' => $this->texts_of( Texts::MAX_TITLE ),
				'text'    => $this->texts_of( Texts::MAX_HTML ),
				'html'    => function ( $value ) use ( $html ) {
					return $this->texts( $value, $html );
				},
				'base'    => array( $this, 'address' ),
			)
		);
		if ( ! isset( $section['text'] ) && ! isset( $section['html'] ) ) {
			return null;
		}
		// Relative addresses in it start at the other site.
		return $section + ( isset( $section['html'] ) ? array( 'base' => $this->base ) : array() );
	}

	public function image( $value ) {
		if ( ! is_array( $value ) ) {
			return $this->address( $value );
		}
		$image = $this->fields(
			$value,
			array(
				'src' => array( $this, 'address' ),
				'alt' => $this->texts_of( Texts::MAX_ALT ),
			)
		);
		return isset( $image['src'] ) ? $image : null;
	}

	public function link( $value ) {
		if ( ! is_array( $value ) ) {
			return $this->address( $value );
		}
		$link = $this->fields(
			$value,
			array(
				'url'   => array( $this, 'address' ),
				'label' => $this->texts_of( Texts::MAX_TITLE ),
			)
		);
		return isset( $link['url'] ) ? $link : null;
	}

	public function contact( $value ) {
		if ( ! is_array( $value ) ) {
			return $this->text( $value, self::MAX_CONTACT );
		}
		$email   = function ( $value ) {
			$text = $this->text( $value, self::MAX_CONTACT );
			return null !== $text && preg_match( '/^[^\s?&<>@…]+@[^\s?&<>@…]+$/uD', $text ) ? $text : null;
		};
		$contact = $this->fields(
			$value,
			array(
				'name'  => $this->text_of( self::MAX_CONTACT ),
				'email' => $email,
				'phone' => $this->text_of( self::MAX_CONTACT ),
				'url'   => array( $this, 'address' ),
			)
		);
		return $contact ? $contact : null;
	}

	/** A pair of numbers, an object with `lat` and `lon`, or a list of these with null in between. */
	public function location( $value ): ?array {
		$pair = $this->pair( $value );
		if ( $pair || ! is_array( $value ) ) {
			return $pair;
		}
		$pairs = array_map( array( $this, 'pair' ), array_slice( array_values( $value ), 0, self::MAX_ITEMS ) );
		return array_filter( $pairs ) ? $pairs : null;
	}

	public function pair( $value ): ?array {
		if ( ! is_array( $value ) ) {
			return null;
		}
		$pair = isset( $value['lat'], $value['lon'] ) ? array( $value['lat'], $value['lon'] ) : array_values( $value );
		return count( $pair ) === 2 && is_numeric( $pair[0] ) && is_numeric( $pair[1] ) && abs( $pair[0] ) <= 90 && abs( $pair[1] ) <= 180
			? array( (float) $pair[0], (float) $pair[1] )
			: null;
	}
}
