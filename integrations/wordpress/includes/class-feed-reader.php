<?php
/**
 * @package GoodPracticeBrowser
 */

namespace GoodPracticeBrowser;

defined( 'ABSPATH' ) || exit;

/**
 * Reads the documents of another site, one after the other: our own format, the posts of a WordPress REST API, RSS or Atom. It asks for nothing
 * itself, and says which document it needs next.
 */
final class FeedReader {
	/** What the widget asks WordPress for (wordpress-address.ts), so that 100 posts come at once and each of them once. */
	const ASKED = array(
		'per_page' => '100',
		'orderby'  => 'id',
		'_embed'   => 'wp:term,wp:featuredmedia',
	);
	/** A longer description of an item is its text, not a summary. */
	const MAX_DESCRIPTION = 300;
	/** “The post … appeared first on …”: WordPress adds it to each text in RSS. */
	const FOOTER = '/<p>[^<>]{2,60}<a\s[^<>]*>[^<>]*<\/a>[^<>]{2,60}<a\s[^<>]*>[^<>]*<\/a>\.?<\/p>\s*$/';

	const ATOM = 'http://www.w3.org/2005/Atom';
	/** Where the texts of RSS 2.0, Atom and RSS 1.0 are. */
	const NAMESPACES = array( '', self::ATOM, 'http://purl.org/rss/1.0/', 'http://purl.org/rss/1.0/modules/content/' );

	/** @var array The source. */
	private $source;
	/** @var array What the first document says about all practices. */
	private $head = array();
	/** @var array[] The practices so far. */
	private $practices = array();
	/** @var int All records so far, also those that are no practice. */
	private $records = 0;
	/** @var string The address of the full texts of a large feed, which come last. */
	private $texts = '';
	/** @var bool Whether these come next. */
	private $reads_texts = false;

	/** @param array $source A source of the kind `address`. */
	public function __construct( array $source ) {
		$this->source = $source;
	}

	/** The address to fetch first. */
	public function first_address(): string {
		$address = strtok( $this->source['url'], '#' );
		if ( ! preg_match( '~(?:/|%2F)wp(?:/|%2F)v2(?:/|%2F)~i', $address ) ) {
			return $address;
		}
		foreach ( self::ASKED as $name => $value ) {
			if ( ! preg_match( "/[?&]$name(?:[=&[%]|$)/", $address ) ) {
				$address .= ( false === strpos( $address, '?' ) ? '?' : '&' ) . "$name=$value";
			}
		}
		return $address;
	}

	/**
	 * Reads a document.
	 *
	 * @param array{address: string, body: string, link: string, pages: int} $document
	 * @return string The address of the next document; '' after the last one.
	 * @throws FeedFailure If it is not a list of practices.
	 */
	public function read( array $document ): string {
		$body = trim( $document['body'], "\xEF\xBB\xBF \t\r\n" );
		if ( '' === $body ) {
			throw new FeedFailure( __( 'The other site sent an empty answer.', 'good-practice-browser' ) );
		}
		if ( preg_match( '/^[\[{]/', $body ) ) {
			$named = $this->read_json( $body, $document['address'] );
		} else {
			$named = $this->read_xml( $body, $document['address'] );
		}
		if ( $this->reads_texts ) {
			return '';
		}
		// The order of the widget (paging.ts).
		foreach ( array( $named, self::next_link( $document ), self::next_number( $document ) ) as $found ) {
			$next = self::on_same_host( $found, $document['address'] );
			if ( '' !== $next ) {
				return $next;
			}
		}
		$this->reads_texts = true;
		return self::on_same_host( $this->texts, $document['address'] );
	}

	/**
	 * The feed of all documents.
	 *
	 * @throws FeedFailure If no record is a practice.
	 */
	public function feed(): array {
		if ( $this->records && ! $this->practices ) {
			throw new FeedFailure( __( 'Nothing in the list of the other site has a title, so there is nothing to show.', 'good-practice-browser' ) );
		}
		return array(
			'version' => '1',
			'title'   => Texts::line( esc_html( $this->source['label'] ), Texts::MAX_TITLE ),
		) + $this->head + array( 'practices' => $this->practices );
	}

	/** The message of a server that answers with JSON, in quotation marks; '' if there is none. */
	public static function message_in( string $body ): string {
		$answer = json_decode( $body, true );
		$said   = is_array( $answer ) && isset( $answer['message'] ) && is_string( $answer['message'] ) ? Texts::plain( $answer['message'] ) : '';
		return '' === $said ? '' : '“' . Texts::clip( $said, 200 ) . '”';
	}

