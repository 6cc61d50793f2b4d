// The texts of the WordPress plugin and their translations:
//
//   node scripts/wordpress/texts.mjs      finds the texts, writes them into languages/, and lists those without a translation
//
// Write the translations into the .po files, and run it again: WordPress reads the .mo files.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {mo, po} from 'gettext-parser';

const domain = 'good-practice-browser';
const plugin = 'integrations/wordpress';
const languages = join(plugin, 'languages');

/** Language => its plural forms, as gettext writes them. */
const pluralForms = {
  de_DE: 'nplurals=2; plural=(n != 1);',
  es_ES: 'nplurals=2; plural=(n != 1);',
  fr_FR: 'nplurals=2; plural=(n > 1);',
  it_IT: 'nplurals=2; plural=(n != 1);',
  pl_PL: 'nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);',
};
export const tags = Object.keys(pluralForms);

/**
 * A text of the plugin. `comment` is for translators.
 * @typedef {{file: string, text: string, plural?: string, context?: string, comment?: string}} Text
 */

const string = String.raw`'((?:[^'\\]|\\.)*)'`;
const call = /(?<![\w$>])(?:__|_e|_n|_x|esc_(?:attr|html)_(?:_|e|x))\(/g;
/** The arguments of a call: a text, perhaps its plural or context, and at last the domain. */
const callArguments = new RegExp(String.raw`^\s*${string}(?:\s*,\s*${string})?[^;]*?,?\s*'${domain}'`);
const unescapeString = (text) => text?.replace(/\\(['\\])/g, '$1');

/**
 * The texts of a PHP file. Throws if a text is not written out, because translators would not see it.
 * @returns {Text[]}
 */
export function textsOfPhp(file, code) {
  return [...code.matchAll(call)].map(({0: name, index}) => {
    const found = callArguments.exec(code.slice(index + name.length));
    if (!found) {
      const line = code.slice(0, index).split('\n').length;
      throw new Error(`${file}:${line}: write the text and the domain '${domain}' as strings into ${name}…)`);
    }
    const [text, second] = found.slice(1, 3).map(unescapeString);
    const comment = [...code.slice(0, index).matchAll(/\/\* translators: (.*?) ?\*\//g)].at(-1)?.[1];
    return {
      file,
      text,
      ...(name === '_n(' && {plural: second}),
      ...(name.endsWith('_x(') && {context: second}),
      ...(/%[\ds$]/.test(text) && {comment}),
    };
  });
}

/**
 * The texts that WordPress itself translates: those of the block, and the description of the plugin.
 * @returns {Text[]}
 */
function textsOfMetadata() {
  const file = 'block/block.json';
  const {title, description, keywords} = JSON.parse(readFileSync(join(plugin, file), 'utf8'));
  const main = `${domain}.php`;
  const header = /^ \* Description: +(.*)$/m.exec(readFileSync(join(plugin, main), 'utf8'));
  return [
    {file: main, text: header[1]},
    {file, text: title, context: 'block title'},
    {file, text: description, context: 'block description'},
    ...keywords.map((text) => ({file, text, context: 'block keyword'})),
  ];
}

/** All texts of the plugin. */
export const findTexts = () => [
  ...textsOfMetadata(),
  ...readdirSync(plugin, {recursive: true})
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.php'))
    .sort()
    .flatMap((file) => textsOfPhp(file, readFileSync(join(plugin, file), 'utf8'))),
];

/** Makes a file of gettext. `translate` gives the translations of a text, one for each plural form. */
function createCatalog(texts, headers, translate) {
  const translations = {};
  for (const {file, text, plural, context = '', comment} of texts) {
    const inContext = (translations[context] ??= {});
    const known = inContext[text];
    inContext[text] = {
      ...(context && {msgctxt: context}),
      msgid: text,
      ...((plural ?? known?.msgid_plural) && {msgid_plural: plural ?? known.msgid_plural}),
      msgstr: translate({text, plural, context}),
      comments: {
        reference: [...new Set([...(known?.comments.reference.split('\n') ?? []), file])].join('\n'),
        ...((comment ?? known?.comments.extracted) && {extracted: comment ?? known.comments.extracted}),
      },
    };
  }
  return {
    charset: 'utf-8',
    headers: {'Content-Type': 'text/plain; charset=UTF-8', 'Content-Transfer-Encoding': '8bit', ...headers},
    translations,
  };
}

export const potFile = join(languages, `${domain}.pot`);
export const poFile = (tag) => join(languages, `${domain}-${tag}.po`);
export const moFile = (tag) => join(languages, `${domain}-${tag}.mo`);

/** The template for a further language. */
export const createTemplate = (texts) => po.compile(createCatalog(texts, {}, ({plural}) => (plural ? ['', ''] : [''])));

/** What a .po file says. */
export const readPo = (tag) => po.parse(readFileSync(poFile(tag)));

/** The .mo file of what a .po file says. */
export const compileMo = (catalog) => mo.compile(catalog);

/** The texts that a .po file does not translate. */
export function findUntranslated(texts, {translations}) {
  return texts
    .filter(({text, context = ''}) => {
      const strings = translations[context]?.[text]?.msgstr;
      return !strings?.length || strings.some((translation) => !translation);
    })
    .map(({text}) => text);
}

function updatePo(tag, texts) {
  const {translations} = readPo(tag);
  const count = Number(/\d/.exec(pluralForms[tag])[0]);
  const headers = {Language: tag, 'Plural-Forms': pluralForms[tag]};
  return createCatalog(texts, headers, ({text, plural, context}) => {
    const known = translations[context]?.[text]?.msgstr ?? [];
    return Array.from({length: plural ? count : 1}, (_, i) => known[i] ?? '');
  });
}

if (process.argv[1] === import.meta.filename) {
  const texts = findTexts();
  writeFileSync(potFile, createTemplate(texts));
  for (const tag of tags) {
    const catalog = updatePo(tag, texts);
    writeFileSync(poFile(tag), po.compile(catalog));
    writeFileSync(moFile(tag), compileMo(catalog));
    for (const text of findUntranslated(texts, catalog)) {
      console.error(`${poFile(tag)} does not translate “${text}”`);
      process.exitCode = 1;
    }
  }
}
