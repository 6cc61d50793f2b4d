import {readWordsFile, type LanguageWords} from '../../core/search/words.js';
import {wordLanguages} from '../../generated/build.js';
import {words} from '../../generated/words.js';

/** The nearest language that has words for searching: `pt` for `pt-BR`; `''` if there is none. */
function nearest(tag: string): string {
  for (let name = tag; name; name = name.slice(0, Math.max(0, name.lastIndexOf('-'))))
    if (wordLanguages.includes(name)) return name;
  return '';
}

/** The words of these languages for searching, each once; those of English if no language has any. */
export async function loadWords(languages: readonly string[]): Promise<LanguageWords[]> {
  const known = [...new Set(languages.map(nearest).filter(Boolean))];
  return Promise.all(
    (known.length ? known : ['en']).map(async (language) => {
      const module = await words[language]!();
      return {language, file: readWordsFile(module.default)};
    }),
  );
}
