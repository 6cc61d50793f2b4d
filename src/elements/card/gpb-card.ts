// Long: the parts of one card, which share its properties.
import {html, LitElement, nothing, unsafeCSS} from 'lit';
import {isOnHost} from '../../core/feed/normalize/safe-url.js';
import {translationFor} from '../../core/localized-text.js';
import type {FacetValues, Image, LocalizedText, Practice, Translation} from '../../core/practice.js';
import {matchRanges, MAX_MARKS, snippet, SNIPPET_LENGTH, textParts} from '../../core/search/highlight.js';
import type {Labels} from '../../core/search/labels.js';
import type {MatchedTerm} from '../../core/state/search-results.js';
import type {Refinements} from '../../core/state/search-state.js';
import type {Localizer} from '../../i18n/localizer.js';
import {base} from '../shared/base.js';
import {GpbEvent, type RequestDetails} from '../shared/events.js';
import {keepInPlace} from '../shared/focus-and-scroll.js';
import {chevronIcon, pinIcon, renderHeading, renderMessage, upIcon} from '../shared/templates.js';
import {renderFacts, renderPlace, renderValue} from './card-values.js';
import css from './gpb-card.css?inline';
import {periodLabel} from './period-label.js';
import {renderPlaces} from './place-line.js';
import {renderPracticeLinks, renderSource} from './practice-links.js';
import {foreignLanguage, renderMarked, renderSection, renderTextLanguage, renderTextParts} from './practice-text.js';

/** One practice: its summary when closed, all of it when open. */
export class GpbCard extends LitElement {
  static override styles = [base, unsafeCSS(css)];
  static override properties = {
    practice: {attribute: false},
    localizer: {attribute: false},
    labels: {attribute: false},
    matchedTerms: {attribute: false},
    refinements: {attribute: false},
    facetNames: {attribute: false},
    imageHosts: {attribute: false},
    cityHref: {attribute: false},
    saidLanguage: {attribute: false},
    failedImage: {state: true},
    loaded: {state: true},
    open: {type: Boolean, reflect: true},
    headingLevel: {type: Number},
  };

  practice!: Practice;
  localizer!: Localizer;
  labels!: Labels;
  matchedTerms: readonly MatchedTerm[] = [];
  /** The chosen filters; null if nothing can be chosen here, as in `<gpb-practice>`. */
  refinements: Refinements | null = null;
  /** The facets that the page shows. Of these, an open card shows the values in the feed's own. */
  facetNames: readonly string[] = [];
  /** Hosts as `URL.host` gives them. Images of other hosts are not shown. */
  imageHosts: readonly string[] = [];
  /** The attribute `city-href` of the public element: which page a city leads to. */
  cityHref = '';
  /**
   * The language that is named above the cards already, so that no card repeats it; a BCP 47 tag.
   */
  saidLanguage = '';
  /** Whether the full text is shown. The parent sets this; the card asks for it with `gpb-open`. */
  open = false;
  /** The level of the title in the page's outline, 1 to 6. */
  headingLevel = 3;

  private failedImage: Image | null = null;
  /** The part of a practice that was fetched when the card was opened. */
  private loaded: RequestDetails['gpb-fill'] | null = null;

  /** Puts the focus on the title, so that screen readers continue with this practice. */
  override focus(options?: FocusOptions): void {
    // A card that has never been on the page has no root. The page removed its widget before.
    this.shadowRoot?.querySelector<HTMLElement>('#title')?.focus(options);
  }

  override render() {
    const {headingLevel, labels, localizer, practice, saidLanguage} = this;
    const title = this.localize(practice.title);
    const lang = foreignLanguage(practice, labels.language);
    return html`
      <article aria-labelledby="title" part="card">
        <div class="top">
          ${this.renderImage()}
          <div class="head">
            <div class="title" part="title">
              ${renderHeading(headingLevel, renderMarked(title.text, this.matchedTerms), {id: 'title', lang: title.lang})}
            </div>
            ${this.renderMeta()}
          </div>
        </div>
        ${this.renderTopics()} ${this.renderSummary()}
        ${renderTextLanguage(lang === saidLanguage ? '' : lang, localizer)}
        <div class="foot">
          ${this.hasMore ? this.renderToggle(title.text) : renderSource(practice, localizer, labels.language)}
          <slot name="list"></slot>
        </div>
        ${this.hasMore ? this.renderBody() : nothing}
      </article>
    `;
  }

  /** The practice with the details that were fetched. */
  private get whole(): Practice {
    const {loaded, practice} = this;
    return practice.details && loaded?.id === practice.id ? {...practice, ...loaded.details} : practice;
  }

  /** Whether opening the card shows anything more. */
  private get hasMore(): boolean {
    const {contact, details, links, sections, summary} = this.whole;
    const isCut = this.localize(summary).text.length > SNIPPET_LENGTH;
    const {length: facts} = this.ownFacets;
    return details !== '' || sections.length + links.length + facts > 0 || contact !== null || isCut;
  }

  /** The values in the feed's own facets that the page shows, in the order of the page. */
  private get ownFacets(): readonly FacetValues[] {
    const {facetNames, labels, practice} = this;
    return facetNames.flatMap((each) => practice.facets.filter(({name}) => name === each && labels.nameOf(name)));
  }

