<?php
/**
 * @package GoodPracticeBrowser
 */

namespace GoodPracticeBrowser;

defined( 'ABSPATH' ) || exit;

/** Makes a feed of this site's posts: what everybody may read, and nothing else. */
final class OwnPosts {
	/** The widget reads as many practices. */
	const MAX_POSTS = 20000;
	/** Posts in memory at once. */
	const BATCH = 100;

	/** Whether everybody may read posts of this type, on the site and in the REST API. */
	public static function is_listable_type( string $post_type ): bool {
		$type = get_post_type_object( $post_type );
		return $type && $type->public && $type->show_in_rest && 'attachment' !== $post_type && is_post_type_viewable( $type );
	}

	/** What is wrong with a source of this kind, in plain words; '' if nothing is. */
	public static function problem_with( array $source ): string {
		if ( ! self::is_listable_type( $source['post_type'] ) ) {
			/* translators: %s: technical name of a type of posts */
			return sprintf( __( 'Visitors may not read posts of the type “%s”, or it no longer exists. Choose another type in Settings → Good practices.', 'good-practice-browser' ), $source['post_type'] );
		}
		if ( '' === $source['taxonomy'] ) {
			return '';
		}
		$taxonomy = get_taxonomy( $source['taxonomy'] );
		if ( ! $taxonomy || ! $taxonomy->public || ! is_object_in_taxonomy( $source['post_type'], $source['taxonomy'] ) ) {
			/* translators: %s: technical name of a taxonomy */
			return sprintf( __( 'Posts of this type have no “%s”. Choose something else in Settings → Good practices.', 'good-practice-browser' ), $source['taxonomy'] );
		}
		if ( ! get_term( $source['term'], $source['taxonomy'] ) instanceof \WP_Term ) {
			return __( 'The category or tag of this source no longer exists. Choose another one in Settings → Good practices.', 'good-practice-browser' );
		}
		return '';
	}

	/**
	 * All posts of a source in our feed format, the newest first.
	 *
	 * @throws FeedFailure If the source has no posts that everybody may read.
	 */
	public static function feed( array $source ): array {
		$problem = self::problem_with( $source );
		if ( '' !== $problem ) {
			throw new FeedFailure( $problem );
		}
		wp_raise_memory_limit( 'admin' );
		return AnonymousVisit::during(
			static function () use ( $source ) {
				$practices = array();
				$untitled  = 0;
				foreach ( array_chunk( self::ids( $source ), self::BATCH ) as $ids ) {
					foreach ( self::load( $ids ) as $post ) {
						$practice = self::practice( $post, $source );
						if ( isset( $practice['title'] ) ) {
							$practices[] = $practice;
						} else {
							++$untitled;
						}
					}
					self::release( $ids, $source['post_type'] );
				}
				return array(
					'version'   => '1',
					'title'     => Texts::line( esc_html( $source['label'] ), Texts::MAX_TITLE ),
					'language'  => get_bloginfo( 'language' ),
					'practices' => $practices,
				) + ( $untitled ? array( 'x-untitled' => $untitled ) : array() );
			}
		);
	}

	/** @return int[] The numbers of the posts. Posts of the same date have an order too, so that the feed is always the same. */
	private static function ids( array $source ): array {
		$query = array(
			'post_type'              => $source['post_type'],
			'post_status'            => 'publish',
			'has_password'           => false,
			'orderby'                => array(
				'date' => 'DESC',
				'ID'   => 'DESC',
			),
			'posts_per_page'         => self::MAX_POSTS,
			'fields'                 => 'ids',
			'no_found_rows'          => true,
			'ignore_sticky_posts'    => true,
			'update_post_meta_cache' => false,
			'update_post_term_cache' => false,
		);
		if ( '' !== $source['taxonomy'] ) {
			// With the categories below it, as on the page that WordPress has for a category.
			$query['tax_query'] = array(
				array(
					'taxonomy' => $source['taxonomy'],
					'terms'    => array( $source['term'] ),
				),
			);
		}
		return array_map( 'intval', ( new \WP_Query( $query ) )->posts );
	}

	/**
	 * Loads posts with everything that the feed shows of them, in a few queries for all.
	 *
	 * @param int[] $ids
	 * @return \WP_Post[]
	 */
	private static function load( array $ids ): array {
		_prime_post_caches( $ids, true, true );
		$posts = array_filter( array_map( 'get_post', $ids ) );
		$media = array_map( 'get_post_thumbnail_id', $posts );
		_prime_post_caches( array_filter( $media ), false, true );
		update_post_parent_caches( $posts );
		update_post_author_caches( $posts );
		// Another query may have changed a post since we asked for the numbers.
		return array_filter( $posts, 'is_post_publicly_viewable' );
	}

