import {translationFor} from '../../localized-text.js';
import type {LocalizedText, Practice} from '../../practice.js';
import type {Labels} from '../../search/labels.js';
import {escapeHtml} from '../../text/escape-html.js';

/**
 * Practices as a plain list of HTML, to stand between the tags: for search engines, and for readers where no script runs. Each has its
 * title (a link where there is an address), place and period, and summary, in the language of `labels` where there is a choice.
 */
export function writeStaticHtml(practices: readonly Practice[], labels: Labels): string {
  const items = practices.map((practice) => `  <li>\n${linesOf(practice, labels).join('\n')}\n  </li>\n`);
  return `<ul>\n${items.join('')}</ul>\n`;
}

function linesOf({period, places, summary, title, url}: Practice, labels: Labels): string[] {
  const name = inWords('span', title, labels.language);
  const where = places.map(({city, country}) => [city, labels.of('country', country).text].filter(Boolean).join(', '));
  const when = [...new Set(where), period.text].filter(Boolean).join('; ');
  return [
    `    ${url ? `<a href="${escapeHtml(url)}">${name}</a>` : `<b>${name}</b>`}`,
    when && `    <br />${escapeHtml(when)}`,
    summary.length ? `    ${inWords('p', summary, labels.language)}` : '',
  ].filter(Boolean);
}

/** A text in an element that says its language, where that is another than the list's; a `span` that need not say it is left out. */
function inWords(tag: 'span' | 'p', text: LocalizedText, language: string): string {
  const {lang, text: words} = translationFor(text, language);
  const attribute = lang && lang !== language ? ` lang="${escapeHtml(lang)}"` : '';
  return tag === 'span' && !attribute ? escapeHtml(words) : `<${tag}${attribute}>${escapeHtml(words)}</${tag}>`;
}
