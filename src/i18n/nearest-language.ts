/** Languages that go by another tag among ours. */
const OTHER_TAGS: Readonly<Record<string, string>> = {no: 'nb'};

/**
 * The one of our languages that serves a BCP 47 tag: the tag itself, or without its last subtags one by one, or with the script that
 * the language is written in there (`sr-ME` in Latin letters, `sr` in Cyrillic); `en` where there is none.
 */
export function nearestLanguage(tag: string, languages: readonly string[]): string {
  const {baseName} = new Intl.Locale(tag);
  const {language, script} = new Intl.Locale(tag).maximize();
  const subtags = baseName.split('-');
  const shorter = subtags.map((_, i) => subtags.slice(0, subtags.length - i).join('-'));
  const wanted = [...shorter, `${language}-${script}`, OTHER_TAGS[language]];
  return wanted.find((each) => each && languages.includes(each)) ?? 'en';
}
