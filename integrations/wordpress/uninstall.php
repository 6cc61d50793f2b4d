<?php
/**
 * Removes what the plugin has stored when an administrator deletes it: sources, feeds and jobs. City, country and period of the posts stay, as
 * editors wrote them: they are part of the posts, like their texts.
 *
 * @package GoodPracticeBrowser
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

// If the plugin was switched off in this request too, it would still note that.
remove_action( 'shutdown', array( 'GoodPracticeBrowser\FeedCache', 'write_changes' ) );

$good_practice_browser_clean = static function () {
	global $wpdb;
	$names = $wpdb->get_col( $wpdb->prepare( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE %s", $wpdb->esc_like( 'good_practice_browser_' ) . '%' ) );
	array_map( 'delete_option', $names );
	wp_unschedule_hook( 'good_practice_browser_fetch' );
};

if ( is_multisite() ) {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $good_practice_browser_site ) {
		switch_to_blog( $good_practice_browser_site );
		$good_practice_browser_clean();
		restore_current_blog();
	}
} else {
	$good_practice_browser_clean();
}
