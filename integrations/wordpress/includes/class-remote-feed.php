<?php
/**
 * @package GoodPracticeBrowser
 */

namespace GoodPracticeBrowser;

defined( 'ABSPATH' ) || exit;

/**
 * Fetches the lists of other sites every hour, in the background (WP-Cron), and never during a visit. If that fails, visitors keep reading the
 * last good copy.
 *
 * What the guard does not cover: a proxy (`WP_PROXY_HOST`) looks up the host itself. Without the PHP extension `curl`, WordPress looks it up a
 * second time, and a DNS server may then give another address than the guard has seen.
 */
final class RemoteFeed {
	/** The event of WP-Cron. Its argument is the id of a source. */
	const EVENT = 'good_practice_browser_fetch';
	/** What the last attempt did, one option for each source. */
	const OPTION = 'good_practice_browser_fetch_';

	const MAX_REDIRECTS = 2;
	const MAX_PAGES     = 20;
	/** Of all documents of a source together. */
	const MAX_BYTES = 10485760;
	/** Seconds for one answer. */
	const TIMEOUT = 10;
	/** Seconds for all pages of a source. */
	const DEADLINE = 60;

	/** What the header `Content-Encoding` is called once cURL has obeyed it. */
	const UNPACKED = 'x-unpacked-encoding';

	/** @var AddressGuard */
	private $guard;
	/** @var int Bytes that may still come. */
	private $budget = self::MAX_BYTES;

	/** @param AddressGuard|null $guard Decides which addresses are fetched. */
	public function __construct( ?AddressGuard $guard = null ) {
		$this->guard = $guard ? $guard : new AddressGuard();
	}

	/** Switches the job on. */
	public static function register(): void {
		add_action( self::EVENT, array( self::class, 'refresh' ) );
		add_action( 'admin_init', array( self::class, 'schedule_all' ) );
		add_action( 'good_practice_browser_source_saved', array( self::class, 'schedule_now' ) );
		add_action( 'good_practice_browser_source_deleted', array( self::class, 'forget' ) );
	}

	/** Schedules the jobs that are missing: after the plugin was switched on again, or if another plugin has lost them. */
	public static function schedule_all(): void {
		foreach ( wp_list_filter( Sources::all(), array( 'kind' => 'address' ) ) as $id => $source ) {
			if ( ! wp_next_scheduled( self::EVENT, array( (string) $id ) ) ) {
				wp_schedule_event( time(), 'hourly', self::EVENT, array( (string) $id ) );
			}
		}
	}

	/** Schedules a source for now, and then for every hour. The next request of anybody starts the job, beside its own work. */
	public static function schedule_now( array $source ): void {
		self::forget( $source['id'] );
		if ( 'address' === $source['kind'] ) {
			wp_schedule_event( time(), 'hourly', self::EVENT, array( $source['id'] ) );
		}
	}

	/** Fetches a source during this request, for an administrator who waits for it. Its job has nothing to do until an hour later. */
	public static function refresh_now( string $id ): void {
		wp_clear_scheduled_hook( self::EVENT, array( $id ) );
		wp_schedule_event( time() + HOUR_IN_SECONDS, 'hourly', self::EVENT, array( $id ) );
		self::refresh( $id );
	}

	/** Removes all jobs, when the plugin is switched off. */
	public static function unschedule_all(): void {
		wp_unschedule_hook( self::EVENT );
	}

	/** Removes the job of a source, and what its last attempt did. */
	public static function forget( string $id ): void {
		wp_clear_scheduled_hook( self::EVENT, array( $id ) );
		delete_option( self::OPTION . $id );
	}

