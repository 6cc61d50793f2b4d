import type {YearSpan} from '../../practice.js';
import {fold} from '../../text/fold.js';

/**
 * Characters that are read. A period is a phrase; longer texts say what they say by then, and no
 * expression below sees more.
 */
const MAX_LENGTH = 300;

/**
 * Words that say something about the years around them, in the languages of Europe: folded stems, a
 * space between them. `*` is the rest of a word; `_` is a space, a hyphen or nothing. All other
 * words, such as months, seasons and topics, are plain words. After a year and "until", any word
 * means "now", so the words for it are here only if they are used alone or after a dash.
 */
const WORDS = {
  ongoing:
    'on_going* still current* present* now today to_date continu(?!ed)* active onward* running(?!_in) ' +
    'underway in_(?:use|place|force|progress) ' +
    '[ei][nm]_co?u?rso? a[ct]?tu(?:al[eim]|el)* aujourd* ce_jour nos_jours decorrer adelante ho[yj]e? oggi ' + // fr es pt it ca
    'aktue* heute (?:fort|door)?l(?:au?f|ope)[etn]* heden nu ' + // de nl
    '(?<=-\\s?)na pagaende lo[bp][ae]nde alkaen obecn* dnes* danas prezent* σημερα с(?:ьо|е)год*',
  // It is ongoing, and meant to stay so.
  lasting: 'perman* beyond indefin* unlimited open_end* no_end* dauerh* unbefr*',
  // It has begun and goes on.
  since: 'since depuis seit sinds siden sedan',
  // It goes on, unless an end follows.
  from: 'from as_of desde des_de dall? a_partire?(?:_do)? (?<=^|,\\s?)d(?:a|es|in) ' + 'ab vanaf fran? od απο від з с',
  // From; but these words also say how it began.
  begun:
    'after start(?:s|ed|ing)?(?!_of|_up) beg[au]n commenc* launched established founded created opened ' +
    'inicia[dt]* avviat* beginn begonnen gestart*',
  until: 'to(?!_be) until till? through before jusqu* avant hasta fino? ate fins bis vor tot til do pana εωσ μεχρι до',
  // Until; but these words have other meanings too.
  to: 'a al au ao e',
  ended:
    'end(?:ed|ing|s) (?<=,\\s?)end no_longer finish* complet(?:ed|ion|ad|at)* conclu* closed stopped discontinu* suspend* ' +
    'inactive termina[dt]* fini achev* final[iy]* beendet endete? abgeschlossen',
  not: 'not? non never without nest nicht keine? niet geen nao',
  // It comes again: without a year, it goes on.
  repeating:
    'every each annu[ae]l* anual* yearly monthly weekly daily regular* recurr* year_round chaque ' +
    'to[du]*s_l?[aeo]s cada ogni jede[sn]? jahrlich* elke?',
};

const wordPattern = (words: string) =>
  `(?:${words.replace(/\*/g, '\\p{L}*').replace(/_/g, '[\\s-]?').replace(/ /g, '|')})(?!\\p{L})`;

/** Before a year: `23/02/`, `02-`. */
const DAY_AND_MONTH = '(?:\\d\\d?[-./]\\s?){0,2}';
/**
 * After a year, the last two digits of another: `2011-14`, and `2011 - 14` at the end. Not in
 * `2011-14-05`.
 */
const SHORT_END = '\\s?[-/]\\s?(?<end>\\d\\d)(?:(?<=\\d[-/]..)(?!\\d|[./]\\d|-\\d\\d?(?!\\d))|(?=\\s*(?:$|,)))';
/** After a year: `-02-23`, `-02`. */
const MONTH_AND_DAY = '(?:[-./]\\d\\d?(?!\\d)){1,2}';
/** After the first year of a decade: `2010s`, `1990er`, `1990-talet`; nothing in `années 1990`. */
const DECADE = '(?<decade>(?<=0)-?(?:s|er|tal(?:et)?)(?!\\p{L})|(?<=ann(?:ees|i) \\d+0)(?![^,]*\\d))';

