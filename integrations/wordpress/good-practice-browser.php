<?php
/**
 * Plugin Name:       Good Practice Browser
 * Description:       A block with a searchable, filterable list of good practices, from the posts of this site or from another site.
 * Version:           {{version}}
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT
 * License URI:       https://opensource.org/licenses/MIT
 * Text Domain:       good-practice-browser
 * Domain Path:       /languages
 *
 * @package GoodPracticeBrowser
 */

namespace GoodPracticeBrowser;

defined( 'ABSPATH' ) || exit;

const VERSION = '{{version}}';
const FILE    = __FILE__;

foreach ( glob( __DIR__ . '/includes/class-*.php' ) as $file ) {
	require $file;
}
unset( $file );

Translations::register();
PracticeFields::register();
FeedCache::register();
RemoteFeed::register();
FeedRoute::register();
Widget::register();
Block::register();
FieldsPanel::register();
Shortcode::register();
SettingsPage::register();

register_deactivation_hook( FILE, array( RemoteFeed::class, 'unschedule_all' ) );
