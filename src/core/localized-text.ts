import type {LocalizedText, Translation} from './practice.js';

const NOTHING: Translation = {lang: '', text: ''};

/** `en` of `en-GB` and of `EN`. */
export const baseLanguage = (tag: string): string => tag.toLowerCase().split('-')[0]!;

export const isSameLanguage = (one: string, other: string): boolean => baseLanguage(one) === baseLanguage(other);

/**
 * The translation for a BCP 47 `language`, in this order: the same tag; the tag without its last
 * subtags (`sr-Latn-RS`, `sr-Latn`, `sr`); the same language; English; the first. Empty if the text
 * is.
 */
export function translationFor(text: LocalizedText, language: string): Translation {
  if (text.length < 2) return text[0] ?? NOTHING;
  const find = (test: (lang: string) => boolean) => text.find(({lang}) => test(lang.toLowerCase()));
  const subtags = language.toLowerCase().split('-');
  for (let length = subtags.length; length > 0; length--) {
    const tag = subtags.slice(0, length).join('-');
    const found = find((lang) => lang === tag);
    if (found) return found;
  }
  const sameLanguage = (base: string) => find((lang) => baseLanguage(lang) === base);
  return sameLanguage(subtags[0]!) ?? sameLanguage('en') ?? text[0]!;
}
