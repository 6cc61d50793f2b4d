import {html, nothing} from 'lit';
import type {FeedInfo} from '../../core/feed/feed.js';
import {isOnHost} from '../../core/feed/normalize/safe-url.js';
import {translationFor} from '../../core/localized-text.js';
import type {Practice} from '../../core/practice.js';
import type {Labels} from '../../core/search/labels.js';
import type {Localizer} from '../../i18n/localizer.js';
import {periodLabel} from '../card/period-label.js';
import {placeLine} from '../card/place-line.js';
import {renderPracticeLinks, renderSource} from '../card/practice-links.js';
import {renderSection} from '../card/practice-text.js';
import type {ListTexts} from '../shared/events.js';
import {renderHeading, renderIsolated, renderLicense, renderMessage} from '../shared/templates.js';

/** In characters. Nobody types a longer address from paper. */
const MAX_PRINTED_LINK = 300;

/** In milliseconds. Paper does not wait longer for images. */
const MAX_IMAGE_WAIT = 4000;

export interface BrochureView {
  readonly feed: FeedInfo;
  /** Of the title on the cover, in the outline of the page. */
  readonly headingLevel: number;
  readonly imageHosts: readonly string[];
  readonly labels: Labels;
  /** The address of the list; `''` for none. */
  readonly link: string;
  readonly localizer: Localizer;
  /** In full. */
  readonly practices: readonly Practice[];
  readonly texts: ListTexts;
}

/** A list on paper: the cover with the contents, and then one practice after another. */
export const renderBrochure = (view: BrochureView) => html`
  <div class="brochure">
    ${renderCover(view)} ${renderContents(view)}
    ${view.practices.map((practice, index) => renderPractice(practice, index, view))}
  </div>
`;

/** Settles when the HTML of the sections and the images are there, or late. */
export async function brochureDrawn(root: ParentNode): Promise<void> {
  await Promise.all([...root.querySelectorAll('gpb-html')].map((part) => part.updateComplete));
  const images = [...root.querySelectorAll('img')].map((image) => image.decode().catch(() => {}));
  await Promise.race([Promise.all(images), new Promise((resolve) => setTimeout(resolve, MAX_IMAGE_WAIT))]);
}

function renderCover({feed, headingLevel, labels, link, localizer, practices, texts}: BrochureView) {
  const {length: count} = practices;
  const title = texts.title.trim();
  const publisher = translationFor(feed.title, labels.language);
  const note = texts.note.trim();
  return html`<header class="cover">
    ${publisher.text ? html`<p class="publisher" dir="auto" lang=${publisher.lang || nothing}>${publisher.text}</p>` : nothing}
    ${renderHeading(headingLevel, title || renderMessage(localizer, 'sharedList', {count}))}
    ${note ? html`<div class="note">${note.split(/\n+/).map((line) => html`<p dir="auto">${line}</p>`)}</div>` : nothing}
    <p class="facts">
      ${inOneLine([title ? renderMessage(localizer, 'countAll', {count}) : nothing, localizer.date(today())])}
    </p>
    ${link ? html`<p class="address"><a dir="ltr" href=${link}>${printedLink(link)}</a></p>` : nothing}
    ${feed.license ? html`<p class="license">${renderLicense(feed, localizer)}</p>` : nothing}
  </header>`;
}

/** The visitor's day, as ISO 8601. */
function today(): string {
  const now = new Date();
  const digits = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${digits(now.getMonth() + 1)}-${digits(now.getDate())}`;
}

/** A long list has a long address: of that, paper shows the page alone. */
function printedLink(link: string): string {
  if (link.length <= MAX_PRINTED_LINK) return link;
  const {origin, pathname} = new URL(link);
  return origin + pathname;
}

function renderContents({headingLevel, labels, localizer, practices}: BrochureView) {
  return html`<nav class="contents">
    ${renderHeading(headingLevel + 1, renderMessage(localizer, 'contents'))}
    <ol role="list">
      ${practices.map(
        (practice, index) =>
          html`<li>
            <span class="number">${localizer.number(index + 1)}</span>
            <span
              >${renderIsolated(translationFor(practice.title, labels.language))}
              <small>${placeLine(practice, labels, localizer)}</small></span
            >
          </li>`,
      )}
    </ol>
  </nav>`;
}

function renderPractice(practice: Practice, index: number, view: BrochureView) {
  const {headingLevel, imageHosts, labels, localizer} = view;
  const level = headingLevel + 1;
  const title = translationFor(practice.title, labels.language);
  const period = periodLabel(practice, localizer);
  const place = placeLine(practice, labels, localizer);
  const summary = translationFor(practice.summary, labels.language);
  // As on an open card, a summary that the full text begins with is printed once.
  const isRepeated = summary.text && firstText(practice, labels).startsWith(summary.text);
  return html`<article>
    <div class="opening">
      <p class="number">${localizer.number(index + 1)}</p>
      <div>
        ${renderHeading(level, title.text, {lang: title.lang})}
        <p class="facts">${inOneLine([place, renderIsolated(period)])}</p>
        <p class="facts">${inOneLine(practice.topics.map((topic) => renderIsolated(labels.of('topic', topic))))}</p>
      </div>
    </div>
    ${renderImage(practice, imageHosts, labels)}
    ${isRepeated || !summary.text ? nothing : html`<p class="summary" dir="auto" lang=${summary.lang || nothing}>${summary.text}</p>`}
    ${practice.sections.map((section) =>
      renderSection(section, {open: true, headingLevel: level, imageHosts, labels, matchedTerms: []}, 0),
    )}
    <div class="sources">
      ${renderPracticeLinks(practice, localizer)} ${renderSource(practice, localizer, labels.language)}
    </div>
  </article>`;
}

const firstText = ({sections: [first]}: Practice, labels: Labels): string =>
  first ? translationFor(first.text, labels.language).text : '';

/** What there is of these, with dots between. */
const inOneLine = (items: readonly unknown[]) =>
  items.filter((item) => item && item !== nothing).map((item, i) => (i ? [' · ', item] : item));

/** Images of other hosts are left out. */
function renderImage({image}: Practice, imageHosts: readonly string[], labels: Labels) {
  if (!image || !isOnHost(image.src, imageHosts)) return nothing;
  const {lang, text} = translationFor(image.alt, labels.language);
  return html`<img alt=${text} lang=${lang || nothing} referrerpolicy="no-referrer" src=${image.src} />`;
}
