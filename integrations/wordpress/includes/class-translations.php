<?php
/**
 * The texts of the plugin in other languages.
 *
 * @package GoodPracticeBrowser
 */

namespace GoodPracticeBrowser;

defined( 'ABSPATH' ) || exit;

/**
 * Loads the translations of the plugin.
 */
final class Translations {

	/**
	 * Adds the actions and filters.
	 */
	public static function register(): void {
		add_action( 'init', array( self::class, 'load' ), 0 );
		add_filter( 'load_textdomain_mofile', array( self::class, 'choose_file' ), 10, 2 );
	}

	/**
	 * Tells WordPress the folder of the translations.
	 */
	public static function load(): void {
		load_plugin_textdomain( 'good-practice-browser', false, dirname( plugin_basename( FILE ) ) . '/languages' );
	}

	/**
	 * Gives a site in Austrian or formal German our German texts, and so on for other languages.
	 *
	 * @param string $file   The file that WordPress is about to load.
	 * @param string $domain The text domain.
	 */
	public static function choose_file( $file, $domain ) {
		if ( 'good-practice-browser' !== $domain || is_readable( $file ) ) {
			return $file;
		}
		$is_named = preg_match( '/-([a-z]{2,3})(?:_\w+)?\.mo$/', $file, $name );
		$ours     = $is_named ? glob( dirname( FILE ) . "/languages/good-practice-browser-{$name[1]}_*.mo" ) : array();
		return $ours ? $ours[0] : $file;
	}
}
