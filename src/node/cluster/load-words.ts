import {nearestLanguage} from '../../core/localized-text.js';
import {readWordsFile, type LanguageWords} from '../../core/search/words.js';
import {wordLanguages} from '../../generated/build.js';
import {words} from '../../generated/words.js';

/** The words of these languages for searching, each once; those of English if no language has any. */
export async function loadWords(languages: readonly string[]): Promise<LanguageWords[]> {
  const known = [...new Set(languages.map((tag) => nearestLanguage(tag, wordLanguages)).filter(Boolean))];
  return Promise.all(
    (known.length ? known : ['en']).map(async (language) => {
      const module = await words[language]!();
      return {language, file: readWordsFile(module.default)};
    }),
  );
}
