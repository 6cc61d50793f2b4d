import {fold} from '../../text/fold.js';

/**
 * Two letters, except codes that have a name in Intl but are not countries of ISO 3166-1: withdrawn
 * codes, unions and some islands.
 */
const MAYBE_CODE =
  /^(?!A[CN]|BU|C[PQST]|D[DGY]|E[AUZ]|F[QX]|HV|IC|JT|MI|N[HQT]|P[CUZ]|Q[OU]|RH|SU|T[AP]|U[KN]|VD|WK|X[AB]|Y[DU]|Z[RZ])[A-Z]{2}$/;

/**
 * Names that Intl does not have, as expressions for keys: common names, codes of three letters, and
 * names in languages that Chromium lacks. Each begins with the code.
 */
const aliases = (
  'GBuk|gr.{2,4}br.+|britain|england|scotland|wales|northernireland USusa?|(unitedstates)?america IEeire|irl GRel|hellas|ελλασ NLholland TRturkey ' +
  'SKslovak RUrussian.+ MKmacedonia|maqedonia.+ CZczech|ts?che.+|ceska|ch?eca XKkosov. BAbih|bosnia ALshqiperi.? LUletzebuerg ' +
  'KRkorea AMհայա.+ GEსაქ.+|sakartvelo EEest SIsvn RSsrb UAukr ILisr BYblr CHsvizra ESespa[in].+ NOnoreg GBydeyrn.+'
)
  .split(' ')
  .map((alias) => [alias.slice(0, 2), new RegExp(`^(${alias.slice(2)})$`)] as const);

/**
 * The codes of three letters that feeds are likely to have. The capitals of each are its code of
 * two letters.
 */
const ALPHA_3 =
  'AnDALbArMAuTAUsAZeBElBGrBRaCAnCHeCYpCZeDEuDnKESpFInFRaGBrGEoGRcHRvHUnISlITaJOrJPn' +
  'KoRLBnLIeLTuLUxLVaMArMCoMDaMnEMKdMlTMeXNLdNOrNZlPoLPrTROuRUsSwESvKSMrTuNTuRUSaVAtXKx';

/**
 * Languages whose country names are not read yet, the likeliest first. Each costs about a
 * millisecond, so it is read only if a name is not found in those before it. Languages that share
 * the name of their country with a neighbour are left out.
 */
const languages = 'en fr de es it pt nl sv fi pl cs hr ro hu tr et lt uk ru bg sr el he ar ja ko'.split(' ');

/** Without a prototype, as their keys come from feeds and pages. */
const codesByKey: Record<string, string> = Object.create(null);
const namesByLanguage: Record<string, Intl.DisplayNames> = Object.create(null);

/**
 * Finds the ISO 3166-1 alpha-2 code of a country by this code, its code of three letters or its
 * name, in any case, with or without accents. Knows English and native names, names in other
 * European languages, and common ones such as `UK`, `EL` or `Holland`. The parts of the United
 * Kingdom are `GB`, as the filter lists states; Kosovo is `XK`. `''` if the country is unknown:
 * keep the text then.
 */
export function countryCode(text: string): string {
  const code = text.trim().toUpperCase();
  if (isCode(code)) return code;
  const alpha3 = code.length === 3 && ALPHA_3.match(/.../g)!.find((each) => each.toUpperCase() === code);
  if (alpha3) return alpha3.replace(/[a-z]/, '');
  const key = keyOf(text);
  const usual = codesByKey[key] ?? aliases.find(([, names]) => names.test(key))?.[0];
  if (usual) return usual;
  while (!codesByKey[key] && languages.length) {
    const names = namesIn(languages.shift()!);
    // In base 36: aa to zz.
    for (let i = 370; i < 1296; i++) {
      const each = i.toString(36).toUpperCase();
      if (isCode(each)) codesByKey[keyOf(names.of(each)!)] ??= each;
    }
  }
  return codesByKey[key] ?? '';
}

/**
 * The name of a country in a language (a valid BCP 47 tag), by its alpha-2 code; in English if the
 * browser does not know the language. Any other text is returned unchanged.
 */
export function countryName(code: string, language: string): string {
  return isCode(code) ? namesIn(language).of(code)! : code;
}

/** The short English name: `UK`, `US`. For most countries it is the full name. */
export function countryShortName(code: string): string {
  return isCode(code) ? new Intl.DisplayNames('en', {type: 'region', style: 'short'}).of(code)! : code;
}

function isCode(text: string): boolean {
  return MAYBE_CODE.test(text) && namesIn('en').of(text) !== text;
}

/**
 * Letters that identify a name: `Bosnia & Herzegovina` is `Bosnia-Herzegovina`, and `Moldova
 * (Republic of)` is Moldova.
 */
function keyOf(name: string): string {
  return fold(name).replace(/\b(?:and|of|the|\w*repub+li\w+)\b|[^\p{L}]/gu, '');
}

function namesIn(language: string): Intl.DisplayNames {
  return (namesByLanguage[language] ??= new Intl.DisplayNames([language, 'en'], {type: 'region'}));
}
