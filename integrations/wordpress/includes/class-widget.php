<?php
/**
 * The tag of the list, its script and its style.
 *
 * @package GoodPracticeBrowser
 */

namespace GoodPracticeBrowser;

defined( 'ABSPATH' ) || exit;

/**
 * Writes `<good-practice-browser>`. Nothing else in this plugin writes the tag into a page.
 */
final class Widget {

	/** Handle of the script and of the style. */
	const HANDLE = 'good-practice-browser';

	/** How many posts visitors without JavaScript read. */
	const FALLBACK_POSTS = 20;

	/** The options, and what a value must look like. A list of words means any of them. */
	const OPTIONS = array(
		'heading'        => '/./u',
		'heading-level'  => '/^[1-6]$/',
		'facets'         => array( 'topic', 'country', 'city', 'year', 'year-range' ),
		'views'          => array( 'cards', 'map', 'statistics' ),
		'empty-values'   => '/^(?:hide|show)$/',
		'sort'           => '/^(?:relevance|feed|newest|oldest|title|city)$/',
		'hits-per-page'  => '/^[1-9]\d{0,3}$/',
		'scope'          => '/./u',
		'preset'         => '/./u',
		'exclude-topics' => '/./u',
		'image-hosts'    => '/^[\w.:-]+(?:[\s,]+[\w.:-]+)*$/',
		'template-href'  => '/./u',
		'theme'          => '/^(?:auto|light|dark)$/',
		'loading'        => '/^(?:eager|lazy)$/',
		'url'            => '/^(?:query|hash|off)$/',
		'url-key'        => '/^[\w.-]+$/',
	);

	/** Attributes with an address. */
	const ADDRESSES = array( 'src', 'assets-href', 'template-href' );

	/**
	 * Adds the actions and filters.
	 */
	public static function register(): void {
		add_action( 'init', array( self::class, 'register_files' ) );
		add_action( 'wp_enqueue_scripts', array( self::class, 'enqueue_early' ) );
	}

	/**
	 * Tells WordPress where the script and the style are.
	 */
	public static function register_files(): void {
		// WordPress before 6.3 takes the last argument as “in the footer”.
		wp_register_script( self::HANDLE, self::folder() . 'good-practice-browser.js', array(), VERSION, array( 'strategy' => 'defer' ) );
		wp_register_style( self::HANDLE, false, array(), VERSION );
	}

	/**
	 * The address of the folder with the files of the list, with a slash at its end.
	 */
	public static function folder(): string {
		return plugins_url( 'embed/', FILE );
	}

	/**
	 * Puts the style into the head if the page has a list in its content. WordPress runs this before it
	 * draws the content. The style of other lists comes late in classic themes, just before the script.
	 */
	public static function enqueue_early(): void {
		$post = is_singular() ? get_post() : null;
		if ( $post && ( has_block( Block::NAME, $post ) || has_shortcode( $post->post_content, Shortcode::NAME ) ) ) {
			self::enqueue();
		}
	}

	/**
	 * Adds the script and the style to the page, once.
	 */
	public static function enqueue(): void {
		wp_enqueue_script( self::HANDLE );
		wp_enqueue_style( self::HANDLE );
		if ( ! wp_styles()->get_data( self::HANDLE, 'after' ) ) {
			wp_add_inline_style( self::HANDLE, self::css() );
		}
	}

	/**
	 * The style of the list. `:where()` lets rules of the site win. The room until the list is drawn
	 * keeps what is below it from moving. In full width, the text does not touch the window.
	 */
	public static function css(): string {
		$css = '@media (scripting:enabled){:where(good-practice-browser):not(:defined){display:block;min-height:100svh}}'
			. ':where(.alignfull)>:where(good-practice-browser){padding-inline:clamp(1rem,4vw,3rem)}'
			. '.good-practice-browser-note{margin-block:0 1em;padding:.75em 1em;border:1px solid;border-inline-start-width:.25em;font-size:.875em}';
		foreach ( ThemeColours::tokens() as $token => $value ) {
			$css .= ":where(good-practice-browser){{$token}:$value}";
		}
		return $css;
	}

