<?php
/**
 * The colours of the theme for the list.
 *
 * @package GoodPracticeBrowser
 */

namespace GoodPracticeBrowser;

defined( 'ABSPATH' ) || exit;

/**
 * Chooses a colour of the theme for links and buttons of the list. A theme does not say which of its
 * colours are readable, so a colour must have enough contrast with the background of the page.
 */
final class ThemeColours {

	const MIN_CONTRAST = 4.5;

	/** A colour whose strongest and weakest channel differ less than this looks grey. */
	const MIN_CHROMA = 40;

	/** The grey of buttons if the theme does not say their colour. */
	const BUTTON_OF_WORDPRESS = '#32373c';

	/** What the list uses on a background of the other brightness, for example in a dark group on a light page. */
	const ACCENT_ON_LIGHT = array( '#1d4ed8', '#fff' );
	const ACCENT_ON_DARK  = array( '#8ab4ff', '#0b1220' );

	/**
	 * Returns token => value, or nothing if no colour of the theme fits.
	 */
	public static function tokens(): array {
		$background = self::background();
		$accent     = self::accent( $background );
		if ( ! $accent ) {
			return array();
		}
		$own      = array( self::hex( $accent ), self::contrast( $accent, array( 255, 255, 255 ) ) >= self::MIN_CONTRAST ? '#fff' : '#000' );
		$is_dark  = self::contrast( $background, array( 255, 255, 255 ) ) >= self::MIN_CONTRAST;
		$on_light = $is_dark ? self::ACCENT_ON_LIGHT : $own;
		$on_dark  = $is_dark ? $own : self::ACCENT_ON_DARK;
		return array(
			'--gpb-accent'    => "light-dark({$on_light[0]},{$on_dark[0]})",
			'--gpb-on-accent' => "light-dark({$on_light[1]},{$on_dark[1]})",
		);
	}

	/**
	 * Returns the background of the page as channels from 0 to 255.
	 */
	private static function background(): array {
		$colours = array( self::style( array( 'color', 'background' ) ), '#' . get_background_color(), '#ffffff' );
		return array_values( array_filter( array_map( array( self::class, 'channels' ), $colours ) ) )[0];
	}

	/**
	 * Chooses the accent: the background of buttons, otherwise the first real colour of the palette.
	 * The colours that the theme names as its main ones are first. Greys are last.
	 *
	 * @param array $background Channels from 0 to 255.
	 */
	private static function accent( array $background ): ?array {
		$is_readable = function ( $colour ) use ( $background ) {
			return $colour && self::contrast( $colour, $background ) >= self::MIN_CONTRAST;
		};
		$button      = self::channels( self::style( array( 'elements', 'button', 'color', 'background' ) ) );
		if ( $is_readable( $button ) && self::hex( $button ) !== self::BUTTON_OF_WORDPRESS ) {
			return $button;
		}
		$palette  = self::palette();
		$is_main  = function ( $slug ) {
			return 1 === preg_match( '/^(?:accent|primary|secondary|tertiary|brand|link)/', $slug );
		};
		$main     = array_filter( $palette, $is_main, ARRAY_FILTER_USE_KEY );
		$colours  = array_map( array( self::class, 'channels' ), array_values( $main + $palette ) );
		$readable = array_values( array_filter( $colours, $is_readable ) );
		$chroma   = function ( $colour ) {
			return max( $colour ) - min( $colour );
		};
		foreach ( $readable as $colour ) {
			if ( $chroma( $colour ) >= self::MIN_CHROMA ) {
				return $colour;
			}
		}
		usort(
			$readable,
			function ( $a, $b ) use ( $chroma ) {
				return $chroma( $b ) - $chroma( $a );
			}
		);
		return $readable[0] ?? null;
	}

	/**
	 * Returns the colours that the theme and the administrator have defined: slug => colour. Those of
	 * WordPress itself are the same in all themes, and left out.
	 */
	private static function palette(): array {
		$origins = wp_get_global_settings( array( 'color', 'palette' ) );
		$palette = array();
		foreach ( array( 'custom', 'theme' ) as $origin ) {
			foreach ( $origins[ $origin ] ?? array() as $colour ) {
				$palette += array( (string) $colour['slug'] => (string) $colour['color'] );
			}
		}
		return $palette;
	}

	/**
	 * Returns a colour of the theme's styles, '' if there is none.
	 *
	 * @param string[] $path Path in theme.json below `styles`.
	 */
	private static function style( array $path ): string {
		$value = wp_get_global_styles( $path );
		if ( ! is_string( $value ) ) {
			return '';
		}
		// A colour of the palette is `var:preset|color|base` or `var(--wp--preset--color--base)`.
		return preg_match( '/color(?:\||--)([\w-]+)/', $value, $preset ) ? ( self::palette()[ $preset[1] ] ?? '' ) : $value;
	}

	/**
	 * Reads an opaque colour: `#fc0`, `#ffcc00`, `rgb(255, 204, 0)`. Other notations count as unknown.
	 *
	 * @param string $colour A colour in CSS.
	 * @return int[]|null Channels from 0 to 255.
	 */
	private static function channels( string $colour ): ?array {
		if ( preg_match( '/^#([\da-f])([\da-f])([\da-f])$/i', $colour, $digits ) ) {
			$colour = "#{$digits[1]}{$digits[1]}{$digits[2]}{$digits[2]}{$digits[3]}{$digits[3]}";
		}
		if ( preg_match( '/^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i', $colour, $pairs ) ) {
			return array_map( 'hexdec', array_slice( $pairs, 1 ) );
		}
		if ( preg_match( '/^rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)$/i', $colour, $numbers ) ) {
			return array_map( 'intval', array_slice( $numbers, 1 ) );
		}
		return null;
	}

	/**
	 * Writes a colour.
	 *
	 * @param int[] $colour Channels from 0 to 255.
	 */
	private static function hex( array $colour ): string {
		return vsprintf( '#%02x%02x%02x', $colour );
	}

	/**
	 * The contrast of two colours as WCAG defines it, from 1 to 21.
	 *
	 * @param int[] $a Channels from 0 to 255.
	 * @param int[] $b Channels from 0 to 255.
	 */
	private static function contrast( array $a, array $b ): float {
		$luminances = array( self::luminance( $a ), self::luminance( $b ) );
		return ( max( $luminances ) + 0.05 ) / ( min( $luminances ) + 0.05 );
	}

	/**
	 * The relative luminance as WCAG defines it, from 0 to 1.
	 *
	 * @param int[] $colour Channels from 0 to 255.
	 */
	private static function luminance( array $colour ): float {
		$linear = array_map(
			function ( $channel ) {
				$share = min( $channel, 255 ) / 255;
				return $share <= 0.04045 ? $share / 12.92 : pow( ( $share + 0.055 ) / 1.055, 2.4 );
			},
			$colour
		);
		return 0.2126 * $linear[0] + 0.7152 * $linear[1] + 0.0722 * $linear[2];
	}
}