	/** The address that the header `Link` names: `<https://city.example/feed?page=2>; rel="next", <…>; rel=last`. Addresses may contain commas. */
	private static function next_link( array $document ): string {
		preg_match_all( '/<([^<>]*)>([^<]*)/', $document['link'], $links, PREG_SET_ORDER );
		foreach ( $links as list( , $target, $parameters ) ) {
			if ( preg_match( '/;\s*rel\s*=\s*(?:"(?:[^"]*\s)?next[\s"]|next\b)/i', $parameters ) ) {
				return (string) ( new FeedCleaner( $document['address'] ) )->address( $target );
			}
		}
		return '';
	}

	/** The address of the next page, by the number of pages that WordPress sends. */
	private static function next_number( array $document ): string {
		$address = $document['address'];
		$page    = preg_match( '/[?&]page=(\d+)/', $address, $found ) ? (int) $found[1] : 1;
		if ( $page >= $document['pages'] ) {
			return '';
		}
		if ( $found ) {
			return str_replace( $found[0], $found[0][0] . 'page=' . ( $page + 1 ), $address );
		}
		return $address . ( false === strpos( $address, '?' ) ? '?' : '&' ) . 'page=2';
	}

	/** An address on the host of a document; '' for any other, as a list may not make us ask others. */
	private static function on_same_host( string $address, string $document ): string {
		// A server behind a proxy may not know that it is reached by https.
		$secure = Texts::replace( '~^http://([^/?#]+?)(?::80)?(?=[/?#]|$)~i', 'https://$1', $address );
		return AddressGuard::host( $secure ) === AddressGuard::host( $document ) ? $secure : '';
	}

	/** @return string The address of the next page that the document names itself. */
	private function read_json( string $body, string $address ): string {
		$content = json_decode( $body, true, 64, JSON_BIGINT_AS_STRING );
		if ( ! is_array( $content ) ) {
			/* translators: %s: technical reason, in English */
			throw new FeedFailure( sprintf( __( 'The list of the other site is broken (JSON: %s). Tell the people of that site.', 'good-practice-browser' ), json_last_error_msg() ) );
		}
		$records = isset( $content['practices'] ) ? $content['practices'] : $content;
		if ( ! is_array( $records ) || array_values( $records ) !== $records ) {
			$said = self::message_in( $body );
			/* translators: %s: a message */
			$more = '' === $said ? '' : ' ' . sprintf( __( 'The site says: %s', 'good-practice-browser' ), $said );
			throw new FeedFailure( __( 'The answer of the other site is not a list of practices.', 'good-practice-browser' ) . $more );
		}
		$cleaner = new FeedCleaner( $address );
		if ( $this->reads_texts ) {
			$this->add_texts( $records, $cleaner );
			return '';
		}
		if ( isset( $records[0]['title']['rendered'] ) ) {
			$this->read_posts( $records, $address );
			return '';
		}
		$is_first = 0 === $this->records;
		$this->add( $records, $cleaner );
		if ( $records === $content ) {
			return '';
		}
		if ( $is_first ) {
			$this->head  = $cleaner->head( $content );
			$this->texts = (string) $cleaner->address( isset( $content['texts'] ) ? $content['texts'] : '' );
		}
		return (string) $cleaner->address( isset( $content['next_url'] ) ? $content['next_url'] : '' );
	}

	private function add( array $records, FeedCleaner $cleaner ): void {
		foreach ( $records as $record ) {
			++$this->records;
			$practice = $cleaner->practice( $record );
			if ( $practice && count( $this->practices ) < OwnPosts::MAX_POSTS ) {
				$this->practices[] = $practice;
			}
		}
	}

	/** Adds the full texts of a large feed to its practices. Their address in the other document (`details`) is not passed on. */
	private function add_texts( array $records, FeedCleaner $cleaner ): void {
		$texts = array();
		foreach ( $records as $record ) {
			$practice = is_array( $record ) ? $cleaner->practice( $record + array( 'title' => '-' ) ) : null;
			if ( isset( $practice['id'] ) ) {
				$texts[ $practice['id'] ] = array_intersect_key( $practice, array_flip( array( 'summary', 'sections', 'url', 'image', 'links', 'contact' ) ) );
			}
		}
		foreach ( $this->practices as $i => $practice ) {
			if ( isset( $practice['id'], $texts[ $practice['id'] ] ) ) {
				$this->practices[ $i ] = $texts[ $practice['id'] ] + $practice;
			}
		}
	}

	private function read_posts( array $posts, string $address ): void {
		foreach ( $posts as $post ) {
			$post   = is_array( $post ) ? $post : array();
			$record = self::post_to_record( $post, $address );
			$this->add( array( $record ), new FeedCleaner( isset( $record['url'] ) ? $record['url'] : $address ) );
		}
	}

