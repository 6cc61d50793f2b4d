import {pointerTo} from '../../feed/json-value.js';
import type {LocalizedText} from '../../practice.js';
import type {Check} from '../check-input.js';
import type {Issue} from '../report.js';

/**
 * The scripts of languages that are not written in Latin letters only. Other languages are not
 * checked for their script.
 */
const SCRIPTS: Record<string, RegExp> = {
  ar: /\p{Script=Arabic}/gu,
  fa: /\p{Script=Arabic}/gu,
  he: /\p{Script=Hebrew}/gu,
  el: /\p{Script=Greek}/gu,
  uk: /\p{Script=Cyrillic}/gu,
  ru: /\p{Script=Cyrillic}/gu,
  bg: /\p{Script=Cyrillic}/gu,
  mk: /\p{Script=Cyrillic}/gu,
  ka: /\p{Script=Georgian}/gu,
  hy: /\p{Script=Armenian}/gu,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu,
  ko: /\p{Script=Hangul}/gu,
  zh: /\p{Script=Han}/gu,
};
/** Characters of a text that are checked. */
const MAX_CHECKED_LENGTH = 2000;
/** Characters of a text in a message. */
const MAX_SAMPLE_LENGTH = 60;

const LATIN = /\p{Script=Latin}/gu;
const LATIN_LANGUAGES = new Set(
  'en fr de es it pt ca gl eu nl sv no nb nn da fi is pl cs sk sl hr hu ro tr et lt lv sq mt ga cy mi'.split(' '),
);

/** Short words that are frequent in one of these languages and are not words of the others. */
const WORDS: Record<string, ReadonlySet<string>> = Object.fromEntries(
  Object.entries({
    en: 'the and with from that this their which are was were have has been for by they it',
    fr: 'les des dans avec est une pour qui aux sont ce cette leurs sur du au et',
    de: 'der die das und mit für ist eine einer wird werden sich auf dem den von zur nicht',
    es: 'los las con por una del y como más para sus entre ha el se',
    it: 'gli della delle dei degli che nel nella con sono una alla dalla più il di per',
    pt: 'os das dos uma com não para em são à ao na pela pelo seus mais o',
    nl: 'het een van voor met zijn aan wordt worden niet ook naar bij deze de en',
    sv: 'och att det som på är av för till med den inte har ett',
    pl: 'się jest oraz dla przez które nie na z w który są do',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
);

/** Texts that are plainly in another language than they say. Most texts are not judged at all. */
export const checkLanguages: Check = ({practices}) => {
  const found = new Map<string, {pointer: string; count: number; sample: string; says: string; looks: string}>();
  for (const {pointer, practice} of practices) {
    const parts: [field: string, text: LocalizedText][] = [
      ['title', practice.title],
      ['summary', practice.summary],
      ['sections', practice.sections.flatMap(({text}) => text)],
    ];
    for (const [field, texts] of parts) {
      for (const {lang, text} of texts) {
        const looks = lang && otherLanguage(lang, text);
        if (!looks) continue;
        const key = `${field} ${lang} ${looks}`;
        const known = found.get(key);
        if (known) known.count++;
        else found.set(key, {pointer: pointerTo(pointer, field), count: 1, sample: text, says: lang, looks});
      }
    }
  }
  return [...found.values()].map(({count, looks, pointer, sample, says}): Issue => ({
    code: 'wrong-language',
    pointer,
    message: `This should be in the language ${says}, but looks like ${looks}: “${sample.slice(0, MAX_SAMPLE_LENGTH)}${sample.length > MAX_SAMPLE_LENGTH ? '…' : ''}”.`,
    count,
  }));
};

/** The language of a text if it is plainly not the declared one; otherwise `''`. */
function otherLanguage(says: string, text: string): string {
  const [language = ''] = says.toLowerCase().split('-');
  const start = text.slice(0, MAX_CHECKED_LENGTH);
  const count = (script: RegExp) => start.match(script)?.length ?? 0;
  const latin = count(LATIN);
  const own = SCRIPTS[language];
  // "-Latn" and similar subtags name the script.
  if (own && !/-[a-z]{4}\b/i.test(says)) return latin > 20 && count(own) === 0 ? 'a language with Latin letters' : '';
  if (LATIN_LANGUAGES.has(language) && latin === 0) {
    const foreign = start.match(/\p{L}/gu)?.length ?? 0;
    if (foreign > 5) return 'a language with other letters';
  }
  return WORDS[language] ? byWords(language, start) : '';
}

/**
 * In prose every fourth word is such a word. Eight of another language, and hardly one of its own,
 * leave no doubt.
 */
function byWords(language: string, text: string): string {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const countOf = (name: string) => words.filter((word) => WORDS[name]!.has(word)).length;
  const own = countOf(language);
  const [best] = Object.keys(WORDS)
    .filter((name) => name !== language)
    .map((name) => ({name, count: countOf(name)}))
    .sort((a, b) => b.count - a.count);
  return best && best.count >= 8 && own * 6 <= best.count && best.count * 8 >= words.length ? best.name : '';
}
