import {LitElement, html, unsafeCSS} from 'lit';
import {matchRanges, textParts} from '../../core/search/highlight.js';
import type {MatchedTerm} from '../../core/state/search-results.js';
import {destination} from '../card/practice-links.js';
import {base} from '../shared/base.js';
import css from './gpb-html.css?inline';
import {safeHtml} from './safe-html.js';

/** A section that the feed gives as HTML. What stands between the tags, its text, is shown where that must not be. */
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

  source = '';
  base = '';
  headingLevel = 3;
  imageHosts: readonly string[] = [];
  matchedTerms: readonly MatchedTerm[] = [];
  maxMarks = 0;

  /** What is too wide for its place can be reached by Tab, to be scrolled by keyboard: not every browser sees to that. */
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
    // what is too wide scrolls by itself
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

/** Marks the words that were searched for, text by text, at most `max` times. */
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
