<?php
/**
 * The panel “Good practice” in the editor of a post.
 *
 * @package GoodPracticeBrowser
 */

namespace GoodPracticeBrowser;

defined( 'ABSPATH' ) || exit;

/**
 * Fields for city, country and period in the sidebar of the editor. PracticeFields registers them.
 */
final class FieldsPanel {

	const HANDLE = 'good-practice-browser-fields';

	/**
	 * Adds the actions and filters.
	 */
	public static function register(): void {
		add_action( 'enqueue_block_editor_assets', array( self::class, 'enqueue' ) );
	}

	/**
	 * Adds the panel where a source uses the type of the post.
	 */
	public static function enqueue(): void {
		$screen = get_current_screen();
		if ( ! $screen || 'post' !== $screen->base || ! in_array( $screen->post_type, PracticeFields::post_types(), true ) ) {
			return;
		}
		wp_enqueue_script( self::HANDLE, plugins_url( 'block/fields-panel.js', FILE ), array( 'wp-components', 'wp-core-data', 'wp-data', 'wp-edit-post', 'wp-element', 'wp-plugins' ), VERSION, true );
		$data = array(
			'countries'  => explode( ' ', Countries::CODES ),
			'title'       => __( 'Good practice', 'good-practice-browser' ),
			'help'        => __( 'The list of good practices shows these details and has filters for them.', 'good-practice-browser' ),
			'city'        => __( 'City', 'good-practice-browser' ),
			'country'     => __( 'Country', 'good-practice-browser' ),
			'period'      => __( 'Period', 'good-practice-browser' ),
			'periodHelp'  => __( 'For example 2019, 2015–2019 or since 2020.', 'good-practice-browser' ),
		);
		wp_add_inline_script( self::HANDLE, 'var goodPracticeBrowserFields = ' . wp_json_encode( $data, JSON_HEX_TAG ) . ';', 'before' );
	}
}
