import {html, nothing, svg, type SVGTemplateResult, type TemplateResult} from 'lit';
import type {FeedInfo} from '../../core/feed/feed.js';
import type {Translation} from '../../core/practice.js';
import {MAX_QUERY_LENGTH} from '../../core/state/search-state.js';
import type {Localizer, MessagePart, MessageValues} from '../../i18n/localizer.js';
import type {MessageKey} from '../../i18n/messages.js';

/** A message as text. English in place of a message that the language lacks says that it is English. */
export function renderMessage(localizer: Localizer, key: MessageKey, values?: MessageValues) {
  const text = localizer.message(key, values);
  const language = localizer.languageOf(key);
  return language ? html`<span lang=${language} dir="ltr">${text}</span>` : text;
}

/** The same for a message of which a part is drawn in another way. */
export function renderParts(
  localizer: Localizer,
  key: MessageKey,
  values: MessageValues,
  renderPart: (part: MessagePart) => unknown,
) {
  const parts = localizer.parts(key, values).map(renderPart);
  const language = localizer.languageOf(key);
  return language ? html`<span lang=${language} dir="ltr">${parts}</span>` : parts;
}

/** A text, which says its language if that is not the interface's. */
export const renderText = ({lang, text}: Translation) => (lang ? html`<bdi lang=${lang}>${text}</bdi>` : text);

/** A text in its own language and direction, if there is any. */
export const renderIsolated = ({lang, text}: Translation) =>
  text ? html`<bdi lang=${lang || nothing}>${text}</bdi>` : nothing;

/** The terms of a feed, in its language. */
export const renderLicense = ({language, license}: FeedInfo, localizer: Localizer) =>
  renderParts(localizer, 'license', {license}, ({name, text}) =>
    name ? renderIsolated({lang: language, text}) : text,
  );

/**
 * A heading at a level of the page's outline. HTML has levels 1 to 6; others become the nearest.
 * With an `id`, it can label its section and take the focus.
 */
export function renderHeading(level: number, content: unknown, {id = '', lang = ''} = {}): TemplateResult {
  const [name, language, tabindex] = [id || nothing, lang || nothing, id ? '-1' : nothing];
  switch (Math.max(1, Math.min(6, level))) {
    case 1:
      return html`<h1 dir="auto" id=${name} lang=${language} tabindex=${tabindex}>${content}</h1>`;
    case 2:
      return html`<h2 dir="auto" id=${name} lang=${language} tabindex=${tabindex}>${content}</h2>`;
    case 3:
      return html`<h3 dir="auto" id=${name} lang=${language} tabindex=${tabindex}>${content}</h3>`;
    case 4:
      return html`<h4 dir="auto" id=${name} lang=${language} tabindex=${tabindex}>${content}</h4>`;
    case 5:
      return html`<h5 dir="auto" id=${name} lang=${language} tabindex=${tabindex}>${content}</h5>`;
    default:
      return html`<h6 dir="auto" id=${name} lang=${language} tabindex=${tabindex}>${content}</h6>`;
  }
}

/**
 * Tells screen readers which practice a link or button is about, if a page has many of the same
 * name.
 */
export const renderHiddenName = ({lang, text}: Translation) =>
  html`<span class="visually-hidden">: <span lang=${lang || nothing}>${text}</span></span>`;

/**
 * An icon of 24 by 24 units in the colour of the text. It is decoration: the text beside it says
 * the same.
 */
const icon = (shape: SVGTemplateResult) =>
  svg`<svg class="icon" viewBox="0 0 24 24" width="1em" height="1em" fill="none" stroke="currentColor" stroke-width="2.25"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shape}</svg>`;

const searchIcon = icon(svg`<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>`);
export const crossIcon = icon(svg`<path d="m6 6 12 12M18 6 6 18"/>`);
export const plusIcon = icon(svg`<path d="M12 5v14M5 12h14"/>`);
export const checkIcon = icon(svg`<path d="m5 12.5 5 5 9-11"/>`);
export const chevronIcon = icon(svg`<path d="m6 9 6 6 6-6"/>`);
export const upIcon = icon(svg`<path d="m6 15 6-6 6 6"/>`);
export const pinIcon = icon(
  svg`<path d="M12 21c4-4.6 6.5-8 6.5-11a6.5 6.5 0 0 0-13 0c0 3 2.5 6.4 6.5 11z"/><circle cx="12" cy="10" r="1.5"/>`,
);
export const listIcon = icon(svg`<path d="M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01"/>`);
export const filterIcon = icon(svg`<path d="M4 7h16M7 12h10M10 17h4"/>`);

/** A search field, and what it calls when the visitor types. */
export interface SearchField {
  readonly id: string;
  readonly label: unknown;
  readonly text: string;
  readonly search: (text: string) => void;
  /** Called when the field gets the focus: the visitor may be about to type. */
  readonly prepare?: () => void;
  /** The id of the field's description. */
  readonly hint?: string;
  /** Shown while the field is empty. */
  readonly placeholder?: string;
}

/** A labelled search field. Its button and the Escape key empty it. */
export function renderSearchField(
  {id, label, text, search, prepare, hint, placeholder}: SearchField,
  localizer: Localizer,
) {
  const handleInput = (event: Event) => {
    // Half a syllable is not a query. An input method says when the word is complete.
    if (!(event as InputEvent).isComposing) search((event.target as HTMLInputElement).value);
  };
  const handleKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing || !text) return;
    // Otherwise a dialog around the widget would close too.
    event.preventDefault();
    search('');
  };
  const handleClear = (event: Event) => {
    search('');
    (event.currentTarget as HTMLElement).parentElement!.querySelector('input')!.focus();
  };
  return html`<div class="search-box">
    <label for=${id}>${label}</label>
    <div class="field" part=${hint ? 'search-field' : nothing}>
      ${searchIcon}
      <input
        id=${id}
        part=${hint ? 'search-input' : nothing}
        type="search"
        autocomplete="off"
        autocapitalize="none"
        enterkeyhint="search"
        maxlength=${MAX_QUERY_LENGTH}
        aria-describedby=${hint ?? nothing}
        placeholder=${placeholder || nothing}
        .value=${text}
        @focus=${prepare ?? nothing}
        @input=${handleInput}
        @compositionend=${handleInput}
        @keydown=${handleKeydown}
      />
      ${
        text
          ? html`<button
              class="clear"
              type="button"
              aria-label=${localizer.message('clearSearch')}
              @click=${handleClear}
            >
              ${crossIcon}
            </button>`
          : nothing
      }
    </div>
  </div>`;
}

/** Whether a count needs more room than usual: it has four digits and a separator. */
export const isLargeCount = (count: number): boolean => count >= 1000;
