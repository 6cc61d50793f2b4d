import type {LocalizedText, Section} from '../../practice.js';
import {sum} from '../../sum.js';
import {htmlToText, limitMarksInHtml} from '../../text/html-text.js';
import {cutHtml, cutText, MAX_SECTIONS} from '../../text/limits.js';
import {toFields, type Item} from '../json-value.js';
import {readAddress} from './links.js';
import {asParagraphs, readItems, readLocalized, type FieldReadContext} from './text.js';

/** The amount of content to draw. */
type Size = Record<keyof typeof MAX_SECTIONS, number>;

/**
 * Reads the sections of a practice. If they are more than a browser draws in a moment, they are
 * cut, with a warning.
 */
export function readSections(list: Item, context: FieldReadContext): Section[] {
  const sections: Section[] = [];
  let used: Size = {length: 0, elements: 0};
  for (const item of readItems(list, context)) {
    const section = readSection(item, context);
    if (!section) continue;
    const {length, elements} = sizeOf(section);
    const room = {length: MAX_SECTIONS.length - used.length, elements: MAX_SECTIONS.elements - used.elements};
    used = {length: used.length + length, elements: used.elements + elements};
    if (length <= room.length && elements <= room.elements) {
      sections.push(section);
      continue;
    }
    const [count, max, what] =
      length > room.length
        ? [used.length, MAX_SECTIONS.length, 'characters']
        : [used.elements, MAX_SECTIONS.elements, 'paragraphs and tags'];
    context.warn('too-much-text', item, `cut from ${count} ${what} so far to ${max}`);
    const beginning = cutSection(section, room);
    if (beginning.text.length) sections.push(beginning);
    break;
  }
  return sections;
}

/**
 * Reads a section: a heading with `text`, or with `html` and the base of its addresses (default:
 * that of the feed); or a plain text.
 */
function readSection(item: Item, context: FieldReadContext): Section | null {
  const field = toFields(item);
  const heading = field ? readLocalized(field('heading'), context, 'heading') : [];
  const text = readLocalized(field?.('text') ?? item, context, 'sectionText', asParagraphs);
  if (text.length) return {heading, text, html: null};
  const source = field ? readLocalized(field('html'), context, 'sectionHtml', withWords) : [];
  if (field && source.length)
    return toHtmlSection(heading, source, readAddress(field('base'), context) || context.address);
  context.warn('empty-section', item);
  return null;
}

const toHtmlSection = (heading: LocalizedText, source: LocalizedText, base: string): Section => ({
  heading,
  text: source.map(({lang, text: html}) => ({lang, text: htmlToText(html)})),
  html: {source, base},
});

/** The HTML; `''` if there is nothing to read in it. */
const withWords = (html: string) => (htmlToText(html) ? limitMarksInHtml(html) : '');

const PARAGRAPH_END = '\n\n';
const TAG_START = '<';

/** One language is drawn at a time, but all are searched. */
function sizeOf({html, text}: Section): Size {
  const texts = (html?.source ?? text).map((each) => each.text);
  const mark = html ? TAG_START : PARAGRAPH_END;
  return {
    length: sum(texts.map(({length}) => length)),
    elements: Math.max(...texts.map((each) => each.split(mark).length)),
  };
}

/** The beginning of a section that does not fit; without a text if nothing fits. */
function cutSection({heading, html, text}: Section, room: Size): Section {
  let {length} = room;
  const cutTo = (texts: LocalizedText, mark: string, cut: typeof cutText) =>
    texts.flatMap(({lang, text: whole}) => {
      const max = Math.min(length, whole.split(mark, room.elements).join(mark).length);
      const kept = whole.length > max ? cut(whole, max) : whole;
      length -= kept.length;
      return kept ? [{lang, text: kept}] : [];
    });
  return html
    ? toHtmlSection(heading, cutTo(html.source, TAG_START, cutHtml), html.base)
    : {heading, text: cutTo(text, PARAGRAPH_END, cutText), html: null};
}
