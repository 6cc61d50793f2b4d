<?php
/**
 * The block “Good practices”.
 *
 * @package GoodPracticeBrowser
 */

namespace GoodPracticeBrowser;

defined( 'ABSPATH' ) || exit;

/**
 * A dynamic block: pages keep its options only. So authors may use it who may not write scripts.
 */
final class Block {

	const NAME = 'good-practice-browser/list';

	/** Attribute of the block => option of the list. */
	const OPTIONS = array(
		'source'       => 'source',
		'heading'      => 'heading',
		'headingLevel' => 'heading-level',
		'facets'       => 'facets',
		'sort'         => 'sort',
		'hitsPerPage'  => 'hits-per-page',
		'scope'        => 'scope',
	);

	const EDITOR = 'good-practice-browser-editor';

	/**
	 * Adds the actions and filters.
	 */
	public static function register(): void {
		add_action( 'init', array( self::class, 'register_block' ), 11 );
		add_action( 'enqueue_block_editor_assets', array( self::class, 'hand_over' ) );
	}

	/**
	 * Registers the block and its files.
	 */
	public static function register_block(): void {
		wp_register_script( self::EDITOR, plugins_url( 'block/edit.js', FILE ), array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element' ), VERSION, true );
		wp_register_style( self::EDITOR, plugins_url( 'block/editor.css', FILE ), array(), VERSION );
		$settings = array( 'render_callback' => array( self::class, 'render' ) );
		if ( is_admin() ) {
			// The preview is the real list. WordPress loads this script also into the frame of the editor.
			// On pages, Widget adds it only where there is a list.
			$settings['script_handles'] = array( Widget::HANDLE );
		}
		register_block_type( dirname( FILE ) . '/block', $settings );
	}

	/**
	 * Draws the block.
	 *
	 * @param array $attributes Attributes of the block.
	 */
	public static function render( array $attributes ): string {
		$options = array();
		foreach ( self::OPTIONS as $attribute => $option ) {
			if ( isset( $attributes[ $attribute ] ) ) {
				$options[ $option ] = $attributes[ $attribute ];
			}
		}
		$list = Widget::render( $options );
		return $list ? sprintf( '<div %s>%s</div>', self::wrapper( (string) ( $attributes['align'] ?? '' ) ), $list ) : '';
	}

	/**
	 * The attributes of the element around the list. WordPress adds the class of an alignment only if
	 * it is not the default one.
	 *
	 * @param string $align Alignment: “wide”, “full” or ''.
	 */
	private static function wrapper( string $align ): string {
		$attributes = get_block_wrapper_attributes();
		$is_missing = '' !== $align && false === strpos( $attributes, "align$align" );
		return $is_missing ? get_block_wrapper_attributes( array( 'class' => "align$align" ) ) : $attributes;
	}

	/**
	 * Gives the editor the sources, the texts and the colours of the theme.
	 */
	public static function hand_over(): void {
		$may_add = current_user_can( 'manage_options' );
		$sources = array();
		foreach ( Sources::all() as $source ) {
			$sources[] = array(
				'id'         => $source['id'],
				'label'      => $source['label'],
				'attributes' => Widget::source_attributes( $source ),
			);
		}
		$data = array(
			'sources'     => $sources,
			'settingsUrl' => $may_add ? SettingsPage::url() : '',
			'tokens'      => (object) ThemeColours::tokens(),
			// The page has the language of the site, the editor that of the user.
			'language'    => get_bloginfo( 'language' ),
			'options'     => array_diff_key( self::OPTIONS, array( 'source' => 0 ) ),
			'texts'       => self::texts(),
		);
		wp_add_inline_script( self::EDITOR, 'var goodPracticeBrowserEditor = ' . wp_json_encode( $data, JSON_HEX_TAG ) . ';', 'before' );
	}

	/**
	 * The texts of the editor.
	 */
	private static function texts(): array {
		return array(
			'title'         => __( 'Good practices', 'good-practice-browser' ),
			'list'          => __( 'List', 'good-practice-browser' ),
			'source'        => __( 'Source', 'good-practice-browser' ),
			'sourceHelp'    => __( 'Where the good practices come from.', 'good-practice-browser' ),
			'manageSources' => __( 'Manage sources', 'good-practice-browser' ),
			'addSource'     => __( 'Add a source', 'good-practice-browser' ),
			'noSource'      => current_user_can( 'manage_options' )
				? __( 'Say first where the good practices come from: from posts of this site, or from another site. Then reload this page.', 'good-practice-browser' )
				: __( 'There is no source of good practices yet. An administrator of this site adds one in Settings → Good practices.', 'good-practice-browser' ),
			'lostSource'    => __( 'The source of this list was deleted. Choose another one in the sidebar.', 'good-practice-browser' ),
			'deletedSource' => __( 'Deleted source', 'good-practice-browser' ),
			'heading'       => __( 'Heading', 'good-practice-browser' ),
			'headingHelp'   => __( 'A heading above the list. Leave it empty if the page has one.', 'good-practice-browser' ),
			'headingLevel'  => __( 'Level of the heading', 'good-practice-browser' ),
			'filters'       => __( 'Filters', 'good-practice-browser' ),
			'filtersHelp'   => __( 'A filter appears only if the practices have values for it.', 'good-practice-browser' ),
			'facets'        => array(
				'topic'      => __( 'Topic', 'good-practice-browser' ),
				'country'    => __( 'Country', 'good-practice-browser' ),
				'city'       => __( 'City', 'good-practice-browser' ),
				'year'       => __( 'Year', 'good-practice-browser' ),
				'year-range' => __( 'Years as a chart', 'good-practice-browser' ),
			),
			'order'         => __( 'Order and number', 'good-practice-browser' ),
			'sort'          => __( 'Order', 'good-practice-browser' ),
			'sorts'         => array(
				''       => __( 'As in the source', 'good-practice-browser' ),
				'newest' => __( 'Newest first', 'good-practice-browser' ),
				'oldest' => __( 'Oldest first', 'good-practice-browser' ),
				'title'  => __( 'By title', 'good-practice-browser' ),
				'city'   => __( 'By city', 'good-practice-browser' ),
			),
			'hitsPerPage'   => __( 'Practices at first', 'good-practice-browser' ),
			'hitsHelp'      => __( 'A button below the list shows as many more.', 'good-practice-browser' ),
			'scope'         => __( 'Only these practices', 'good-practice-browser' ),
			'scopeHelp'     => __( 'For example country:ES topic:education. Visitors cannot change it.', 'good-practice-browser' ),
			'preview'       => __( 'Preview: the page shows more practices, and visitors can search.', 'good-practice-browser' ),
		);
	}
}
