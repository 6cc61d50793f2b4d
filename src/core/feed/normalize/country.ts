import {fold} from '../../text/fold.js';

/** Two letters, but for what Intl has names for and is no country of ISO 3166-1: codes that it withdrew, unions and some islands. */
const MAYBE_CODE =
  /^(?!A[CN]|BU|C[PQST]|D[DGY]|E[AUZ]|F[QX]|HV|IC|JT|MI|N[HQT]|P[CUZ]|Q[OU]|RH|SU|T[AP]|U[KN]|VD|WK|X[AB]|Y[DU]|Z[RZ])[A-Z]{2}$/;

/** What Intl does not say, as expressions for keys: other usage, codes of three letters, and names in languages that Chromium lacks. */
const aliases = (
  'GBuk|gr.{2,4}br.+|britain|england|scotland|wales|northernireland USusa?|(unitedstates)?america IEeire|irl GRel|hellas|ελλασ NLholland TRturkey ' +
  'SKslovak RUrussian.+ MKmacedonia|maqedonia.+ CZczech|ts?che.+|ceska|ch?eca XKkosov. BAbih|bosnia ALshqiperi.? LUletzebuerg ' +
  'KRkorea AMհայա.+ GEსაქ.+|sakartvelo EEest SIsvn RSsrb UAukr ILisr BYblr CHsvizra ESespa[in].+ NOnoreg GBydeyrn.+'
)
  .split(' ')
  .map((alias) => [alias.slice(0, 2), new RegExp(`^(${alias.slice(2)})$`)] as const);

/** The other codes of three letters that a feed is likely to have, those of its two letters in capitals. */
const ALPHA_3 =
  'AnDALbArMAuTAUsAZeBElBGrBRaCAnCHeCYpCZeDEuDnKESpFInFRaGBrGEoGRcHRvHUnISlITaJOrJPn' +
  'KoRLBnLIeLTuLUxLVaMArMCoMDaMnEMKdMlTMeXNLdNOrNZlPoLPrTROuRUsSwESvKSMrTuNTuRUSaVAtXKx';

/**
 * The languages whose names of countries are not read yet, the likeliest first. A language costs about a millisecond, so each is
 * read when a name was not found in those before it. Left out are those whose neighbors have the same name for their country.
 */
const languages = 'en fr de es it pt nl sv fi pl cs hr ro hu tr et lt uk ru bg sr el he ar ja ko'.split(' ');

/** Without a prototype, as they are asked for what a feed or a page wrote. */
const codesByKey: Record<string, string> = Object.create(null);
const namesByLanguage: Record<string, Intl.DisplayNames> = Object.create(null);

/**
 * The ISO 3166-1 alpha-2 code of a country that is given as this code, as that of three letters or by its name, in any case, with or
 * without accents: English and native names, those in other European languages, and usual ones such as `UK`, `EL` or `Holland`. The
 * parts of the United Kingdom are `GB`, as a facet counts states; Kosovo is `XK`. `''` where it is none of them: keep the text then.
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
    // in base 36, aa to zz
    for (let i = 370; i < 1296; i++) {
      const each = i.toString(36).toUpperCase();
      if (isCode(each)) codesByKey[keyOf(names.of(each)!)] ??= each;
    }
  }
  return codesByKey[key] ?? '';
}

/**
 * What a country is called in a language (a valid BCP 47 tag), by its alpha-2 code; in English where the browser does not know the
 * language. Any other text is its own name.
 */
export function countryName(code: string, language: string): string {
  return isCode(code) ? namesIn(language).of(code)! : code;
}

/** What a country is called in a hurry, in English: `UK`, `US`; of most countries this is the name. */
export function countryShortName(code: string): string {
  return isCode(code) ? new Intl.DisplayNames('en', {type: 'region', style: 'short'}).of(code)! : code;
}

function isCode(text: string): boolean {
  return MAYBE_CODE.test(text) && namesIn('en').of(text) !== text;
}

/** The letters that tell a name: `Bosnia & Herzegovina` is `Bosnia-Herzegovina`, and `Moldova (Republic of)` is Moldova. */
function keyOf(name: string): string {
  return fold(name).replace(/\b(?:and|of|the|\w*repub+li\w+)\b|[^\p{L}]/gu, '');
}

function namesIn(language: string): Intl.DisplayNames {
  return (namesByLanguage[language] ??= new Intl.DisplayNames([language, 'en'], {type: 'region'}));
}
