import {fold} from '../search/fold.js';

/** Longer than any name of a country. */
const MAX_LENGTH = 100;

// ISO 3166-1, its 249 codes and XK for Kosovo. Intl knows no alpha-3 codes, and names codes that are no country's (EU, SU, ZZ). Most
// alpha-2 codes are the first two letters of the alpha-3 code, or the first and the last; the others are written before it.
const FIRST_TWO =
  'afgaiaalbargasmausazebelbfabgrbhrblmbmubolbrabtnbvtbwacancckchecivcmrcolcricubcxrcypczedeudjidmadomdzaecuegyeriespethfinfjifragabgbrgeoggyghagibgmbgrcgtmgumhkghmdhndhrvhtihunidnimnindiotirnislitajeyjorjpnkenkgzkhmkirknakwtlaolbnlcalielkalsoltuluxlvamarmcomdamhlmkdmlimmrmngmrtmsrmusmwimysnamnclnernfknganicnldnornplnrunzlomnpanperphlpripseqatreurourusrwasausdnsgpshnsjmslesmrsomssdstpsxmsyrtcatgothatjktkltlstonttotwntzaugaumiusauzbvatvctvenvgbvirvnmvutwsmxkxyemzafzmbzwe';
const FIRST_AND_LAST =
  'abwagoandarearmatgautbdibgdbhsblzbrbbrncafchlchncodcogcokcpvcuwdnkeshflkfrofsmginglpgnqgrdgrlgufguyirqjamkazkorlbrlbymafmdgmdvmexmltmnemnpmozmtqniupakpcnplwpngpolprtprypyfsenslbslvsursvksweswzsyctcdtkmtunturtuvurywlf';
const OTHERS =
  'axalaaqatatfatfbjbenbqbesbabihbyblrkmcomkycymeeestgwgnbieirlilisrmomacytmytkpprkgssgspmspmrssrbsisvnuaukr';

/** What Intl does not say, as keys: other usage, former and short names, and those of member states whose language Chromium lacks. */
const ALIASES =
  'gb:uk,greatbritain,greatbritainnorthernireland,britain,england,scotland,wales,northernireland,cymru,grandebretagne,granbretana,granbretagna,grossbritannien ' +
  'us:us,usa,unitedstatesofamerica,america ie:eire gr:el nl:holland tr:turkey sk:slovakrepublic ru:russianfederation mk:macedonia,fyrom ' +
  'cz:czechrepublic,ceskarepublika,republiquetcheque,republicacheca,repubblicaceca,tschechischerepublik xk:kosova,kosove ba:bosnia ' +
  'al:shqiperia,shqiperi lu:letzebuerg am:հայաստան,hayastan ge:საქართველო,sakartvelo no:noreg fo:foroyar ch:svizra va:vatican,holysee ' +
  'kr:korea tw:republicofchina hk:hongkong mo:macao,macau mm:myanmar,burma ps:palestine ae:uae ci:ivorycoast vn:vietnam :congo,kongo';

/**
 * The languages whose names of countries are known, the likeliest first. A language costs about a millisecond, so each is read when
 * a name was not found in those before it, and only for names in its script.
 */
const latin = 'en fr de es it pt nl sv nb da fi pl cs sk sl hr ro hu tr ca et lv lt'.split(' ');
const notLatin = 'uk ru bg sr el he ar ja ko'.split(' ');

/** Codes by folded code, and by key; filled when first asked for. */
const codes = new Map<string, string>();
const codesByName = new Map<string, string>();
const displayNames = new Map<string, Intl.DisplayNames>();

/**
 * The ISO 3166-1 alpha-2 code of a country that is given as an alpha-2 or alpha-3 code or by its name, in any case, with or without
 * accents: English and native names, those in other European languages, and usual ones such as `UK`, `EL` or `Holland`. The parts of
 * the United Kingdom are `GB`, as a facet counts states; Kosovo is `XK`. `''` where it is none of them: keep the text then.
 */
export function countryCode(text: string): string {
  const folded = fold(text.slice(0, MAX_LENGTH)).trim();
  return knownCodes().get(folded) ?? (codeOf(folded) || codeOf(shortName(folded)));
}

/**
 * What a country is called in a language, by its alpha-2 code; in English where the browser does not know the language, or where
 * the tag is not one. Any other text is its own name.
 */
export function countryName(code: string, language: string): string {
  return (knownCodes().get(code.toLowerCase()) === code && namesIn(language).of(code)) || code;
}

function knownCodes(): ReadonlyMap<string, string> {
  if (codes.size) return codes;
  const add = (alpha2: string, alpha3: string): unknown =>
    codes.set(alpha2, alpha2.toUpperCase()).set(alpha3, alpha2.toUpperCase());
  for (const [code] of FIRST_TWO.matchAll(/.../g)) add(code.slice(0, 2), code);
  for (const [code] of FIRST_AND_LAST.matchAll(/.../g)) add(code.charAt(0) + code.charAt(2), code);
  for (const [code] of OTHERS.matchAll(/.{5}/g)) add(code.slice(0, 2), code.slice(2));
  for (const [code = '', names = ''] of ALIASES.split(' ').map((entry) => entry.split(':')))
    for (const name of names.split(',')) codesByName.set(name, code.toUpperCase());
  return codes;
}

/** The code of a folded name in any of our languages. */
function codeOf(name: string): string {
  const key = keyOf(name);
  const unread = /[a-z]/.test(key) ? latin : notLatin;
  while (key && !codesByName.has(key) && unread.length) readNames(unread.shift()!);
  return codesByName.get(key) ?? '';
}

/** Adds the names of one language; the names of the languages before it stay. */
function readNames(language: string): void {
  if (!isKnown(language)) return;
  for (const code of new Set(codes.values())) {
    const key = keyOf(fold(namesIn(language).of(code) ?? ''));
    // up to three Latin letters are a code, or none: TAI is not the Estonian for Thailand
    if (!codesByName.has(key) && !/^[a-z]{0,3}$/.test(key)) codesByName.set(key, code);
  }
}

/** The letters of a folded name, so that `Bosnia & Herzegovina`, `Bosnia and Herzegovina` and `Bosnia-Herzegovina` are one. */
function keyOf(name: string): string {
  return name.replace(/\bsaint\b/g, 'st').replace(/\b(?:and|the)\b|[^\p{L}]/gu, '');
}

/** `Moldova (Republic of)`, `Moldova, Republic of` and `The Republic of Moldova` are Moldova; of two Koreas or Congos, neither is. */
function shortName(name: string): string {
  const short = name
    .replace(/[(,].*\b(?:of|the)\W*$/, '')
    .replace(/^[a-z ]*(?:republic|kingdom|principality|duchy) of /, '');
  return name.includes('democratic') ? '' : short;
}

function namesIn(language: string): Intl.DisplayNames {
  let names = displayNames.get(language);
  if (!names) {
    names = new Intl.DisplayNames(isKnown(language) ? language : 'en', {type: 'region', fallback: 'none'});
    displayNames.set(language, names);
  }
  return names;
}

/** Intl answers in another language where it lacks one, and throws where the tag is none. */
function isKnown(language: string): boolean {
  try {
    return Intl.DisplayNames.supportedLocalesOf(language).length > 0;
  } catch {
    return false;
  }
}
