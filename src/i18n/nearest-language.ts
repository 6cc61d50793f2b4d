/**
 * The one of our languages that serves a BCP 47 tag in its canonical spelling: the tag itself, or without its last subtags one by one, or with the script that
 * the language is written in there (`sr-ME` in Latin letters, `sr` in Cyrillic); `en` where there is none.
 */
export function nearestLanguage(tag: string, languages: readonly string[]): string {
  const {language, script} = new Intl.Locale(tag).maximize();
  const subtags = tag.split('-');
  const shorter = subtags.map((_, i) => subtags.slice(0, subtags.length - i).join('-'));
  return [...shorter, `${language}-${script}`].find((each) => languages.includes(each)) ?? 'en';
}
