// Pagefind makes its index before a page is published, from HTML, with a program of its own.
import * as pagefind from 'pagefind';

const escape = (text) => text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);

const toHtml = ({title, city, country, topics, period, text}) => `<!doctype html><html lang="en"><body>
<h1>${escape(title)}</h1>
<p data-pagefind-weight="5">${escape([city, country, topics].join(', '))}</p>
<p>${escape(period)}</p>
<p>${escape(text)}</p></body></html>`;

/**
 * @param {import('./documents.mjs').Document[]} documents
 * @returns {Promise<{ms: number, files: {path: string, content: Uint8Array}[]}>}
 */
export async function buildPagefind(documents) {
  const start = performance.now();
  const {index, errors} = await pagefind.createIndex({forceLanguage: 'en'});
  if (!index) throw new Error(errors.join('; '));
  for (const document of documents) await index.addHTMLFile({url: `/${document.id}`, content: toHtml(document)});
  const {files} = await index.getFiles();
  const ms = performance.now() - start;
  await index.deleteIndex();
  await pagefind.close();
  return {ms, files};
}