	/**
	 * The list. Options that are unknown or wrong are ignored. People who can edit read which ones.
	 *
	 * @param array $options Option => value. `source` is the id of a source; without it, the first source is shown.
	 */
	public static function render( array $options ): string {
		$id       = (string) ( $options['source'] ?? '' );
		$source   = '' === $id ? self::first_source() : Sources::get( $id );
		if ( ! $source ) {
			return self::note( array( self::missing_source( $id ) ) );
		}
		$fallback = self::fallback( $source );
		// Readers of RSS run no script.
		if ( is_feed() ) {
			return self::without_shortcodes( $fallback );
		}
		self::enqueue();
		unset( $options['source'] );
		$problems   = array();
		$attributes = self::source_attributes( $source );
		foreach ( self::attributes( $options, $problems ) as $name => $value ) {
			// Further hosts of images are added to those of the source.
			$attributes[ $name ] = 'image-hosts' === $name ? trim( ( $attributes[ $name ] ?? '' ) . " $value" ) : $value;
		}
		$tag = '<good-practice-browser';
		foreach ( $attributes as $name => $value ) {
			$tag .= sprintf( ' %s="%s"', $name, in_array( $name, self::ADDRESSES, true ) ? esc_url( $value ) : esc_attr( $value ) );
		}
		return self::note( $problems ) . self::without_shortcodes( "$tag>$fallback</good-practice-browser>" );
	}

	/**
	 * The attributes that a source gives to the tag.
	 *
	 * @param array $source A source.
	 */
	public static function source_attributes( array $source ): array {
		$attributes = array(
			'src'         => esc_url_raw( FeedRoute::url( $source['id'] ) ),
			// Plugins that move or combine scripts hide from the script where its other files are.
			'assets-href' => esc_url_raw( self::folder() ),
		);
		$hosts      = self::image_hosts( $source );
		return $hosts ? $attributes + array( 'image-hosts' => implode( ' ', $hosts ) ) : $attributes;
	}

	/**
	 * The hosts of the images of a source, if they are not the host of this site.
	 *
	 * @param array $source A source.
	 */
	private static function image_hosts( array $source ): array {
		$home    = wp_parse_url( home_url(), PHP_URL_HOST );
		$uploads = wp_get_upload_dir();
		$address = 'address' === $source['kind'] ? $source['url'] : $uploads['baseurl'];
		return array_diff( array_filter( array( wp_parse_url( $address, PHP_URL_HOST ) ) ), array( $home ) );
	}

	/**
	 * The source that is shown if none is chosen.
	 */
	private static function first_source(): ?array {
		$sources = Sources::all();
		return $sources ? reset( $sources ) : null;
	}

	/**
	 * The options that are right, as attributes.
	 *
	 * @param array    $options  Option => value.
	 * @param string[] $problems Gets a sentence for each wrong option.
	 */
	private static function attributes( array $options, array &$problems ): array {
		$attributes = array();
		foreach ( $options as $name => $value ) {
			$rule  = self::OPTIONS[ $name ] ?? null;
			$value = is_scalar( $value ) ? trim( (string) $value ) : '';
			if ( ! $rule ) {
				/* translators: 1: name of an option, 2: list of names. */
				$problems[] = sprintf( __( 'There is no option “%1$s”. The options are: %2$s.', 'good-practice-browser' ), $name, 'source, ' . implode( ', ', array_keys( self::OPTIONS ) ) );
			} elseif ( is_array( $rule ) ) {
				$words                = preg_split( '/[\s,]+/', strtolower( $value ), -1, PREG_SPLIT_NO_EMPTY );
				$attributes[ $name ]  = implode( ' ', array_unique( array_intersect( $words, $rule ) ) );
				foreach ( array_diff( $words, $rule ) as $word ) {
					/* translators: 1: name of an option, 2: a word, 3: list of words. */
					$problems[] = sprintf( __( 'The option “%1$s” does not know “%2$s”. It knows: %3$s.', 'good-practice-browser' ), $name, $word, implode( ', ', $rule ) );
				}
			} elseif ( preg_match( $rule, $value ) ) {
				$attributes[ $name ] = $value;
			} elseif ( '' !== $value ) {
				/* translators: 1: name of an option, 2: its value. */
				$problems[] = sprintf( __( 'The option “%1$s” has a wrong value: “%2$s”. The list ignores it.', 'good-practice-browser' ), $name, $value );
			}
		}
		return $attributes;
	}

