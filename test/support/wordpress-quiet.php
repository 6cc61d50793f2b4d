<?php
// A must-use plugin of the WordPresses for tests: they have no network, and never ask themselves.

// WordPress waits for its own answer, but the PHP of npm answers one request after the other.
add_filter( 'block_local_requests', '__return_true' );

// WordPress asks for updates and for new plugins, and logs a warning if nobody answers. This answer has none.
add_filter(
	'pre_http_request',
	static function ( $answer, $request, $address ) {
		if ( ! preg_match( '#^https?://api\.wordpress\.org/(?!core/(browse|serve)-happy)#', $address ) ) {
			return $answer;
		}
		$none = array_fill_keys( array( 'offers', 'plugins', 'themes', 'translations', 'no_update', 'info' ), array() );
		return array(
			'headers'  => array(),
			'response' => array( 'code' => 200, 'message' => 'OK' ),
			'body'     => wp_json_encode( $none ),
			'cookies'  => array(),
		);
	},
	10,
	3
);

// Pictures of users come from another site.
add_filter( 'pre_option_show_avatars', '__return_zero' );