	/**
	 * What the last attempt did: `tried` and `succeeded` (seconds since 1970; 0 if never) and `error` (in plain words; '' after success).
	 *
	 * @return array{tried: int, succeeded: int, error: string}
	 */
	public static function state( string $id ): array {
		$state = get_option( self::OPTION . $id );
		$state = ( is_array( $state ) ? $state : array() ) + array(
			'tried'     => 0,
			'succeeded' => 0,
			'error'     => '',
		);
		// An attempt that still runs has not failed.
		if ( ! empty( $state['unfinished'] ) && time() - $state['tried'] > 2 * self::DEADLINE ) {
			$state['error'] = __( 'The last attempt did not end. Perhaps the list is too large for this server.', 'good-practice-browser' );
		}
		unset( $state['unfinished'] );
		return $state;
	}

	/** Fetches a source. Only WP-Cron and the settings page may call this, never a visit. */
	public static function refresh( string $id, ?AddressGuard $guard = null ): void {
		$source = Sources::get( $id );
		if ( ! $source || 'address' !== $source['kind'] ) {
			self::forget( $id );
			return;
		}
		$state = array( 'tried' => time() ) + self::state( $id );
		// If PHP ends the job, for example because memory is short, this remains.
		update_option( self::OPTION . $id, array( 'unfinished' => true ) + $state, false );
		wp_raise_memory_limit( 'admin' );
		try {
			FeedCache::store( $source, ( new self( $guard ) )->fetch( $source ) );
			$state['succeeded'] = $state['tried'];
			$state['error']     = '';
		} catch ( FeedFailure $failure ) {
			$state['error'] = $failure->getMessage();
		}
		update_option( self::OPTION . $id, $state, false );
	}

	/**
	 * Fetches all pages of a source.
	 *
	 * @return array A feed in our format.
	 * @throws FeedFailure If one of them failed.
	 */
	public function fetch( array $source ): array {
		$reader = new FeedReader( $source );
		$start  = time();
		$pages  = 0;
		for ( $address = $reader->first_address(); '' !== $address; $address = $reader->read( $this->get( $address ) ) ) {
			if ( ++$pages > self::MAX_PAGES ) {
				/* translators: %s: number of pages */
				throw new FeedFailure( sprintf( __( 'The list has more than %s pages. Ask the other site to put more practices on a page.', 'good-practice-browser' ), number_format_i18n( self::MAX_PAGES ) ) );
			}
			if ( time() - $start > self::DEADLINE ) {
				throw new FeedFailure( __( 'The other site answers too slowly.', 'good-practice-browser' ) );
			}
		}
		return $reader->feed();
	}

	/**
	 * Fetches a document. Each redirect is checked like the first address, so WordPress may follow none.
	 *
	 * @return array{address: string, body: string, link: string, pages: int} The address after redirects; the header `Link`; `pages` as WordPress
	 * sends it, otherwise 0.
	 * @throws FeedFailure
	 */
	private function get( string $address ): array {
		for ( $hops = 0; $hops <= self::MAX_REDIRECTS; $hops++ ) {
			$response = $this->request( $address, $this->check( $address, $hops ) );
			$status   = (int) wp_remote_retrieve_response_code( $response );
			$location = wp_remote_retrieve_header( $response, 'location' );
			if ( $status < 300 || $status > 399 || ! is_string( $location ) || '' === $location ) {
				return array(
					'address' => $address,
					'body'    => $this->body( $response, $status ),
					'link'    => implode( ', ', (array) wp_remote_retrieve_header( $response, 'link' ) ),
					'pages'   => (int) wp_remote_retrieve_header( $response, 'x-wp-totalpages' ),
				);
			}
			$address = strtok( \WP_Http::make_absolute_url( $location, $address ), '#' );
		}
		throw new FeedFailure( __( 'The address leads from one address to the next. Enter the last one, which a browser shows.', 'good-practice-browser' ) );
	}

	/** @return string[] The IP addresses of the host, if the guard allows the address. */
	private function check( string $address, int $hops ): array {
		try {
			return $this->guard->addresses_for( $address );
		} catch ( FeedFailure $failure ) {
			if ( 0 === $hops ) {
				throw $failure;
			}
			/* translators: 1: address, 2: why it is not fetched */
			throw new FeedFailure( sprintf( __( 'The other site sends us on to %1$s. %2$s', 'good-practice-browser' ), Texts::clip( $address, 200 ), $failure->getMessage() ) );
		}
	}

