<?php
/**
 * @package GoodPracticeBrowser
 */

namespace GoodPracticeBrowser;

defined( 'ABSPATH' ) || exit;

/**
 * Decides which addresses this site may fetch. An administrator writes the address of another site, and that site may send us on. Neither may
 * reach a machine that only this server can reach: itself, its network, or the services of its cloud. WordPress checks some of this
 * (`wp_http_validate_url`), but neither 169.254.0.0/16 nor IPv6, and only one of the addresses of a host.
 */
final class AddressGuard {
	/** As the widget: servers are asked to support this length (RFC 9110). */
	const MAX_LENGTH = 8000;

	/**
	 * A host is a name with a dot whose last part begins with a letter. So no spelling of an IP address is one: `127.1`, `0x7f.0.0.1`,
	 * `2130706433`, `017700000001`, `[::1]`.
	 */
	const ADDRESS = '~^https://((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?)(?::443)?(?:[/?][!-\~]*)?$~iD';

	/** Networks of IPv4 that are not public (IANA Special-Purpose Address Registry), multicast and reserved ones. */
	const NOT_PUBLIC_4 = array( '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3' );

	/** All public addresses of IPv6. Outside are ::1, fe80::, fc00::, ff00::, IPv4 in IPv6 (::ffff:127.0.0.1) and NAT64 (64:ff9b::). */
	const PUBLIC_6 = '2000::/3';
	/** Within them, tunnels that contain an address of IPv4 (Teredo, 6to4), and what is reserved for protocols and documentation. */
	const NOT_PUBLIC_6 = array( '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20' );

	/** @var callable Finds the IP addresses of a host. */
	private $resolve;

	/** @param callable|null $resolve A function from the name of a host to a list of IP addresses. */
	public function __construct( ?callable $resolve = null ) {
		$this->resolve = $resolve ? $resolve : array( self::class, 'resolve' );
	}

	/** Why an address has the wrong form, in plain words; '' if it has the right one. Asks no server. */
	public static function problem_with( string $address ): string {
		if ( '' === $address ) {
			return __( 'Enter the address of the list of the other site. It begins with https://', 'good-practice-browser' );
		}
		if ( 0 !== stripos( $address, 'https://' ) ) {
			return __( 'The address must begin with https://, so that nobody can change the list on its way.', 'good-practice-browser' );
		}
		if ( strlen( $address ) > self::MAX_LENGTH || ! preg_match( self::ADDRESS, $address ) || preg_match( '/[\\\\"<>^`{|}]/', $address ) ) {
			return __( 'This is not an address that can be fetched. Copy it from the address bar of a browser. It has the name of a server, not its number, and neither a user, a password nor a port.', 'good-practice-browser' );
		}
		return '';
	}

	/** The host of an address that has the right form. */
	public static function host( string $address ): string {
		return preg_match( self::ADDRESS, $address, $parts ) ? strtolower( $parts[1] ) : '';
	}

	/**
	 * The IP addresses of the host, which are all public.
	 *
	 * @return string[]
	 * @throws FeedFailure If the address may not be fetched.
	 */
	public function addresses_for( string $address ): array {
		$problem = self::problem_with( $address );
		if ( '' !== $problem ) {
			throw new FeedFailure( $problem );
		}
		$host = self::host( $address );
		$all  = call_user_func( $this->resolve, $host );
		if ( ! $all ) {
			/* translators: %s: name of a server */
			throw new FeedFailure( sprintf( __( 'There is no server with the name %s. Check the spelling of the address.', 'good-practice-browser' ), $host ) );
		}
		if ( array_filter( $all, array( self::class, 'is_public' ) ) !== $all ) {
			/* translators: %s: name of a server */
			throw new FeedFailure( sprintf( __( 'The server %s is in a private network, so its list is not fetched. Only servers that everybody can reach are.', 'good-practice-browser' ), $host ) );
		}
		return $all;
	}

	/** Whether everybody can reach an IP address. */
	public static function is_public( string $ip ): bool {
		$is_in = static function ( string $network ) use ( $ip ): bool {
			list( $start, $length ) = explode( '/', $network );
			return self::bits( $start, (int) $length ) === self::bits( $ip, (int) $length );
		};
		$is_4  = false !== filter_var( $ip, FILTER_VALIDATE_IP, FILTER_FLAG_IPV4 );
		$is_6  = false !== filter_var( $ip, FILTER_VALIDATE_IP, FILTER_FLAG_IPV6 ) && $is_in( self::PUBLIC_6 );
		return ( $is_4 || $is_6 ) && ! array_filter( $is_4 ? self::NOT_PUBLIC_4 : self::NOT_PUBLIC_6, $is_in );
	}

	/** The first bits of an IP address, as zeros and ones. */
	private static function bits( string $ip, int $length ): string {
		$bytes = unpack( 'C*', (string) inet_pton( $ip ) );
		return substr( vsprintf( str_repeat( '%08b', count( $bytes ) ), $bytes ), 0, $length );
	}

	/** All IP addresses of a host, of both kinds: from DNS, and from the list of hosts that the system has. */
	private static function resolve( string $host ): array {
		$addresses = gethostbynamel( $host );
		// Without an answer in time, PHP warns.
		$records = @dns_get_record( $host, DNS_A | DNS_AAAA ); // phpcs:ignore WordPress.PHP.NoSilencedErrors
		$records = is_array( $records ) ? $records : array();
		$all     = array_merge( is_array( $addresses ) ? $addresses : array(), array_column( $records, 'ip' ), array_column( $records, 'ipv6' ) );
		return array_values( array_unique( $all ) );
	}
}