	/** A post of a REST API, as the widget reads it (wordpress.ts). */
	private static function post_to_record( array $post, string $address ): array {
		$text    = static function ( string $name ) use ( $post ): string {
			$value = isset( $post[ $name ]['rendered'] ) ? $post[ $name ]['rendered'] : ( isset( $post[ $name ] ) ? $post[ $name ] : '' );
			return is_string( $value ) ? $value : '';
		};
		$content = $text( 'content' );
		$excerpt = Texts::replace( '/<a\s[^<>]*more-link.*/s', '', $text( 'excerpt' ) );
		$slug    = $text( 'slug' );
		$record  = array(
			'id'       => '' === $slug || false !== strpos( $slug, '%' ) ? ( isset( $post['id'] ) ? $post['id'] : '' ) : $slug,
			'title'    => Texts::line( $text( 'title' ), Texts::MAX_TITLE ),
			'url'      => $text( 'link' ),
			'summary'  => Texts::summary( Texts::is_automatic( $excerpt, $content ) ? '' : $excerpt, $content ),
			'sections' => array( array( 'html' => $content ) ),
			'image'    => self::image_of( $post ),
			'updated'  => $text( 'modified' ),
		);
		foreach ( array( 'meta', 'acf' ) as $group ) {
			foreach ( isset( $post[ $group ] ) && is_array( $post[ $group ] ) ? $post[ $group ] : array() as $name => $value ) {
				$field   = isset( PracticeFields::FIELDS[ $name ] ) ? PracticeFields::FIELDS[ $name ] : PracticeFields::meaning_of( (string) $name );
				$record += '' === $field || ! is_scalar( $value ) || '' === $value ? array() : array( $field => $value );
			}
		}
		return $record + self::terms_of( $post, $address );
	}

	/** Not the original image, which may have megabytes. */
	private static function image_of( array $post ): array {
		$media = isset( $post['_embedded']['wp:featuredmedia'][0] ) ? $post['_embedded']['wp:featuredmedia'][0] : array();
		$sizes = isset( $media['media_details']['sizes'] ) ? $media['media_details']['sizes'] : array();
		foreach ( array( 'medium_large', 'large' ) as $size ) {
			if ( isset( $sizes[ $size ]['source_url'] ) ) {
				$media['source_url'] = $sizes[ $size ]['source_url'];
				break;
			}
		}
		return isset( $media['source_url'] ) ? array(
			'src' => $media['source_url'],
			'alt' => isset( $media['alt_text'] ) ? $media['alt_text'] : '',
		) : array();
	}

	/** Topics, and places and periods from taxonomies with such names. All posts have the terms that the address selects, so these are none. */
	private static function terms_of( array $post, string $address ): array {
		wp_parse_str( (string) wp_parse_url( $address, PHP_URL_QUERY ), $parameters );
		$values = array( 'topics' => array() );
		$groups = isset( $post['_embedded']['wp:term'] ) ? (array) $post['_embedded']['wp:term'] : array();
		foreach ( array_filter( $groups, 'is_array' ) as $i => $terms ) {
			$link     = isset( $post['_links']['wp:term'][ $i ]['href'] ) ? (string) $post['_links']['wp:term'][ $i ]['href'] : '';
			$base     = preg_match( '~(?:/|%2F)([^/%?&]+)[?&]post=~i', $link, $parts ) ? $parts[1] : '';
			$selected = isset( $parameters[ $base ] ) ? wp_parse_id_list( $parameters[ $base ] ) : array();
			foreach ( array_filter( $terms, 'is_array' ) as $term ) {
				$term += array_fill_keys( array( 'id', 'name', 'slug', 'taxonomy' ), '' );
				if ( 'uncategorized' === $term['slug'] || 'post_format' === $term['taxonomy'] || in_array( (int) $term['id'], $selected, true ) ) {
					continue;
				}
				$meaning = PracticeFields::meaning_of( (string) $term['taxonomy'] );
				$values[ '' === $meaning ? 'topics' : $meaning ][] = $term['name'];
			}
		}
		if ( isset( $values['period'] ) ) {
			$values['period'] = implode( ', ', array_filter( $values['period'], 'is_string' ) );
		}
		return $values;
	}

