<?php
/**
 * @package GoodPracticeBrowser
 */

namespace GoodPracticeBrowser;

defined( 'ABSPATH' ) || exit;

/** Says in plain words what a feed lacks, and what editors can do about it. */
final class Findings {
	/**
	 * @param array  $feed A feed in our format.
	 * @param string $kind The kind of its source.
	 * @return string[] One text for each finding, with the number of posts.
	 */
	public static function of( array $feed, string $kind = 'posts' ): array {
		if ( ! $feed['practices'] ) {
			return array( __( 'The list is empty. Visitors read that there are no practices yet.', 'good-practice-browser' ) );
		}
		$findings = array();
		foreach ( self::count( $feed ) as $lack => $count ) {
			if ( $count ) {
				$advice     = 'posts' === $kind ? ' ' . self::advice( $lack ) : '';
				$findings[] = self::sentence( $lack, $count ) . $advice;
			}
		}
		if ( $findings && 'address' === $kind ) {
			$findings[] = __( 'Only the editors of the other site can change this.', 'good-practice-browser' );
		}
		return $findings;
	}

	/** @return array<string, int> How many posts lack what. */
	private static function count( array $feed ): array {
		$counts = array(
			'title'       => isset( $feed['x-untitled'] ) ? $feed['x-untitled'] : 0,
			'same-title'  => 0,
			'city'        => 0,
			'country'     => 0,
			'known'       => 0,
			'period'      => 0,
			'summary'     => 0,
			'description' => 0,
		);
		$titles = array();
		foreach ( $feed['practices'] as $practice ) {
			$has                    = static function ( string ...$fields ) use ( $practice ): bool {
				return (bool) array_filter( array_intersect_key( $practice, array_flip( $fields ) ) );
			};
			$countries              = array_filter( (array) ( isset( $practice['country'] ) ? $practice['country'] : array() ), 'is_string' );
			$title                  = strtolower( (string) wp_json_encode( $practice['title'] ) );
			$titles[ $title ]       = isset( $titles[ $title ] ) ? $titles[ $title ] + 1 : 1;
			$counts['city']        += $has( 'city' ) ? 0 : 1;
			$counts['country']     += $countries ? 0 : 1;
			$counts['known']       += array_filter( $countries, array( Countries::class, 'is_unknown' ) ) ? 1 : 0;
			$counts['period']      += $has( 'period', 'years', 'year' ) ? 0 : 1;
			$counts['summary']     += $has( 'summary', 'sections' ) ? 0 : 1;
			$counts['description'] += isset( $practice['image'] ) && empty( $practice['image']['alt'] ) ? 1 : 0;
		}
		foreach ( $titles as $count ) {
			$counts['same-title'] += $count > 1 ? $count : 0;
		}
		return $counts;
	}

	private static function sentence( string $lack, int $count ): string {
		switch ( $lack ) {
			case 'title':
				/* translators: %s: number of posts */
				$text = _n( '%s post has no title, so it is not in the list.', '%s posts have no title, so they are not in the list.', $count, 'good-practice-browser' );
				break;
			case 'same-title':
				/* translators: %s: number of posts, at least 2 */
				$text = _n( '%s post has the title of another one.', '%s posts have the title of another one.', $count, 'good-practice-browser' );
				break;
			case 'city':
				/* translators: %s: number of posts */
				$text = _n( '%s post has no city.', '%s posts have no city.', $count, 'good-practice-browser' );
				break;
			case 'country':
				/* translators: %s: number of posts */
				$text = _n( '%s post has no country.', '%s posts have no country.', $count, 'good-practice-browser' );
				break;
			case 'known':
				/* translators: %s: number of posts */
				$text = _n( '%s post has a country that is not known.', '%s posts have a country that is not known.', $count, 'good-practice-browser' );
				break;
			case 'period':
				/* translators: %s: number of posts */
				$text = _n( '%s post has no period.', '%s posts have no period.', $count, 'good-practice-browser' );
				break;
			case 'summary':
				/* translators: %s: number of posts */
				$text = _n( '%s post has neither an excerpt nor a text.', '%s posts have neither an excerpt nor a text.', $count, 'good-practice-browser' );
				break;
			default:
				/* translators: %s: number of posts */
				$text = _n( '%s post has an image without a description.', '%s posts have an image without a description.', $count, 'good-practice-browser' );
		}
		return sprintf( $text, number_format_i18n( $count ) );
	}

	private static function advice( string $lack ): string {
		$advice = array(
			'title'       => __( 'Give every post a title.', 'good-practice-browser' ),
			'same-title'  => __( 'Visitors cannot tell them apart: add the city or the year, or delete what was published twice.', 'good-practice-browser' ),
			'city'        => __( 'Open a post, and fill in “City” in the sidebar of the editor.', 'good-practice-browser' ),
			'country'     => __( 'Without a country, visitors do not find a post by country.', 'good-practice-browser' ),
			'known'       => __( 'Write the English name, or the code of two letters, such as DE.', 'good-practice-browser' ),
			'period'      => __( 'Without a period, visitors do not find a post by year. Write for example “2018–2022” or “since 2019”.', 'good-practice-browser' ),
			'summary'     => __( 'Visitors see nothing but the title. Write at least a sentence.', 'good-practice-browser' ),
			'description' => __( 'Visitors who cannot see an image do not learn what it shows: fill in “Alternative text” in the media library.', 'good-practice-browser' ),
		);
		return $advice[ $lack ];
	}
}
