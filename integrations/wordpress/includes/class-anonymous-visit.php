<?php
/**
 * @package GoodPracticeBrowser
 */

namespace GoodPracticeBrowser;

defined( 'ABSPATH' ) || exit;

/**
 * Does work as if a visitor without a login had asked for it, in the language of the site. All visitors read the same feed, so nothing in it
 * may depend on the one who happened to come first.
 */
final class AnonymousVisit {
	/** What WordPress adds to a content, and a feed does not need: sizes of images, and players that other sites are asked for. */
	private static function superfluous_filters(): array {
		return array(
			'wp_filter_content_tags',
			array( $GLOBALS['wp_embed'], 'run_shortcode' ),
			array( $GLOBALS['wp_embed'], 'autoembed' ),
		);
	}

	/** @return mixed What the work returns. */
	public static function during( callable $work ) {
		$user     = get_current_user_id();
		$post     = isset( $GLOBALS['post'] ) ? $GLOBALS['post'] : null;
		$removed  = array();
		$switched = switch_to_locale( get_locale() );
		wp_set_current_user( 0 );
		foreach ( self::superfluous_filters() as $filter ) {
			$priority = has_filter( 'the_content', $filter );
			if ( false !== $priority && remove_filter( 'the_content', $filter, $priority ) ) {
				$removed[] = array( $filter, $priority );
			}
		}
		add_filter( 'pre_render_block', array( self::class, 'leave_out_block' ), 10, 2 );
		add_filter( 'pre_do_shortcode_tag', array( self::class, 'leave_out_shortcode' ), 10, 2 );
		try {
			return $work();
		} finally {
			remove_filter( 'pre_render_block', array( self::class, 'leave_out_block' ) );
			remove_filter( 'pre_do_shortcode_tag', array( self::class, 'leave_out_shortcode' ) );
			foreach ( $removed as list( $filter, $priority ) ) {
				add_filter( 'the_content', $filter, $priority );
			}
			wp_set_current_user( $user );
			if ( $switched ) {
				restore_previous_locale();
			}
			$GLOBALS['post'] = $post;
			if ( $post instanceof \WP_Post ) {
				setup_postdata( $post );
			}
		}
	}

	/** A list of practices in a practice would have no end. */
	public static function leave_out_block( $html, $block ) {
		return isset( $block['blockName'] ) && 'good-practice-browser/list' === $block['blockName'] ? '' : $html;
	}

	/** The same for the shortcode. */
	public static function leave_out_shortcode( $html, $tag ) {
		return 'good_practices' === $tag ? '' : $html;
	}
}
