<?php
/**
 * The shortcode for the classic editor.
 *
 * @package GoodPracticeBrowser
 */

namespace GoodPracticeBrowser;

defined( 'ABSPATH' ) || exit;

/**
 * The shortcode `[good_practices source="…"]`.
 */
final class Shortcode {

	const NAME = 'good_practices';

	/**
	 * Adds the actions and filters.
	 */
	public static function register(): void {
		add_shortcode( self::NAME, array( self::class, 'render' ) );
	}

	/**
	 * The list.
	 *
	 * @param array|string $attributes What the shortcode says. WordPress gives '' if it says nothing.
	 */
	public static function render( $attributes ): string {
		$options = array();
		foreach ( (array) $attributes as $name => $value ) {
			// A word without a value has a number as its name, and WordPress an empty string for no attributes.
			if ( is_int( $name ) && '' !== $value ) {
				$options[ $value ] = '';
			} elseif ( is_string( $name ) ) {
				$options[ str_replace( '_', '-', $name ) ] = wp_specialchars_decode( $value, ENT_QUOTES );
			}
		}
		$align = $options['align'] ?? '';
		if ( ! in_array( $align, array( 'wide', 'full' ), true ) ) {
			return Widget::render( $options );
		}
		unset( $options['align'] );
		return sprintf( '<div class="align%s">%s</div>', $align, Widget::render( $options ) );
	}
}
