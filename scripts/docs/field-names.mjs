import {readFileSync} from 'node:fs';

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

/** The names by which fields of other feeds are known, as a table: read out of the source, where they are plain texts. */
export function renderFieldNames() {
  const source = readFileSync(new URL('../../src/core/feed/formats/field-names.ts', import.meta.url), 'utf8');
  const [, data] = /^const names = \{$([^]*?)^\};$/m.exec(source.replace(/^ *\/\/.*$/gm, ''));
  const rows = [...data.matchAll(/^ {2}(\w+):([^:]*),$/gm)].map(([, field, texts]) => {
    const text = [...texts.matchAll(/'([^']*)'/g)].map((match) => match[1]).join('');
    return `| ${titles[field] ?? `\`${field}\``} | ${text.replaceAll(' ', ', ').replaceAll('-', ' ')} |`;
  });
  return ['| Field | Names |', '| --- | --- |', ...rows].join('\n');
}
