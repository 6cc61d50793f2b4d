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
	/** Usual codes that are not those of ISO, and the codes of three letters that feeds are likely to have. */
	const OTHER_CODES = 'UK EL ALB AND ARM AUS AUT AZE BEL BGR BIH BLR BRA CAN CHE CYP CZE DEU DNK ESP EST FIN FRA GBR GEO GRC HRV HUN IRL ISL ISR ITA JOR JPN KOR LBN LIE LTU LUX LVA MAR MCO MDA MEX MKD MLT MNE NLD NOR NZL POL PRT ROU RUS SMR SRB SVK SVN SWE TUN TUR UKR USA VAT XKX';
	/** Letters of usual names that are not those of CLDR, as `key()` makes them: without “republic”, for example. */
	const OTHER_NAMES = 'uk gr.{2,4}br.+ britain england scotland wales northernireland usa? (unitedstates)?america eire hellas ελλασ holland turkey slovak russian.+ macedonia maqedonia.+ czech ts?che.+ ceska ch?eca kosov. bosnia shqiperi.? letzebuerg korea հայա.+ საქ.+ sakartvelo svizra espa[in].+ noreg ydeyrn.+';
	/** Letters without accents that people write in other ways, besides those of `remove_accents()`. */
	const LETTERS = array(
		'ə' => 'e',
		'ı' => 'i',
		'ς' => 'σ',
	);
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
		return self::names() && ! isset( self::names()[ $key ] ) && ! preg_match( "/^(?:$names)$/u", $key );
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

	/** Letters that identify a name, without spaces, accents and “republic”. Not those of the language of this site, in which “ö” may become “oe”. */
	private static function key( string $name ): string {
		$marked  = class_exists( '\Normalizer' ) ? (string) \Normalizer::normalize( $name, \Normalizer::FORM_KD ) : $name;
		$letters = mb_strtolower( remove_accents( Texts::replace( '/\p{Mn}/u', '', $marked ), 'en_US' ), 'UTF-8' );
		return Texts::replace( '/\b(?:and|of|the|\w*repub+li\w+)\b|[^\p{L}]/u', '', strtr( $letters, self::LETTERS ) );
	}
}
