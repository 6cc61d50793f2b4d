<?php
/**
 * @package GoodPracticeBrowser
 */

namespace GoodPracticeBrowser;

defined( 'ABSPATH' ) || exit;

/**
 * Makes texts of our feed format from HTML. The widget reads WordPress' REST API by the same rules (wordpress-content.ts), so that a list
 * looks the same if its address changes to the feed of this plugin.
 */
final class Texts {
	/** The limits of the widget (src/core/text/limits.ts). It cuts longer texts, with a warning. */
	const MAX_TITLE   = 500;
	const MAX_NAME    = 200;
	const MAX_SUMMARY = 20000;
	const MAX_HTML    = 200000;
	const MAX_ALT     = 2000;

	/** Words of an automatic excerpt, as in WordPress. */
	const EXCERPT_WORDS = 55;

	/** Elements whose content nobody should read as text. */
	const HIDDEN = '/<(script|style|template|noscript|object|svg|math)\b/i';

	/** Elements that begin a new line. Without a space before them, words of two paragraphs would be one. */
	const LINE_BREAK = '/<(?:br|\/?(?:p|div|h[1-6]|[uo]l|li|d[lt]|dd|table|t[rdh]|blockquote|figure|figcaption))\b/i';

	/** White space and controls, without spaces that do not break. One class, as PHP gives up alternatives in a long text. */
	const SPACES = '/[\p{Cc}\x{20}\x{1680}\x{180E}\x{2000}-\x{200A}\x{2028}\x{2029}\x{205F}\x{3000}]+/u';

	/** The text of some HTML, in one line. Spaces that do not break stay, as French needs them before a colon. */
	public static function plain( string $html ): string {
		$visible = self::without_hidden( wp_check_invalid_utf8( $html ), ' ' );
		$text    = wp_strip_all_tags( self::replace( self::LINE_BREAK, ' $0', $visible ) );
		$text    = html_entity_decode( $text, ENT_QUOTES | ENT_HTML5, 'UTF-8' );
		return trim( self::replace( self::SPACES, ' ', $text ) );
	}

	/** The text of some HTML as a line of a feed. The widget decodes character references, so a literal `&amp;` is escaped. */
	public static function line( string $html, int $max ): string {
		$text = self::clip( self::plain( $html ), $max );
		return preg_match( '/&#?\w+;/', $text ) ? str_replace( '&', '&amp;', $text ) : $text;
	}

	/** Cuts a text that is too long for the widget. */
	public static function clip( string $text, int $max ): string {
		return mb_strlen( $text ) > $max ? mb_substr( $text, 0, $max - 1 ) . '…' : $text;
	}

	/** Cuts HTML that is too long for the widget, never within a tag. Browsers close what is open. */
	public static function clip_html( string $html ): string {
		return mb_strlen( $html ) > self::MAX_HTML
			? self::replace( '/<[^>]*$/', '', mb_substr( $html, 0, self::MAX_HTML ) )
			: $html;
	}

	/**
	 * The summary of a post: its own excerpt. An automatic excerpt has headings, tables and lists in one line, so the first paragraph of the
	 * content is easier to read.
	 *
	 * @param string $excerpt The excerpt, or '' if it has none of its own.
	 * @param string $content The rendered content.
	 */
	public static function summary( string $excerpt, string $content ): string {
		$own = self::line( $excerpt, self::MAX_SUMMARY );
		if ( '' !== $own ) {
			return $own;
		}
		preg_match_all( '/<p(?:\s[^<>]*)?>(.*?)<\/p>/is', $content, $paragraphs );
		foreach ( $paragraphs[1] as $paragraph ) {
			$text = self::line( $paragraph, self::MAX_SUMMARY );
			if ( '' !== $text ) {
				return $text;
			}
		}
		return self::line( esc_html( wp_trim_words( self::plain( $content ), self::EXCERPT_WORDS, '…' ) ), self::MAX_SUMMARY );
	}

	/**
	 * Whether WordPress made an excerpt: it ends in “[…]”, or is the beginning of the content. Only for posts of other sites, as our own
	 * posts say so.
	 */
	public static function is_automatic( string $excerpt, string $content ): bool {
		$letters = static function ( string $html ): string {
			return self::replace( '/[^\p{L}\p{N}]+/u', '', self::plain( $html ) );
		};
		$text    = self::plain( $excerpt );
		$cut     = '/\[(?:…|\.{3})\]$|(?:^|…|\.{3})\s?continue reading\b/iu';
		$own     = $letters( self::replace( '/(?:…|\.{3})$/u', '', $text ) );
		return 1 === preg_match( $cut, $text ) || 0 === strpos( $letters( $content ), $own );
	}

	/** HTML without scripts and forms, and with a link in place of each frame, as the widget shows no frames. */
	public static function body( string $html ): string {
		$visible = self::without_hidden( wp_check_invalid_utf8( $html ), '' );
		$apart   = self::replace( '/<\/a>(?=<a\s[^<>]*wp-block-file__button)/', '</a><br>', $visible );
		$linked  = preg_replace_callback( '/<iframe\s([^<>]*)>[^<]*(?:<\/iframe>)?/i', array( self::class, 'link_to_frame' ), $apart );
		return trim( wp_kses_post( make_clickable( self::clip_html( $linked ?? $apart ) ) ) );
	}

	/** @param string[] $frame The tag of a frame, and its attributes. */
	private static function link_to_frame( array $frame ): string {
		$attributes = wp_kses_hair( $frame[1], array( 'http', 'https' ) );
		$address    = html_entity_decode( isset( $attributes['src'] ) ? $attributes['src']['value'] : '', ENT_QUOTES );
		$address    = self::replace(
			'/^https:\/\/www\.youtube(?:-nocookie)?\.com\/embed\/([\w-]{1,20}).*/s',
			'https://www.youtube.com/watch?v=$1',
			$address
		);
		if ( ! preg_match( '/^https?:/', $address ) ) {
			return '';
		}
		$title = isset( $attributes['title'] ) ? self::plain( $attributes['title']['value'] ) : '';
		return sprintf( '<a href="%s">%s</a>', esc_url( $address ), esc_html( '' === $title ? $address : $title ) );
	}

	/** HTML without elements that are hidden. Tag by tag, as PHP gives up one expression for all of a long drawing. */
	private static function without_hidden( string $html, string $replacement ): string {
		$visible = '';
		$at      = 0;
		while ( preg_match( self::HIDDEN, $html, $start, PREG_OFFSET_CAPTURE, $at ) ) {
			list( $tag, $from ) = $start[0];
			$visible           .= substr( $html, $at, $from - $at ) . $replacement;
			if ( ! preg_match( '/<\/' . $start[1][0] . '\s*>/i', $html, $end, PREG_OFFSET_CAPTURE, $from + strlen( $tag ) ) ) {
				return $visible;
			}
			$at = $end[0][1] + strlen( $end[0][0] );
		}
		return $visible . substr( $html, $at );
	}

	/**
	 * `preg_replace`, but a text that PHP gives up stays as it is. WordPress then removes tags that are not safe. A text that is not UTF-8
	 * becomes empty, as no JSON can contain it.
	 */
	public static function replace( string $pattern, string $replacement, string $text ): string {
		return preg_replace( $pattern, $replacement, $text ) ?? ( PREG_BAD_UTF8_ERROR === preg_last_error() ? '' : $text );
	}
}