	/**
	 * Why there is no list.
	 *
	 * @param string $id The id that was asked for, or ''.
	 */
	private static function missing_source( string $id ): string {
		if ( ! Sources::all() ) {
			return __( 'The list has no source yet. An administrator adds one in Settings → Good practices.', 'good-practice-browser' );
		}
		/* translators: 1: id of a source, 2: list of ids. */
		return sprintf( __( 'There is no source “%1$s”. The sources are: %2$s.', 'good-practice-browser' ), $id, implode( ', ', array_keys( Sources::all() ) ) );
	}

	/**
	 * A note that only people who can edit read.
	 *
	 * @param string[] $problems Sentences.
	 */
	private static function note( array $problems ): string {
		if ( ! $problems || ! current_user_can( 'edit_posts' ) || is_feed() ) {
			return '';
		}
		self::enqueue();
		$html = '<div class="good-practice-browser-note" role="note"><strong>' . esc_html__( 'Visitors do not see this note.', 'good-practice-browser' ) . '</strong>';
		foreach ( $problems as $problem ) {
			$html .= '<br>' . esc_html( $problem );
		}
		return self::without_shortcodes( "$html</div>" );
	}

	/**
	 * What visitors without JavaScript and search engines read: the newest posts as links.
	 *
	 * @param array $source A source.
	 */
	private static function fallback( array $source ): string {
		$posts = 'posts' === $source['kind'] && '' === OwnPosts::problem_with( $source ) ? self::newest_posts( $source ) : array();
		if ( ! $posts ) {
			return '<p>' . esc_html__( 'This list of good practices needs JavaScript.', 'good-practice-browser' ) . '</p>';
		}
		$html = '<ul>';
		foreach ( $posts as $post ) {
			$title = get_the_title( $post );
			$html .= sprintf( '<li><a href="%s">%s</a></li>', esc_url( get_permalink( $post ) ), esc_html( wp_strip_all_tags( '' === $title ? get_permalink( $post ) : $title ) ) );
		}
		$html   .= '</ul>';
		$archive = self::archive( $source );
		if ( $archive && count( $posts ) === self::FALLBACK_POSTS ) {
			$html .= sprintf( '<p><a href="%s">%s</a></p>', esc_url( $archive ), esc_html__( 'More', 'good-practice-browser' ) );
		}
		return $html;
	}

	/**
	 * The newest posts of a source that everybody may read.
	 *
	 * @param array $source A source of the kind “posts”.
	 * @return \WP_Post[]
	 */
	private static function newest_posts( array $source ): array {
		$query = array(
			'post_type'        => $source['post_type'],
			'post_status'      => 'publish',
			'has_password'     => false,
			'numberposts'      => self::FALLBACK_POSTS,
			'suppress_filters' => false,
		);
		if ( $source['taxonomy'] ) {
			// phpcs:ignore WordPress.DB.SlowDBQuery.slow_db_query_tax_query -- One query of twenty posts.
			$query['tax_query'] = array(
				array(
					'taxonomy' => $source['taxonomy'],
					'terms'    => (int) $source['term'],
				),
			);
		}
		return get_posts( $query );
	}

	/**
	 * The address of the archive of a source, '' if there is none.
	 *
	 * @param array $source A source of the kind “posts”.
	 */
	private static function archive( array $source ): string {
		$link = $source['taxonomy'] ? get_term_link( (int) $source['term'], $source['taxonomy'] ) : get_post_type_archive_link( $source['post_type'] );
		return is_string( $link ) ? $link : '';
	}

	/**
	 * WordPress runs shortcodes in everything that a page shows, also in titles of posts and in what
	 * an author typed into the block. Brackets as entities are no shortcodes.
	 *
	 * @param string $html HTML.
	 */
	private static function without_shortcodes( string $html ): string {
		return strtr(
			$html,
			array(
				'[' => '&#91;',
				']' => '&#93;',
			)
		);
	}
}