	/** @param string[] $ips The addresses of the host that the guard has seen. */
	private function request( string $address, array $ips ): array {
		$pin  = static function ( $handle ) use ( $address, $ips ) {
			self::pin( $handle, AddressGuard::host( $address ), $ips );
		};
		$once = static function ( &$answer ) {
			// cURL has unpacked the answer, within the limit. WordPress would unpack it once more, without one.
			$answer = preg_replace( '/^content-encoding\s*:/mi', self::UNPACKED . ':', $answer );
		};
		add_action( 'http_api_curl', $pin );
		add_action( 'requests-requests.before_parse', $once );
		$headers = array( 'Accept' => 'application/json, application/atom+xml, application/rss+xml, */*;q=0.5' );
		// Without cURL, only WordPress could unpack the answer.
		$headers += function_exists( 'curl_init' ) ? array() : array( 'Accept-Encoding' => 'identity' );
		try {
			$response = wp_safe_remote_get(
				$address,
				array(
					'timeout'             => self::TIMEOUT,
					'redirection'         => 0,
					'httpversion'         => '1.1',
					'headers'             => $headers,
					// One more, to see whether there was more.
					'limit_response_size' => $this->budget + 1,
				)
			);
		} finally {
			remove_action( 'http_api_curl', $pin );
			remove_action( 'requests-requests.before_parse', $once );
		}
		if ( is_wp_error( $response ) ) {
			/* translators: 1: name of a server, 2: message of WordPress */
			throw new FeedFailure( sprintf( __( '%1$s did not answer: %2$s', 'good-practice-browser' ), AddressGuard::host( $address ), $response->get_error_message() ) );
		}
		return $response;
	}

	/** Makes cURL use the addresses that were checked. A DNS server could give it others. */
	private static function pin( $handle, string $host, array $ips ): void {
		// Older versions understand only one.
		$understood = version_compare( curl_version()['version'], '7.59.0', '<' ) ? array_slice( $ips, 0, 1 ) : $ips;
		$list       = implode( ',', preg_replace( '/.*:.*/', '[$0]', $understood ) );
		// phpcs:disable WordPress.WP.AlternativeFunctions.curl_curl_setopt -- WordPress has no setting for these
		curl_setopt( $handle, CURLOPT_RESOLVE, array( "$host:443:$list" ) );
		curl_setopt( $handle, CURLOPT_PROTOCOLS, CURLPROTO_HTTPS );
		// phpcs:enable
	}

	private function body( array $response, int $status ): string {
		$body = wp_remote_retrieve_body( $response );
		if ( 200 !== $status ) {
			$said = FeedReader::message_in( $body );
			/* translators: %s: number such as 404 */
			$text = sprintf( __( 'The other site answered with the status %s. Open the address in a private window of a browser: it must show the list without a login.', 'good-practice-browser' ), $status );
			/* translators: %s: a message */
			throw new FeedFailure( $text . ( '' === $said ? '' : ' ' . sprintf( __( 'The site says: %s', 'good-practice-browser' ), $said ) ) );
		}
		if ( strlen( $body ) > $this->budget ) {
			/* translators: %s: size such as 10 MB */
			throw new FeedFailure( sprintf( __( 'The list is larger than %s. Ask the other site to leave out what visitors do not need.', 'good-practice-browser' ), size_format( self::MAX_BYTES ) ) );
		}
		$length = wp_remote_retrieve_header( $response, 'content-length' );
		if ( is_numeric( $length ) && ! wp_remote_retrieve_header( $response, self::UNPACKED ) && strlen( $body ) < (int) $length ) {
			throw new FeedFailure( __( 'The connection broke before the whole list was there.', 'good-practice-browser' ) );
		}
		$this->budget -= strlen( $body );
		return $body;
	}
}
