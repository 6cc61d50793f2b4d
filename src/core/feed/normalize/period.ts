import type {YearSpan} from '../../practice.js';
import {fold} from '../../text/fold.js';

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
    'on_going* still current* present* now today to_date continu(?!ed)* perman* active onward* beyond indefin* running(?!_in) ' +
    'unlimited underway in_(?:use|place|force|progress) open_end* no_end* ' +
    '[ei][nm]_co?u?rso? a[ct]?tu(?:al[eim]|el)* aujourd* ce_jour nos_jours decorrer adelante ho[yj]e? oggi ' + // fr es pt it ca
    'aktue* heute (?:fort|door)?l(?:au?f|ope)[etn]* dauerh* unbefr* heden nu ' + // de nl
    '(?<=-\\s?)na pagaende lo[bp][ae]nde alkaen obecn* dnes* danas prezent* σημερα с(?:ьо|е)год*',
  // since: has begun, and goes on
  s: 'since depuis seit sinds siden sedan',
  // from: goes on unless an end is said
  f:
    'from as_of after start(?:s|ed|ing)?(?!_of|_up) beg[au]n commenc* launched established founded created opened ' +
    'desde des_de dall? a_partire?(?:_do)? (?<=^|,\\s?)d(?:a|es|in) inicia[dt]* avviat* ' +
    'ab beginn begonnen gestart* vanaf fran? od απο від з с',
  // to, or until
  u: 'to(?!_be) until till? through before jusqu* avant hasta fino? ate fins bis vor tot til do pana εωσ μεχρι до',
  // to, where the word says other things too
  t: 'a al au ao e',
  // is over
  e:
    'end(?:ed|ing|s) (?<=,\\s?)end no_longer finish* complet(?:ed|ion|ad|at)* conclu* closed stopped discontinu* suspend* ' +
    'inactive termina[dt]* fini achev* final[iy]* beendet endete? abgeschlossen',
  n: 'not? non never without nest nicht keine? niet geen nao',
  // comes again: goes on, where no year is known
  a:
    'every each annu[ae]l* anual* yearly monthly weekly daily regular* recurr* year_round chaque ' +
    'to[du]*s_l?[aeo]s cada ogni jede[sn]? jahrlich* elke?',
};

/**
 * One token, in a group named by its kind: a year with the digits that belong to it, a word of WORDS, another word, a number; or a
 * sign or an amount of money, in no group. `x` says nothing.
 */
const TOKEN = new RegExp(
  [
    '\\p{Sc}\\s?\\d+|\\d+\\s?\\p{Sc}(?!\\d)',
    // 23/02/2019 · 2011-14 · 2011 - 14 · 2019-02-23 · 2010s
    '(?:\\d\\d?[-./]\\s?){0,2}(?<y>(?:18|19|20)\\d\\d)(?!\\d)(?:' +
      '\\s?[-/]\\s?(?<end>\\d\\d)(?:(?<=\\d[-/]..)(?!\\d|[./]\\d|-\\d\\d?(?!\\d))|(?=\\s*(?:$|,)))|' +
      '(?:[-./]\\d\\d?(?!\\d)){1,2}|(?<decade>(?<=0)-?(?:s|er|tal(?:et)?)(?!\\p{L})|(?<=ann(?:ees|i) \\d+0)(?![^,]*\\d))|)',
    ...Object.entries(WORDS).map(
      ([kind, words]) =>
        `(?<${kind}>(?:${words.replace(/\*/g, '\\p{L}*').replace(/_/g, '[\\s-]?').replace(/ /g, '|')})(?!\\p{L}))`,
    ),
    '(?<w>\\p{L}+)',
    '(?<d>\\d+)',
    '-+|[+,]|(?<x>[^])',
  ].join('|'),
  'gu',
);

/**
 * The years in a period as a city writes it, in English and, less fully, other languages of Europe: `2018-ongoing`, `2011-14`, `Depuis 2014`, `23/02/2019`, `the 1990s`,
 * `Each year in March`. Years are 1800 to 2099 in four digits, and what a two-digit end or a decade adds; none is made up, and no
 * clock is read: where an end is said, in whatever year, the practice is not ongoing. Where statements disagree, the last holds.
 *
 * `2011-03` is a month, as no range descends; `2011-12` ascends and is a range, as people write more ranges than ISO months. `from`
 * is null where only an end is known. Never throws, and takes linear time.
 */
export function readPeriod(text: string): YearSpan {
  const years: number[] = [];
  let last = 0;
  // replace, as matchAll copies the expression at every call, which takes longer than all the rest
  const kinds = fold(text.slice(0, MAX_LENGTH))
    .replace(/[\p{Pd}−→]|[-=]>/gu, '-')
    .replace(/\.{2,}/g, '+')
    .replace(/[;|()\n]/g, ',')
    .replace(TOKEN, (token: string, ...match: unknown[]) => {
      const groups = match.at(-1) as Record<string, string | undefined>;
      const kind = Object.keys(groups).find((name) => groups[name]) ?? token.charAt(0);
      if (kind !== 'y') return kind;
      const from = Number(groups['y']);
      const end = from - (from % 100) + Number(groups['end']);
      years.push(from);
      last = Math.max(last, groups['decade'] === undefined ? from : from + 9, end > from ? end : 0);
      if (!(end > from + 1)) return kind;
      years.push(end);
      return 'y-y';
    })
    .replace(/x/g, '')
    .replace(/d,y/g, 'dy') // "June 1, 2018" is one statement
    .replace(/n[w-]{0,3}e/g, 'o') // a word that is denied says the contrary
    .replace(/n[w-]{0,3}[ofs]|on|e[ofs]+/g, 'e');
  let first = Infinity;
  let isOpen: boolean | undefined;
  for (const statement of kinds.split(',')) {
    const pieces = statement.split('y');
    const verdict = judge(pieces);
    const said = years.splice(0, pieces.length - 1);
    if (verdict) isOpen = verdict === 'open';
    if (verdict !== 'end') first = Math.min(first, ...said);
  }
  const ongoing = isOpen ?? (!last && kinds.includes('a'));
  return {from: first < Infinity ? first : null, to: ongoing ? null : last || null, ongoing};
}

/**
 * What one statement says, from the kinds between its years; where several years follow each other, those around the last one.
 * `end`: its only year is when the practice ends. Null: nothing.
 */
function judge(pieces: readonly string[]): 'open' | 'closed' | 'end' | null {
  const tail = pieces.at(-1)!;
  const head = pieces.at(-2);
  const last = /[oe](?=[^oe]*$)/.exec(tail)?.[0];
  if (last) return last === 'o' ? 'open' : 'closed';
  if (head === undefined) return /s[wdt]*$/.test(tail) ? 'open' : null;
  // "2014 -", "2018+", "2016 start", "2014 to date"
  if (/^\+|^w?-\+?$|^u$|[fs][wd]*$/.test(tail) || (/^[w-]*uw+$/.test(tail) && /^[fs]?$/.test(head))) return 'open';
  const isAlone = pieces.length === 2;
  if (/u$|(?:^|[^wdt])u[wdt]*$|e[^o]*$/.test(head) || (isAlone && head === '-')) return isAlone ? 'end' : 'closed';
  // not "from March to June 2017", which ends in its year
  return /[ofs][^u]*$/.test(head) && !/[wd][-ut][wd]+$/.test(head) ? 'open' : null;
}
