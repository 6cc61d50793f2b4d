<?php
/**
 * Plugin Name: Good Practice Browser
 * Description: A searchable, filterable list of good practices, from your posts or from another site.
 * Version: 0.1.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT
 * Text Domain: good-practice-browser
 *
 * @package GoodPracticeBrowser
 */

namespace GoodPracticeBrowser;

defined( 'ABSPATH' ) || exit;

const VERSION = '0.1.0';

require __DIR__ . '/includes/class-address-guard.php';
require __DIR__ . '/includes/class-anonymous-visit.php';
require __DIR__ . '/includes/class-countries.php';
require __DIR__ . '/includes/class-feed-cache.php';
require __DIR__ . '/includes/class-feed-cleaner.php';
require __DIR__ . '/includes/class-feed-failure.php';
require __DIR__ . '/includes/class-feed-reader.php';
require __DIR__ . '/includes/class-feed-route.php';
require __DIR__ . '/includes/class-findings.php';
require __DIR__ . '/includes/class-own-posts.php';
require __DIR__ . '/includes/class-practice-fields.php';
require __DIR__ . '/includes/class-remote-feed.php';
require __DIR__ . '/includes/class-sources.php';
require __DIR__ . '/includes/class-texts.php';

PracticeFields::register();
FeedCache::register();
FeedRoute::register();
RemoteFeed::register();
register_deactivation_hook( __FILE__, array( RemoteFeed::class, 'unschedule_all' ) );
