import type {YearSpan} from '../practice.js';
import {fold} from '../search/fold.js';

/** A period is a phrase. Whoever writes an essay in its place has said it by then, and no expression below ever sees more. */
const MAX_LENGTH = 300;

/**
 * What a word does to the years around it, as stems in the languages that cities write in, folded. `*` is the rest of a word, `_` a
 * space, a hyphen or nothing. This is all that is known of languages here: months, seasons and topics are plain words. What follows a
 * year and "until" needs no word for "now", so only those are here that stand alone or after a dash.
 */
const WORDS = {
  // goes on, or goes to this day
  o:
    'on_going* going still current* present now today to_date continu(?!ed)* perman* active onward* beyond indefin* ' +
    'running(?!.+\\d) un(?:limited|defined|determined|derway) ' +
    'in_(?:use|place|force|progress) open_end* no_end* further_notice ff ' +
    '[ei][nm]_co?u?rso? a[ct]?tu(?:al[eim]|el)* presente prezent* aujourd* a_ce_jour nos_jours decorrer vigente adelante hoy hoje oggi ' + // fr es pt it ca ro
    'aktue* heute (?:fort)?laufend* lauft noch dauerhaft unbefristet heden nu (?:door)?lopend* ' + // de nl
    'i_dag (?<=-\\s?)na pagaende pagar lo[bp][ae]nde nyky* jatku* alkaen lahtien ' + // da nb sv fi
    'tr[vw]a* obecn* nadal dzis* dnes* probih* danas traje [uv]_t(?:ijek|ok|ek)u ' + // pl cs sk hr sl
    'folyamat* ota tol devam* beri itibaren σημερα εξελιξη συνεχ* ' + // hu tr el
    'сегодня сьогодні (?:до)?тепер* (?:по)?настоящ* трива* продол* посто* постіи* насам досега', // uk ru bg
  // since: has begun, and goes on
  s: 'since depuis seit sinds siden sidan sedan',
  // from: goes on unless an end is said
  f:
    'from as_of after start(?:s|ed|ing)?(?!_of|_up) began begun commenc* launched established founded introduced created initiated opened ' +
    'desde des_de dall? a_partire?(?:_d\\p{L}{1,2})? (?<=^|,\\s?)(?:da|des|din) lance iniciad* avviat* ' +
    'ab beginn begonnen gestartet gestart vanaf fra fran vuodesta alates nuo od απο од від от з із с',
  // to, or until
  u:
    'to(?!_be) until till? through thru before jusqu* avant hasta fino ate fins pana bis vor tot ' +
    'til tills indtil kuni iki do deri εωσ μεχρι до по',
  // to, where the word says other things too
  t: 'a al au ao e',
  // is over
  e:
    'end(?:ed|ing|s) (?<=,\\s?)end no_longer finish* complet(?:ed|ion|ad|at)* conclu* closed ceased stop* discontinu* suspend* expired ' +
    'cancel* inactive terminat* terminad* termine_en final[iy]* fini achev* beendet endete? abgeschlossen заверш* закін*',
  n: 'not? non never without nicht keine? nie niet geen inte ikke ne nest nao не нет δεν',
  // comes again: goes on, where no year is known
  a:
    'every each annu[ae]l* anual* yearly monthly weekly daily regular* recurr* all_year year_round throughout chaque ' +
    'to[du]*s_l?[aeo]s cada ogni jede[sn]? jahrlich* elke? hvert? arlig* varje кажд* щоро*',
  // makes a decade of a year that ends in 0
  c: 'decad* annees anni an[oy]s jaren',
};

const YEAR = '(?:18|19|20)\\d\\d';
const WORD_END = '(?!\\p{L})';

/**
 * One token, in a group named by its kind: a year with the digits that belong to it, a word of WORDS, another word, a number; or a
 * sign, in no group. `x` says nothing.
 */
const TOKEN = new RegExp(
  [
    // 23/02/2019 · 2010s · 2018/2019 · 2011-14 · 2011 - 14 · 2019-02-23
    `(?:\\d\\d?[-./]\\s?){0,2}(?<y>${YEAR})(?!\\d)(?:` +
      `(?<=0)(?<decade>-?(?:s|er(?:ne?)?|tall?(?:et)?|lu[kv]u\\p{L}*|х)${WORD_END})|` +
      `\\s?/\\s?(?<season>${YEAR})(?!\\d)|` +
      '[-/](?<end>\\d\\d)(?!\\d|[./]\\d|-\\d\\d?(?!\\d))|\\s?[-/]\\s?(?<farEnd>\\d\\d)(?=[\\s.]*(?:$|,))|' +
      '(?:[-./]\\d\\d?(?!\\d)){1,2})?',
    ...Object.entries(WORDS).map(
      ([kind, words]) =>
        `(?<${kind}>(?:${words.replace(/\*/g, '\\p{L}*').replace(/_/g, '[\\s-]?').replace(/ /g, '|')})${WORD_END})`,
    ),
    '(?<w>\\p{L}+)',
    '(?<d>\\d+)',
    '-+|[+,]|(?<x>[^])',
  ].join('|'),
  'gu',
);

/** Amounts of money, and runs of digits that no date can be: telephone and file numbers. Their digits are not years. */
const MONEY = /\p{Sc}\s?\d[\d.,]*|\d+\s?\p{Sc}(?!\s?\d)/gu;
const NUMBERS = /(?:(?<!\d\s?)\+)?\d+(?:[-./ )]{1,2}\d+)*/g;
const NO_DATE = /^\+|(?<!\d)(?:\d{3}|\d{5,}|(?!18|19|20)\d{4})(?!\d)/;

