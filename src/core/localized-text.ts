import {memoize} from './memoize.js';
import type {LocalizedText, Translation} from './practice.js';

const NOTHING: Translation = {lang: '', text: ''};

/** `en` of `en-GB` and of `EN`. */
export const baseLanguage = (tag: string): string => tag.toLowerCase().split('-')[0]!;

export const isSameLanguage = (one: string, other: string): boolean => baseLanguage(one) === baseLanguage(other);

/** The language and its script, which is the usual one if the tag says none: `zh-TW` is `zh-Hant`. */
const scriptOf = memoize((tag) => {
  if (!tag) return '';
  const locale = new Intl.Locale(tag);
  return `${locale.language}-${locale.maximize().script}`;
});

/** The language alone. Bokmål and Nynorsk are two ways to write Norwegian, and readers know both. */
const macrolanguageOf = (tag: string) => baseLanguage(tag).replace(/^n[bn]$/, 'no');

/**
 * The translation for a BCP 47 `language`, in this order: the same tag; the tag without its last
 * subtags (`sr-Latn-RS`, `sr-Latn`), as long as the script stays the same; the same language in the
 * same script; the same language; English; the first. Empty if the text is.
 */
export function translationFor(text: LocalizedText, language: string): Translation {
  if (text.length < 2) return text[0] ?? NOTHING;
  const find = (test: (lang: string) => boolean) => text.find(({lang}) => test(lang.toLowerCase()));
  const tag = language.toLowerCase();
  const script = scriptOf(tag);
  const subtags = tag.split('-');
  for (let length = subtags.length; length > 0; length--) {
    const shorter = subtags.slice(0, length).join('-');
    const found = find((lang) => lang === shorter && scriptOf(lang) === script);
    if (found) return found;
  }
  const sameLanguage = (base: string) => find((lang) => macrolanguageOf(lang) === base);
  return (
    find((lang) => scriptOf(lang) === script) ?? sameLanguage(macrolanguageOf(tag)) ?? sameLanguage('en') ?? text[0]!
  );
}

/**
 * Which of the `languages` to use for a BCP 47 tag in canonical spelling. It tries the tag, then the
 * tag without its last subtags, then the language with its usual script. So `sr-ME` is in Latin
 * letters, and `sr` in Cyrillic. `''` if nothing fits.
 */
export function nearestLanguage(tag: string, languages: readonly string[]): string {
  const {language, script} = new Intl.Locale(tag).maximize();
  const subtags = tag.split('-');
  const shorter = subtags.map((_, i) => subtags.slice(0, subtags.length - i).join('-'));
  return [...shorter, `${language}-${script}`].find((each) => languages.includes(each)) ?? '';
}