	/** Lets go of posts, so that thousands of them need no more memory than a hundred. */
	private static function release( array $ids, string $post_type ): void {
		if ( wp_using_ext_object_cache() ) {
			if ( function_exists( 'wp_cache_supports' ) && wp_cache_supports( 'flush_runtime' ) ) {
				wp_cache_flush_runtime();
			}
			return;
		}
		$groups = array( 'posts', 'post_meta' );
		foreach ( get_object_taxonomies( $post_type ) as $taxonomy ) {
			$groups[] = "{$taxonomy}_relationships";
		}
		foreach ( $groups as $group ) {
			wp_cache_delete_multiple( $ids, $group );
		}
	}

	/** A post as a practice; without a title, it is none. */
	private static function practice( \WP_Post $post, array $source ): array {
		$content = Texts::body( self::render( $post ) );
		$url     = (string) get_permalink( $post );
		$updated = get_post_modified_time( 'Y-m-d\TH:i:s\Z', true, $post );
		$terms   = self::terms( $post, $source );
		return array_filter(
			array(
				// As the widget reads it from the REST API: other letters than Latin ones are %D0%BF in a slug.
				'id'       => '' === $post->post_name || false !== strpos( $post->post_name, '%' ) ? (string) $post->ID : $post->post_name,
				'title'    => Texts::line( get_the_title( $post ), Texts::MAX_TITLE ),
			) + PracticeFields::of( $post ) + $terms + array(
				'summary'  => Texts::summary( $post->post_excerpt, $content ),
				'sections' => '' === $content ? array() : array(
					array(
						'html' => $content,
						'base' => $url,
					),
				),
				'url'      => $url,
				'image'    => self::image( $post ),
				'updated'  => $updated ? $updated : '',
			)
		);
	}

	/** The content as the page of the post shows it. */
	private static function render( \WP_Post $post ): string {
		$GLOBALS['post'] = $post;
		setup_postdata( $post );
		ob_start();
		try {
			// [embed] would ask another site for a player while a visitor waits.
			$content = Texts::replace( '/\[embed\b[^\]]*\](.*?)\[\/embed\]/is', "\n\n$1\n\n", $post->post_content );
			// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- a filter of WordPress itself
			return (string) apply_filters( 'the_content', $content );
		} catch ( \Throwable $error ) {
			// A shortcode of another plugin failed. The list shows the text without it.
			return wpautop( strip_shortcodes( excerpt_remove_blocks( $post->post_content ) ) );
		} finally {
			ob_end_clean();
		}
	}

	/**
	 * The terms of a post in all public taxonomies: topics, or cities, countries and periods if the taxonomy has such a name. All posts have
	 * the term of the source, and posts without a category have the default one, so neither says anything.
	 */
	private static function terms( \WP_Post $post, array $source ): array {
		$values = array( 'topics' => array() );
		foreach ( get_object_taxonomies( $post, 'objects' ) as $name => $taxonomy ) {
			if ( ! $taxonomy->public || ! $taxonomy->show_in_rest || 'post_format' === $name ) {
				continue;
			}
			$terms    = get_the_terms( $post, $name );
			$meaning  = PracticeFields::meaning_of( $name );
			$fallback = (int) get_option( 'category' === $name ? 'default_category' : "default_term_$name" );
			foreach ( is_array( $terms ) ? $terms : array() as $term ) {
				$is_selected = $name === $source['taxonomy'] && $term->term_id === $source['term'];
				$label       = Texts::line( $term->name, Texts::MAX_NAME );
				if ( $is_selected || $term->term_id === $fallback || '' === $label ) {
					continue;
				}
				$values[ '' === $meaning ? 'topics' : $meaning ][] = $label;
			}
		}
		$values['topics'] = array_values( array_unique( $values['topics'] ) );
		if ( isset( $values['period'] ) ) {
			$values['period'] = implode( ', ', $values['period'] );
		}
		return $values;
	}

	/** The featured image, in a size for cards: the original may have megabytes. */
	private static function image( \WP_Post $post ): array {
		$id    = (int) get_post_thumbnail_id( $post );
		$image = $id && wp_attachment_is_image( $id ) ? wp_get_attachment_image_src( $id, 'medium_large' ) : false;
		if ( ! $image ) {
			return array();
		}
		$alt = get_post_meta( $id, '_wp_attachment_image_alt', true );
		return array_filter(
			array(
				// The feed is the same for visitors by http and by https.
				'src' => set_url_scheme( $image[0], wp_parse_url( home_url(), PHP_URL_SCHEME ) ),
				'alt' => is_string( $alt ) ? Texts::line( $alt, Texts::MAX_ALT ) : '',
			)
		);
	}
}