  /**
   * The image's server does not learn the page's address. An image that fails to load leaves no
   * gap.
   */
  private renderImage() {
    const {image} = this.practice;
    if (!image || image === this.failedImage || !isOnHost(image.src, this.imageHosts)) return nothing;
    const {lang, text} = this.localize(image.alt);
    return html`<img
      class="image"
      part="image"
      alt=${text}
      lang=${lang || nothing}
      loading="lazy"
      decoding="async"
      referrerpolicy="no-referrer"
      src=${image.src}
      @error=${() => (this.failedImage = image)}
    />`;
  }

  /** The place and the period in one line. */
  private renderMeta() {
    const {localizer, practice} = this;
    const {lang, text} = periodLabel(practice, localizer);
    const places = renderPlaces(practice, localizer, (attribute, value) => renderPlace(this, attribute, value));
    if (!places.length && !text) return nothing;
    const period = html`<bdi class="period" lang=${lang || nothing}>${renderMarked(text, this.matchedTerms)}</bdi>`;
    return html`<p class="meta">
      ${places.length ? html`${pinIcon}<span class="places">${places}</span>` : nothing}
      ${places.length && text ? ' · ' : nothing}${text ? period : nothing}
    </p>`;
  }

  /** In an open card, the full text may begin with the same words: then they are shown once. */
  private renderSummary() {
    const {matchedTerms, open, whole: practice} = this;
    const summary = this.localize(practice.summary);
    const sections = practice.sections.map(({text}) => this.localize(text));
    if (open && sections[0]?.text.startsWith(summary.text)) return nothing;
    const texts = [summary, ...sections].filter(({text}) => text);
    const {lang, parts} = open
      ? {lang: summary.lang, parts: textParts(summary.text, matchRanges(summary.text, matchedTerms))}
      : snippet(texts, matchedTerms, SNIPPET_LENGTH);
    return parts.length
      ? html`<p class="summary" part="summary" dir="auto" lang=${lang || nothing}>${renderTextParts(parts)}</p>`
      : nothing;
  }

  private renderTopics() {
    const {localizer, practice} = this;
    if (practice.topics.length === 0) return nothing;
    return html`<ul class="topics" role="list" aria-label=${localizer.message('topics')}>
      ${practice.topics.map((topic) => html`<li>${renderValue(this, 'topic', topic, 'topic')}</li>`)}
    </ul>`;
  }

  private renderToggle(title: string) {
    const {localizer, open} = this;
    return html`<button
      class="toggle"
      part="toggle"
      type="button"
      aria-expanded=${open}
      aria-controls="body"
      aria-label=${localizer.message(open ? 'readLessAbout' : 'readMoreAbout', {title})}
      @click=${this.handleToggle}
    >
      <span>${renderMessage(localizer, open ? 'readLess' : 'readMore')}</span>${chevronIcon}
    </button>`;
  }

  /**
   * A closed card hides its body, except from the browser's “Find in page”, which opens the card.
   */
  private renderBody() {
    const {labels, localizer, open, whole} = this;
    return html`<div id="body" part="body" hidden=${open ? nothing : 'until-found'} @beforematch=${this.handleFound}>
      ${open ? renderFacts(this, this.ownFacets) : nothing}
      ${
        whole.details
          ? html`<gpb-details
              .practice=${whole}
              .localizer=${localizer}
              ?open=${open}
              @gpb-fill=${this.handleFill}
            ></gpb-details>`
          : nothing
      }
      ${whole.sections.map((section) => renderSection(section, this, Math.ceil(MAX_MARKS / whole.sections.length)))}
      ${renderPracticeLinks(whole, localizer)}
      <div class="actions">${renderSource(whole, localizer, labels.language)}<slot name="actions"></slot></div>
      <slot></slot>
      ${open ? this.renderEnd() : nothing}
    </div>`;
  }

  /**
   * “Read less” again, for visitors who have read to the end. The title beside it in the name tells
   * it from the first one.
   */
  private renderEnd() {
    return html`<button
      id="end"
      class="end"
      part="toggle"
      type="button"
      aria-labelledby="end title"
      @click=${this.handleEnd}
    >
      <span>${renderMessage(this.localizer, 'readLess')}</span>${upIcon}
    </button>`;
  }

  private localize(text: LocalizedText): Translation {
    return translationFor(text, this.labels.language);
  }

  private requestOpen(isOpen: boolean): void {
    this.dispatchEvent(new GpbEvent('gpb-open', {id: this.practice.id, isOpen}));
  }

  private handleToggle(event: Event): void {
    // An open card takes a whole row, and may move to another one.
    keepInPlace(event.currentTarget as HTMLElement);
    this.requestOpen(!this.open);
  }

  /** The pressed button disappears: the focus goes to “Read more”, with the card in view. */
  private handleEnd(): void {
    this.renderRoot.querySelector<HTMLElement>('.toggle')!.focus({preventScroll: true});
    this.requestOpen(false);
    requestAnimationFrame(() => this.scrollIntoView({block: 'nearest', behavior: 'instant'}));
  }

  private handleFill({detail}: GpbEvent<'gpb-fill'>): void {
    this.loaded = detail;
  }

  private handleFound(): void {
    this.requestOpen(true);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gpb-card': GpbCard;
  }
}