/** A year, a season (`2018/19`) or a decade. */
type Years = readonly [from: number, to: number];

/**
 * The years in a period as a city writes it, in any language: `2018-ongoing`, `2011-14`, `Depuis 2014`, `23/02/2019`, `the 1990s`,
 * `Each year in March`. Years are 1800 to 2099 in four digits, and what a two-digit end or a decade adds; none is made up, and no
 * clock is read: where an end is said, in whatever year, the practice is not ongoing. Where statements disagree, the last holds.
 *
 * `2011-03` is a month, as no range descends; `2011-12` ascends and is a range, as people write more ranges than ISO months. `from`
 * is null where only an end is known. Never throws, and takes linear time.
 */
export function readPeriod(text: string): YearSpan {
  const {kinds, years} = readTokens(text);
  const starts: number[] = [];
  let isOpen: boolean | null = null;
  let read = 0;
  for (const statement of kinds.split(',')) {
    const pieces = statement.split('y');
    const verdict = judge(pieces, years.length > 0);
    if (verdict) isOpen = verdict === 'open';
    const said = years.slice(read, (read += pieces.length - 1));
    if (verdict !== 'end') starts.push(...said.map(([from]) => from));
  }
  if (!years.length) return {from: null, to: null, ongoing: isOpen ?? kinds.includes('a')};
  return {
    from: starts.length ? Math.min(...starts) : null,
    to: isOpen ? null : Math.max(...years.map(([, to]) => to)),
    ongoing: isOpen === true,
  };
}

/**
 * The text with one letter a token – its kind in WORDS, `y` a year, `d` a number, `w` another word, a sign itself; a comma ends a
 * statement –, and the years of each `y`. `From June 2018 - ongoing (a pilot)` is `fwy-o,tw,` and 2018.
 */
function readTokens(text: string): {kinds: string; years: Years[]} {
  const plain = fold(text.slice(0, MAX_LENGTH))
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[\p{Pd}−⁃→⇒]|[-=]>/gu, '-')
    .replace(MONEY, ',')
    .replace(NUMBERS, (run) => (NO_DATE.test(run) ? ',' : run))
    .replace(/\.{2,}/g, '+')
    .replace(/[;|()\n]/g, ',');
  const years: Years[] = [];
  // replace, as matchAll copies the expression at every call, which takes longer than all the rest
  const kinds = plain.replace(TOKEN, (token: string, ...match: unknown[]) => {
    const groups = match.at(-1) as Record<string, string | undefined>;
    const kind = Object.keys(groups).find((name) => groups[name]) ?? token.charAt(0);
    if (kind !== 'y') return kind === 'x' ? '' : kind;
    const from = Number(groups['y']);
    const to = Number(groups['season'] ?? endOf(from, groups['end'] ?? groups['farEnd']));
    const isSpan = Math.abs(to - from) > 1;
    if (isSpan) years.push([from, from], [to, to]);
    else years.push(groups['decade'] ? [from, from + 9] : [Math.min(from, to), Math.max(from, to)]);
    return isSpan ? 'y-y' : 'y';
  });
  const [first] = years;
  if (first && years.length === 1 && first[0] % 10 === 0 && /cw?y/.test(kinds)) years[0] = [first[0], first[0] + 9];
  return {
    years,
    kinds: kinds
      .replace(/c/g, 'w')
      .replace(/d,y/g, 'dy') // "June 1, 2018" is one statement
      .replace(/n[w-]{0,3}e/g, 'o') // a word that is denied says the contrary
      .replace(/n[w-]{0,3}[ofs]|on|e[ofs]+/g, 'e'),
  };
}

/** The year that two digits end a range with; `from` itself where there are none or where they are a month. */
function endOf(from: number, digits = ''): number {
  const end = from - (from % 100) + Number(digits);
  if (digits === '00' && end < 2000) return end + 100;
  return digits && end > from ? end : from;
}

/**
 * What one statement says, from the kinds between its years; where several years follow each other, those around the last one.
 * `end`: its only year is when the practice ends. Null: nothing.
 */
function judge(pieces: readonly string[], hasYears: boolean): 'open' | 'closed' | 'end' | null {
  const tail = pieces.at(-1)!;
  const head = pieces.at(-2);
  const last = /[oe](?=[^oe]*$)/.exec(tail)?.[0];
  if (last) return last === 'o' ? 'open' : 'closed';
  if (head === undefined) return (hasYears ? /[fs][wdt]*$/ : /s[wdt]*$/).test(tail) ? 'open' : null;
  // "2014 -", "2018+", "2016 start", "2014 to date"
  if (/^\+|^w?-\+?$|^u$|[fs][wd]*$/.test(tail) || (/^w?uw+$/.test(tail) && /^[fs]?$/.test(head))) return 'open';
  const isAlone = pieces.length === 2;
  if (/u$|(?:^|[^wdt])u[wdt]*$|e[^o]*$/.test(head) || (isAlone && head === '-')) return isAlone ? 'end' : 'closed';
  // not "from March to June 2017", which ends in its year
  return /[ofs][^u]*$/.test(head) && !/[wd][-ut][wd]+$/.test(head) ? 'open' : null;
}
