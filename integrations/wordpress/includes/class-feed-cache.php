<?php
/**
 * @package GoodPracticeBrowser
 */

namespace GoodPracticeBrowser;

defined( 'ABSPATH' ) || exit;

/**
 * The feeds as visitors get them, one in an option each. A feed of own posts is made when somebody asks for it, and again after a change. A
 * feed of another site is only ever put here by RemoteFeed.
 */
final class FeedCache {
	const OPTION = 'good_practice_browser_feed_';
	/** A text that changes whenever something changes that any feed of own posts shows. */
	const STATE = 'good_practice_browser_state';
	/** Fields of posts and images that feeds show, besides those of PracticeFields. */
	const META = array( '_thumbnail_id', '_wp_attachment_image_alt', '_wp_attachment_metadata', '_wp_attached_file' );
	/** Options of WordPress that addresses, languages and topics depend on. */
	const SETTINGS = array( 'home', 'siteurl', 'permalink_structure', 'category_base', 'tag_base', 'upload_url_path', 'upload_path', 'WPLANG', 'default_category', 'active_plugins' );

	/** @var array<int, true> The sites of this network on which something has changed in this request. */
	private static $changed = array();

	/** Listens to everything that changes a feed. */
	public static function register(): void {
		add_action( 'transition_post_status', array( self::class, 'note_status' ), 10, 3 );
		add_action( 'delete_post', array( self::class, 'note_post' ) );
		foreach ( array( 'added', 'updated', 'deleted' ) as $change ) {
			add_action( "{$change}_post_meta", array( self::class, 'note_meta' ), 10, 3 );
		}
		add_action( 'added_term_relationship', array( self::class, 'note_post' ) );
		add_action( 'deleted_term_relationships', array( self::class, 'note_post' ) );
		add_action( 'edited_term', array( self::class, 'forget_all' ), 10, 0 );
		add_action( 'delete_term', array( self::class, 'forget_all' ), 10, 0 );
		foreach ( self::SETTINGS as $option ) {
			foreach ( array( 'add', 'update', 'delete' ) as $change ) {
				add_action( "{$change}_option_$option", array( self::class, 'forget_all' ), 10, 0 );
			}
		}
		add_action( 'good_practice_browser_source_deleted', array( self::class, 'forget' ) );
		add_action( 'shutdown', array( self::class, 'write_changes' ) );
	}

	/**
	 * The feed of a source as `body` (JSON), `etag`, `count` (of practices) and `time` (when it was made, in seconds since 1970). Null if there is
	 * no such source, or if its other site was never fetched.
	 *
	 * @throws FeedFailure If the source shows posts that visitors may not read or that no longer exist.
	 */
	public static function get( string $id ): ?array {
		$source = Sources::get( $id );
		if ( ! $source || 'posts' !== $source['kind'] ) {
			return $source ? self::stored( $source ) : null;
		}
		// Before anything that was stored: code of the site decides in each request who may read what.
		if ( ! OwnPosts::is_listable_type( $source['post_type'] ) ) {
			throw new FeedFailure( OwnPosts::problem_with( $source ) );
		}
		$entry = self::stored( $source );
		if ( ! $entry ) {
			// The key is read before the posts. If a post changes meanwhile, the key does too, and nobody will read what is stored here.
			$key   = self::key( $source );
			$entry = self::write( $id, $key, OwnPosts::feed( $source ) );
		}
		return $entry;
	}

	/** Stores the feed of a source. Two visitors who do this at once store the same. */
	public static function store( array $source, array $feed ): array {
		return self::write( $source['id'], self::key( $source ), $feed );
	}

	/** Plain sentences about what the feed of a source lacks; see Findings. */
	public static function findings( string $id ): array {
		$entry = self::get( $id );
		return $entry ? Findings::of( json_decode( $entry['body'], true ), Sources::get( $id )['kind'] ) : array();
	}

	/** Removes the feed of a source. */
	public static function forget( string $id ): void {
		delete_option( self::OPTION . $id );
	}

	/** Makes all feeds of own posts anew when somebody asks for them. */
	public static function forget_all(): void {
		self::$changed[ get_current_blog_id() ] = true;
	}

	/**
	 * Writes that something has changed. Only now: the feed that somebody makes in the middle of this request has a part of the changes, and
	 * must not stay.
	 */
	public static function write_changes(): void {
		$sites         = array_keys( self::$changed );
		self::$changed = array();
		foreach ( $sites as $site ) {
			$is_other = is_multisite() && get_current_blog_id() !== $site;
			if ( $is_other ) {
				switch_to_blog( $site );
			}
			update_option( self::STATE, wp_generate_uuid4(), false );
			if ( $is_other ) {
				restore_current_blog();
			}
		}
	}

	/** A post that visitors read, or read until now, has changed. Drafts do not matter. */
	public static function note_status( $new_status, $old_status, $post ): void {
		if ( 'publish' === $new_status || 'publish' === $old_status ) {
			self::note_type( $post->post_type );
		}
	}

	/** A post or what belongs to it has changed. */
	public static function note_post( $post_id ): void {
		$post = get_post( $post_id );
		if ( $post && ( 'publish' === $post->post_status || 'attachment' === $post->post_type ) ) {
			self::note_type( $post->post_type );
		}
	}

	/** A field of a post or an image has changed. Counters of visits and the like do not matter. */
	public static function note_meta( $meta_ids, $post_id, $meta_key ): void {
		if ( ! in_array( $meta_key, self::META, true ) && ! PracticeFields::is_used( $meta_key ) ) {
			return;
		}
		if ( $post_id ) {
			self::note_post( $post_id );
		} else {
			// It was removed from all posts.
			self::forget_all();
		}
	}

	private static function note_type( string $post_type ): void {
		// Images belong to posts of any type, and blocks that are used again (wp_block) are part of them.
		if ( in_array( $post_type, array( 'attachment', 'wp_block' ), true ) || in_array( $post_type, Sources::post_types(), true ) ) {
			self::forget_all();
		}
	}

	/** What a stored feed must have been made for. The feed of another site stays when this one changes. */
	private static function key( array $source ): string {
		$parts = 'posts' === $source['kind']
			// The plugins of a network have the time when each was switched on. While this one is off, it does not see changes.
			? array( $source, get_option( self::STATE ), VERSION, get_locale(), is_multisite() ? get_site_option( 'active_sitewide_plugins' ) : '' )
			: $source['url'];
		return md5( (string) wp_json_encode( $parts ) );
	}

	private static function stored( array $source ): ?array {
		$entry = get_option( self::OPTION . $source['id'] );
		if ( ! is_array( $entry ) || isset( self::$changed[ get_current_blog_id() ] ) && 'posts' === $source['kind'] || self::key( $source ) !== $entry['key'] ) {
			return null;
		}
		$entry['body'] = (string) gzuncompress( (string) base64_decode( $entry['body'], true ) );
		return '' === $entry['body'] ? null : $entry;
	}

	private static function write( string $id, string $key, array $feed ): array {
		$body  = (string) wp_json_encode( $feed, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE );
		$entry = array(
			'key'   => $key,
			'body'  => $body,
			'etag'  => '"' . md5( $body ) . '"',
			'count' => count( $feed['practices'] ),
			'time'  => time(),
		);
		// Compressed, as databases refuse values of some megabytes. In letters, as they also refuse what is not UTF-8.
		update_option( self::OPTION . $id, array( 'body' => base64_encode( (string) gzcompress( $body ) ) ) + $entry, false );
		return $entry;
	}
}