/**
 * One token, in a group named by its kind. Other characters are in no group. The first alternative
 * that fits counts.
 */
const TOKEN = new RegExp(
  [
    '(?<money>\\p{Sc}\\s?\\d+|\\d+\\s?\\p{Sc}(?!\\d))',
    `${DAY_AND_MONTH}(?<year>(?:18|19|20)\\d\\d)(?!\\d)(?:${SHORT_END}|${MONTH_AND_DAY}|${DECADE}|)`,
    ...Object.entries(WORDS).map(([kind, words]) => `(?<${kind}>${wordPattern(words)})`),
    '(?<word>\\p{L}+)',
    '(?<number>\\d+)',
    '(?<dash>-+)',
    '(?<plus>\\+)',
    '(?<comma>,)',
    '[^]',
  ].join('|'),
  'gu',
);

/** The kinds that say more than another, which they are read as. */
const READ_AS: Readonly<Record<string, string>> = {lasting: 'ongoing', begun: 'from'};

interface Tokens {
  /** The kind of each token, with a space after it: `since word year comma ongoing `. */
  readonly kinds: string;
  /** The year of each `year`, in the same order. */
  readonly years: number[];
  /** The last year of all, also of a decade or a school year; 0 if there is none. */
  readonly last: number;
  /** Whether the kinds and the years are all that the text says. */
  readonly isPlain: boolean;
}

function readTokens(text: string): Tokens {
  const years: number[] = [];
  let last = 0;
  let isPlain = text.length <= MAX_LENGTH;
  const plain = fold(text.slice(0, MAX_LENGTH))
    .replace(/[\p{Pd}−→]|[-=]>/gu, '-')
    .replace(/\.{2,}/g, '+')
    .replace(/[;|()\n]/g, ',');
  // Not matchAll: it copies the expression at every call, which takes longer than everything else.
  const kinds = plain.replace(TOKEN, (token: string, ...match: unknown[]) => {
    const groups = match.at(-1) as Record<string, string | undefined>;
    const kind = Object.keys(groups).find((name) => groups[name]);
    isPlain &&= kind ? !(kind in READ_AS) && (kind !== 'year' || token === groups['year']) : /[\s.]/.test(token);
    if (!kind) return '';
    if (kind !== 'year') return `${READ_AS[kind] ?? kind} `;
    const year = Number(groups['year']);
    const end = year - (year % 100) + Number(groups['end']);
    years.push(year);
    last = Math.max(last, groups['decade'] === undefined ? year : year + 9, end > year ? end : 0);
    // `2018/19` is a school year, which counts as one.
    if (!(end > year + 1)) return 'year ';
    years.push(end);
    return 'year dash year ';
  });
  return {kinds, years, last, isPlain};
}

/** An expression over the kinds of tokens, such as `not word* ended`. White space in it means nothing. */
const pattern = (source: string, flags = '') =>
  new RegExp(
    source.replace(/([a-z]+)|\s/g, (_, kind?: string) => (kind ? `(?:${kind} )` : '')),
    flags,
  );

/** “June 1, 2018” is one statement. */
const DATE_COMMA = pattern('number comma year', 'g');
const DENIED_END = pattern('not (word|dash){0,3} ended', 'g');
/** “no longer running”, “läuft nicht mehr”, “closed since”. */
const DENIED = pattern('not (word|dash){0,3} (ongoing|from|since) | ongoing not | ended (ongoing|from|since)+', 'g');

/**
 * Reads the years in a period as cities write it, in English and, less completely, in other
 * languages of Europe: `2018-ongoing`, `2011-14`, `Depuis 2014`, `23/02/2019`, `the 1990s`, `Each
 * year in March`.
 *
 * - Years are 1800 to 2099 in four digits, and what an end in two digits or a decade adds. No year
 *   is made up.
 * - A practice with an end, in any year, is not ongoing: the result does not depend on the date of
 *   today.
 * - Of statements that contradict each other, the last one counts.
 * - `2011-03` is a month, as no range descends. `2011-12` is a range, as people write more ranges
 *   than ISO months.
 * - `from` is null if the period has an end only.
 *
 * Never throws, and takes linear time.
 */
