<?php
/**
 * @package GoodPracticeBrowser
 */

namespace GoodPracticeBrowser;

defined( 'ABSPATH' ) || exit;

/**
 * The address of a feed: /wp-json/good-practice-browser/v1/feeds/<id>. It takes the id of a source and nothing else: it answers with what is
 * stored, so that nobody can make this site fetch or search something.
 */
final class FeedRoute {
	const ROUTES = 'good-practice-browser/v1';

	/**
	 * The answer that this class sends itself. It is not in the response, as parameters such as `_fields` change what is there.
	 *
	 * @var array{body: string, status: int, headers: array}|null
	 */
	private static $answer = null;

	/** Switches the route on. */
	public static function register(): void {
		add_action( 'rest_api_init', array( self::class, 'register_route' ) );
		add_filter( 'rest_pre_serve_request', array( self::class, 'serve' ), 10, 4 );
	}

	/** The address of the feed of a source. */
	public static function url( string $id ): string {
		return rest_url( self::ROUTES . "/feeds/$id" );
	}

	/** Registers the route. */
	public static function register_route(): void {
		register_rest_route(
			self::ROUTES,
			'/feeds/(?P<id>' . Sources::ID . ')',
			array(
				'methods'             => 'GET',
				'callback'            => array( self::class, 'answer' ),
				'permission_callback' => '__return_true',
			)
		);
	}

	/** @return \WP_REST_Response|\WP_Error */
	public static function answer( \WP_REST_Request $request ) {
		self::$answer = null;
		// Not $request['id'], which a parameter of this name would replace.
		$id = $request->get_url_params()['id'];
		if ( ! Sources::get( $id ) ) {
			/* translators: %s: short name of a source */
			$message = sprintf( __( 'There is no source “%s”. All sources are in Settings → Good practices.', 'good-practice-browser' ), $id );
			return new \WP_Error( 'good_practice_browser_unknown_source', $message, array( 'status' => 404 ) );
		}
		try {
			$entry = FeedCache::get( $id );
		} catch ( FeedFailure $failure ) {
			return new \WP_Error( 'good_practice_browser_no_posts', $failure->getMessage(), array( 'status' => 404 ) );
		}
		if ( ! $entry ) {
			$message = __( 'The list of the other site has not been fetched yet. Settings → Good practices says why.', 'good-practice-browser' );
			return new \WP_Error( 'good_practice_browser_not_fetched', $message, array( 'status' => 503 ) );
		}
		$is_known     = self::has_copy( (string) $request->get_header( 'if_none_match' ), $entry['etag'] );
		self::$answer = array(
			'body'    => $is_known ? '' : $entry['body'],
			'status'  => $is_known ? 304 : 200,
			'headers' => array(
				'Content-Type'  => 'application/json; charset=UTF-8',
				'ETag'          => $entry['etag'],
				// Browsers ask each time whether their copy is current, so that editors see at once what they have published. The answer is short.
				'Cache-Control' => 'no-cache',
			),
		);
		return new \WP_REST_Response( array(), self::$answer['status'] );
	}

	/** Whether the browser has this feed. Servers that compress change the mark (`W/"…"`, `"…-gzip"`). */
	private static function has_copy( string $if_none_match, string $etag ): bool {
		$mark = preg_quote( trim( $etag, '"' ), '/' );
		return 1 === preg_match( '/(?:^|,)\s*(?:\*|(?:W\/)?"' . $mark . '(?:[-;]\w+)?")\s*(?:,|$)/', $if_none_match );
	}

	/**
	 * Sends the feed as it is stored. WordPress would make JSON of it again, and obey parameters such as `_envelope` and `_jsonp`.
	 *
	 * @param bool              $served   Whether another filter has sent an answer.
	 * @param \WP_REST_Response $response An error, if another plugin has refused the request.
	 */
	public static function serve( $served, $response, \WP_REST_Request $request, \WP_REST_Server $server ) {
		$route   = $request->get_attributes();
		$is_ours = isset( $route['callback'] ) && array( self::class, 'answer' ) === $route['callback'];
		if ( $served || ! $is_ours || ! self::$answer || $response->get_status() >= 400 ) {
			return $served;
		}
		status_header( self::$answer['status'] );
		$server->send_headers( self::$answer['headers'] );
		// Somebody may be logged in, but the feed is the same for all. WordPress would also send these headers after the content.
		add_filter( 'rest_send_nocache_headers', '__return_false' );
		if ( 'HEAD' !== $request->get_method() ) {
			echo self::$answer['body']; // phpcs:ignore WordPress.Security.EscapeOutput -- JSON, with the type of JSON
		}
		return true;
	}
}
