import {languageNames} from '../build/locales.mjs';
import {code, table} from './table.mjs';

export const renderLanguages = () =>
  table(
    ['Tag', 'Language', 'Its own name', 'Read by a native speaker', 'Translators'],
    languageNames().map(({tag, english, own, reviewed, translators}) => [
      code(tag),
      english,
      own,
      reviewed ? 'yes' : 'no',
      translators.join(', ') || '—',
    ]),
  );

const renderOptions = (selected) =>
  languageNames()
    .sort((a, b) => a.own.localeCompare(b.own, 'en'))
    .map(({tag, own}) => `<option value="${tag}" lang="${tag}"${tag === selected ? ' selected' : ''}>${own}</option>`)
    .join('\n');

/** The options of a `<select>`. Each has the language of its own name. */
export const renderLanguageOptions = () => renderOptions('en');

/** The same where another option is selected at first. */
export const renderFurtherLanguageOptions = () => renderOptions('');