export function readPeriod(text: string): YearSpan {
  const {kinds, last, years} = readTokens(text);
  const statements = kinds
    .replace(DATE_COMMA, 'number year ')
    .replace(DENIED_END, 'ongoing ')
    .replace(DENIED, 'ended ')
    .split('comma ');
  let first = Infinity;
  let isOpen: boolean | undefined;
  for (const statement of statements) {
    const parts = statement.split('year ');
    const meaning = interpret(parts);
    const mentioned = years.splice(0, parts.length - 1);
    if (meaning) isOpen = meaning === 'open';
    if (meaning !== 'end') first = Math.min(first, ...mentioned);
  }
  const ongoing = isOpen ?? (!last && kinds.includes('repeating '));
  return {from: first < Infinity ? first : null, to: ongoing ? null : last || null, ongoing};
}

/** `ongoing`, `since 2018 - ongoing`, `2018 onwards`, `ongoing since 2018`, `from 2018 to 2020`, `until 2020`. */
const ONLY_YEARS = pattern(
  `^(
    ongoing+ |
    (since|from) year (dash|until|to|comma)? ongoing? |
    year (dash|until|to|comma)? (ongoing|from) |
    ongoing comma? (since|from) year |
    from? year (dash|until|to) year |
    until year
  )$`,
);

/**
 * What a period says, if words such as “ongoing” and “since” and years are all of it. Then it can be
 * said in another language. Null if it says more, such as `Since May 2018` or `2018 (pilot)`, or if
 * it has no words, such as `2018-2020`.
 */
export function readPlainPeriod(text: string): YearSpan | null {
  const {isPlain, kinds} = readTokens(text);
  return isPlain && /\p{L}/u.test(text) && ONLY_YEARS.test(kinds) ? readPeriod(text) : null;
}

const LAST_STATE = pattern('(ongoing|ended)(?!.*(ongoing|ended))');
const SINCE = pattern('since (word|number|to)* $');
/** After a year: `2018+`, `2014 -`, `2014 until`, `2016 start`. */
const OPENS_AFTER = pattern('^plus | ^word? dash plus? $ | ^until $ | (from|since)(word|number)* $');
/**
 * After a year: `2014 to date`, `1994 – up to now`; but only if nothing or a start comes before the
 * year.
 */
const UNTIL_NOW = pattern('^(word|dash)* until word+ $');
const NOTHING_OR_START = pattern('^(from|since)? $');
/**
 * Before a year: `ran until 2019`, `until June 2019`, `ended in 2019`; but not `March until June
 * 2017`.
 */
const ENDS_BEFORE = pattern('until $ | (?<! word|number|to) until (word|number|to)* $ | ended (?!.* ongoing)');
/** Before a year: `since`, `from June`, `ongoing`. */
const OPENS_BEFORE = pattern('(ongoing|from|since)(?!.* until)');
/** Before a year: `from March to June`, which is within this year. */
const WITHIN_YEAR = pattern('(word|number)(dash|until|to)(word|number)+ $');

/**
 * What a statement says about its years, from the kinds of tokens between them. If it has several
 * years, the tokens around the last one count. `open`: it goes on. `closed`: it has ended. `end`:
 * its only year is the end. Null: nothing.
 */
function interpret(parts: readonly string[]): 'open' | 'closed' | 'end' | null {
  const after = parts.at(-1)!;
  const before = parts.at(-2);
  const isOnlyYear = parts.length === 2;
  const [state] = LAST_STATE.exec(after) ?? [];
  if (state) return state === 'ongoing ' ? 'open' : 'closed';
  if (before === undefined) return SINCE.test(after) ? 'open' : null;
  if (OPENS_AFTER.test(after) || (UNTIL_NOW.test(after) && NOTHING_OR_START.test(before))) return 'open';
  if (ENDS_BEFORE.test(before) || (isOnlyYear && before === 'dash ')) return isOnlyYear ? 'end' : 'closed';
  return OPENS_BEFORE.test(before) && !WITHIN_YEAR.test(before) ? 'open' : null;
}
