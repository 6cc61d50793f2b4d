// What a page loads, as Markdown.
import {count, sectionOf, table} from './table.mjs';

const explanation = `
gzip of level 9. Of ours, the first file alone counts, which every page loads. What InstantSearch.js shows is searched on a server; Pagefind’s interfaces load
the engine with the first query, and pieces of an index that is made before.
`;

const fileToText = ({file, bytes, note}) => `\`${file}\` ${count(bytes)}${note ? ` (${note})` : ''}`;

export const bytesToMarkdown = (products) =>
  sectionOf(
    '## Bytes shipped',
    explanation.trim(),
    table(
      ['product', 'bytes', 'ours ÷ this', 'files'],
      products.map(({title, files, bytes}) => [
        title,
        count(bytes),
        (products[0].bytes / bytes).toFixed(2),
        files.map(fileToText).join(', '),
      ]),
      '---',
    ),
  );
