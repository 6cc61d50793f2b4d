import {html, LitElement, unsafeCSS} from 'lit';
import {matchRanges, textParts} from '../../core/search/highlight.js';
import type {MatchedTerm} from '../../core/state/search-results.js';
import {destination} from '../card/practice-links.js';
import {base} from '../shared/base.js';
import css from './gpb-html.css?inline';
import {safeHtml} from './safe-html.js';

/**
 * A section that the feed gives as HTML. If the HTML must not be shown, the plain text between the
 * tags is.
 */
export class GpbHtml extends LitElement {
  static override styles = [base, unsafeCSS(css)];
  static override properties = {
    source: {attribute: false},
    base: {attribute: false},
    headingLevel: {attribute: false},
    imageHosts: {attribute: false},
    matchedTerms: {attribute: false},
    maxMarks: {attribute: false},
  };

  /** The HTML as the feed has it. It is not trusted. */
  source = '';
  /** The absolute address that relative addresses start from. */
  base = '';
  /** The level of its highest headings in the page's outline, 1 to 6. */
  headingLevel = 3;
  /** Images of other hosts are not shown. */
  imageHosts: readonly string[] = [];
  matchedTerms: readonly MatchedTerm[] = [];
  /** How many matches are marked at most. */
  maxMarks = 0;

  /**
   * Lets visitors reach a box that scrolls by Tab, to scroll it by keyboard. Not every browser does
   * that.
   */
  private readonly observer = new ResizeObserver((entries) => {
    const ariaLabel = (this.getRootNode() as ShadowRoot).querySelector('#title')?.textContent;
    for (const {target} of entries)
      if (target.scrollWidth > target.clientWidth) Object.assign(target, {tabIndex: 0, role: 'group', ariaLabel});
  });

  override render() {
    const content = safeHtml(this.source, this);
    if (!content) return html`<slot></slot>`;
    markMatches(content, this.matchedTerms, this.maxMarks);
    for (const link of content.querySelectorAll('a')) link.append(destination(link.href, link.textContent!));
    // A wide table scrolls in a box of its own.
    for (const table of content.querySelectorAll('table:not(td table)')) {
      const box = document.createElement('div');
      table.replaceWith(box);
      box.append(table);
    }
    return content;
  }

  override updated(): void {
    this.observer.disconnect();
    for (const box of this.renderRoot.querySelectorAll('pre, div:has(> table)')) this.observer.observe(box);
  }
}

/** Marks the matches in the texts of a fragment, at most `max`. */
function markMatches(content: DocumentFragment, terms: readonly MatchedTerm[], max: number): void {
  let left = max;
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (left <= 0) return;
    const ranges = matchRanges(text.data, terms, left);
    left -= ranges.length;
    if (ranges.length)
      text.replaceWith(
        ...textParts(text.data, ranges).map((part) => {
          if (!part.isHighlighted) return part.text;
          const mark = document.createElement('mark');
          mark.part.add('mark');
          mark.append(part.text);
          return mark;
        }),
      );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gpb-html': GpbHtml;
  }
}
