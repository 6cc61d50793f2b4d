// The page to try: a whole page with the lines and a copy of the practices, which works from disk.
import {escapeHtml} from './escape.js';
import {htmlLines} from './snippets.js';

/**
 * @param {import('./snippets.js').Settings} settings with the copy as `src`, and absolute addresses
 * @param {Map<string, string>} defaults attribute -> default
 * @param {{language: string, title: string, note: string}} texts
 */
export const makeTryPage = (settings, defaults, {language, note, title}) => `<!doctype html>
<html lang="${escapeHtml(language)}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>${escapeHtml(title)}</title>
    <link rel="icon" href="data:," />
    <style>
      :root { color-scheme: light dark }
      body { max-width: 75rem; margin: 2rem auto; padding-inline: 1rem; font: 1rem/1.5 system-ui, sans-serif }
    </style>
  </head>
  <body>
    <h1>${escapeHtml(title)}</h1>
    <p>${escapeHtml(note)}</p>
${htmlLines(settings, defaults)}
  </body>
</html>
`;

/** A document as an address that holds it. */
export const toDataUrl = (text, type) =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result));
    reader.readAsDataURL(new Blob([text], {type}));
  });
