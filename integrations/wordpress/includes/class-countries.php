<?php
/**
 * @package GoodPracticeBrowser
 */

namespace GoodPracticeBrowser;

defined( 'ABSPATH' ) || exit;

/** Which countries the widget knows (src/core/feed/normalize/country.ts). */
final class Countries {
	/** The codes of ISO 3166-1, and XK for Kosovo. */
	const CODES = 'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW';
	/** Usual codes that are not those of ISO. */
	const OTHER_CODES = 'UK EL USA GBR DEU FRA ESP ITA PRT POL NLD BEL AUT CHE SWE NOR DNK FIN ISL IRL GRC CYP TUR UKR ROU BGR HRV SRB SVN SVK CZE HUN EST LVA LTU LUX MLT ALB MKD MNE BIH MDA GEO ARM AZE ISR JPN KOR CAN AUS MEX BRA MAR JOR LBN RUS';
	/** Letters of usual names that are not those of CLDR. */
	const OTHER_NAMES = 'great?britain england scotland wales northernireland (unitedstates)?america eire hellas holland turkey slovakrepublic czechia czechrepublic macedonia bosnia korea kosov[aoë]';
	/** The languages in which the widget knows the names. */
	const LANGUAGES = 'en fr de es it pt nl sv fi pl cs hr ro hu tr et lt uk ru bg sr el he ar ja ko';

	/**
	 * Whether a country is none that the widget knows. PHP knows names only with its extension `intl`; without it, no name counts as unknown.
	 */
	public static function is_unknown( string $text ): bool {
		$name = html_entity_decode( trim( $text ), ENT_QUOTES, 'UTF-8' );
		if ( in_array( strtoupper( $name ), explode( ' ', self::CODES . ' ' . self::OTHER_CODES ), true ) ) {
			return false;
		}
		if ( strlen( $name ) === 2 ) {
			return true;
		}
		$key   = self::key( $name );
		$names = str_replace( ' ', '|', self::OTHER_NAMES );
		return self::names() && ! isset( self::names()[ $key ] ) && ! preg_match( "/^(?:$names)$/", $key );
	}

	/** @return array<string, true> The letters of all names, without spaces and accents. Empty without the extension. */
	private static function names(): array {
		static $names = null;
		if ( null === $names ) {
			$names = array();
			foreach ( class_exists( '\Locale' ) ? explode( ' ', self::LANGUAGES ) : array() as $language ) {
				foreach ( explode( ' ', self::CODES ) as $code ) {
					$names[ self::key( (string) \Locale::getDisplayRegion( "-$code", $language ) ) ] = true;
				}
			}
		}
		return $names;
	}

	private static function key( string $name ): string {
		$letters = mb_strtolower( remove_accents( $name ), 'UTF-8' );
		return Texts::replace( '/\b(?:and|of|the|\w*repub+li\w+)\b|[^\p{L}]/u', '', $letters );
	}
}