	/** @return string The address of the next page that the document names itself. */
	private function read_xml( string $body, string $address ): string {
		$beginning = substr( $body, 0, 5000 );
		if ( ! preg_match( '/<(?:rss|feed|rdf:RDF)[\s>]/i', $beginning ) ) {
			if ( ! preg_match( '/<(?:!doctype html|html|body)/i', $beginning ) ) {
				throw new FeedFailure( __( 'The answer of the other site is neither JSON nor RSS.', 'good-practice-browser' ) );
			}
			throw new FeedFailure( __( 'This is a web page, not a list. Enter the address of the list itself: of its JSON, its RSS (often /feed/) or, in WordPress, /wp-json/wp/v2/posts.', 'good-practice-browser' ) );
		}
		// Entities could make gigabytes of a few letters. No feed needs them.
		if ( false !== stripos( $body, '<!ENTITY' ) || false !== strpos( $body, "\0" ) ) {
			throw new FeedFailure( __( 'The RSS of the other site has definitions that are not read, for safety.', 'good-practice-browser' ) );
		}
		require_once ABSPATH . WPINC . '/class-simplepie.php';
		$pie = new \SimplePie();
		$pie->enable_cache( false );
		// No order of its own, and no changes of the HTML, which is cleaned here.
		$pie->set_stupidly_fast( true );
		// With the content, it fetches nothing.
		$pie->set_raw_data( $body );
		if ( ! $pie->init() || $pie->error() ) {
			throw new FeedFailure( __( 'The RSS of the other site is broken. Tell the people of that site.', 'good-practice-browser' ) );
		}
		$language   = (string) $pie->get_language();
		$this->head = ( new FeedCleaner( $address ) )->head( array( 'language' => $language ) );
		foreach ( $pie->get_items() as $item ) {
			$record = self::item_to_record( $item );
			$this->add( array( $record ), new FeedCleaner( '' === $record['url'] ? $address : $record['url'] ) );
		}
		return (string) ( new FeedCleaner( $address ) )->address( $pie->get_link( 0, 'next' ) );
	}

	/**
	 * An item of RSS or Atom, as the widget reads it (syndication.ts). Texts are taken as they came: SimplePie would change their HTML.
	 *
	 * @param \SimplePie_Item $item
	 */
	private static function item_to_record( $item ): array {
		$text        = static function ( string $name ) use ( $item ): string {
			foreach ( self::NAMESPACES as $namespace ) {
				$tags = $item->get_item_tags( $namespace, $name );
				if ( isset( $tags[0]['data'] ) && '' !== trim( $tags[0]['data'] ) ) {
					// SimplePie escapes the titles of RSS.
					$is_escaped = 'title' === $name && self::ATOM !== $namespace;
					$data       = $is_escaped ? htmlspecialchars_decode( $tags[0]['data'], ENT_QUOTES ) : $tags[0]['data'];
					return Texts::replace( self::FOOTER, '', trim( $data ) );
				}
			}
			return '';
		};
		$content     = $text( 'encoded' ) . $text( 'content' );
		$description = $text( 'description' ) . $text( 'summary' );
		if ( '' === $content && mb_strlen( Texts::plain( $description ) ) > self::MAX_DESCRIPTION ) {
			list( $content, $description ) = array( $description, '' );
		}
		$is_automatic = '' !== $content && Texts::is_automatic( $description, $content );
		// The last part of an address is a better id: 12 for https://city.example/?p=12.
		$id     = preg_split( '/[\/:?#=&]+/', Texts::replace( '/ at http.*/', '', $text( 'guid' ) . $text( 'id' ) ), -1, PREG_SPLIT_NO_EMPTY );
		$record = array(
			'id'       => $id ? end( $id ) : '',
			'title'    => Texts::line( $text( 'title' ), Texts::MAX_TITLE ),
			'url'      => (string) $item->get_permalink(),
			'summary'  => Texts::summary( $is_automatic ? '' : $description, $content ),
			'sections' => array( array( 'html' => $content ) ),
			'topics'   => array(),
			'image'    => self::image_in( $item ),
			'updated'  => (string) $item->get_gmdate( 'Y-m-d' ),
		);
		foreach ( (array) $item->get_categories() as $category ) {
			$record['topics'][] = $category ? Texts::line( (string) $category->get_label(), Texts::MAX_NAME ) : '';
		}
		foreach ( $item->data['child'] as $elements ) {
			foreach ( $elements as $name => list( $element ) ) {
				$meaning = PracticeFields::meaning_of( $name );
				$record += '' === $meaning ? array() : array( $meaning => Texts::line( $element['data'], Texts::MAX_NAME ) );
			}
		}
		return $record;
	}

	/** @param \SimplePie_Item $item */
	private static function image_in( $item ): string {
		foreach ( array_filter( (array) $item->get_enclosures() ) as $enclosure ) {
			$is_image = 0 === strpos( (string) $enclosure->get_type(), 'image' ) || 'image' === $enclosure->get_medium();
			$image    = (string) ( $is_image ? $enclosure->get_link() : $enclosure->get_thumbnail() );
			if ( '' !== $image ) {
				return $image;
			}
		}
		return '';
	}
}
