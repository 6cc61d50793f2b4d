import {readFileSync} from 'node:fs';
import {table} from './table.mjs';

const titles = {
  titleLang: '`titleLang`: language of the title',
  language: 'language of all texts of a record',
  lat: '`location`: latitude',
  lon: '`location`: longitude',
  from: '`period`: its first date',
  to: '`period`: its last date',
  imageAlt: '`image`: what it shows, in words',
  email: '`contact`: email address',
  phone: '`contact`: telephone number',
  headed: '`sections`: one under this heading',
};

/** The names by which the widget knows the fields of other feeds. It reads them from the source text. */
export function renderFieldNames() {
  const source = readFileSync(new URL('../../src/core/feed/formats/field-names.ts', import.meta.url), 'utf8');
  const [, data] = /^const names = \{$([^]*?)^\};$/m.exec(source.replace(/^ *\/\/.*$/gm, ''));
  const rows = [...data.matchAll(/^ {2}(\w+):([^:]*),$/gm)].map(([, field, texts]) => {
    const text = [...texts.matchAll(/'([^']*)'/g)].map((match) => match[1]).join('');
    return [titles[field] ?? `\`${field}\``, text.replaceAll(' ', ', ').replaceAll('-', ' ')];
  });
  return table(['Field', 'Names'], rows);
}
