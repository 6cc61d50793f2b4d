import {LitElement, type PropertyDeclarations, type PropertyValues} from 'lit';
import {MAX_BYTES} from '../../core/feed/fetch.js';
import {MAX_PRACTICES} from '../../core/feed/normalize/normalize.js';
import type {OwnMessages} from '../../i18n/messages.js';
import {warnOnce, wholeNumber} from './settings.js';

/** What a page sets on a browser: the attributes, and the properties that no attribute has. What they mean in the end, settings.ts reads. */
export class BrowserAttributes extends LitElement {
  static override properties: PropertyDeclarations = {
    src: {},
    format: {},
    loading: {},
    refresh: {},
    heading: {},
    headingLevel: {attribute: 'heading-level', converter: wholeNumber('heading-level', 2)},
    facets: {},
    emptyValues: {attribute: 'empty-values'},
    scope: {},
    preset: {},
    sort: {},
    hitsPerPage: {attribute: 'hits-per-page', converter: wholeNumber('hits-per-page', 12)},
    imageHosts: {attribute: 'image-hosts'},
    templateHref: {attribute: 'template-href'},
    url: {},
    urlKey: {attribute: 'url-key'},
    theme: {reflect: true},
    maxBytes: {attribute: 'max-bytes', converter: wholeNumber('max-bytes', MAX_BYTES)},
    maxPractices: {attribute: 'max-practices', converter: wholeNumber('max-practices', MAX_PRACTICES)},
    assetsHref: {attribute: 'assets-href'},
    practices: {attribute: false},
    messages: {attribute: false},
  };

  /** Address of the feed, relative to the page; several, separated by white space, are merged. */
  src = '';
  /**
   * What the feed is, where its content does not show it: `json`, `json-feed`, `wordpress`, `drupal`, `rss`, `atom`, `csv` or `geojson`.
   */
  format: '' | 'json' | 'json-feed' | 'wordpress' | 'drupal' | 'geojson' | 'rss' | 'atom' | 'csv' = '';
  /** `eager` loads the feed at once; `lazy` when the widget comes within one screen of what the visitor sees, or the address names a practice or a search. */
  loading: 'eager' | 'lazy' = 'eager';
  /** Looks after so many seconds, at least 30, whether the feed has changed, while the page is seen; a newer one is offered, and shown when the visitor wants it. */
  refresh = '';
  /** A heading for the widget. */
  heading = '';
  /** Where the heading stands in the page's outline, 1 to 6; the cards' are one deeper, or at this level where there is no heading. */
  headingLevel = 2;
  /**
   * Which facets, in which order: of `topic`, `country`, `city`, `year` (a list), `year-range` (a picture, and a range to set) and `source`
   * (of several feeds). With both `country` and `city`, cities stand under their countries. A facet of one value that every practice has is not shown.
   */
  facets = 'topic country year';
  /** Values that would leave nothing, and are not chosen: `hide`, or `show`, where they cannot be ticked. */
  emptyValues: 'hide' | 'show' = 'hide';
  /**
   * Only these practices exist, and the visitor cannot change that: `scope='country:ES topic:education,youth city:"San Sebastián"'`, single quotes
   * around double ones.
   */
  scope = '';
  /** What is chosen at the start, in the same syntax; the visitor may drop it, and an address that says anything goes before it. Read at the start. */
  preset = '';
  /** `relevance`, `feed`, `newest`, `oldest`, `title` or `city`; without it by relevance when there is a query, else as in the feed. */
  sort: '' | 'relevance' | 'feed' | 'newest' | 'oldest' | 'title' | 'city' = '';
  /** How many practices “Show more” adds. */
  hitsPerPage = 12;
  /** Hosts whose images may be shown, beside the page's and the feed's own: `images.city.example cdn.city.example`. */
  imageHosts = '';
  /** Where a city finds the template for handing in a practice. */
  templateHref = '';
  /** Where the state is kept in the page's address: `query`, `hash`, or `off`. */
  url: 'query' | 'hash' | 'off' = 'query';
  /** Prefix of our parameters in the address. */
  urlKey = 'gp';
  /** `light` or `dark`, each with a background of its own (give the element a `padding` where that is not the page's), or `auto`: as the page is. */
  theme: 'auto' | 'light' | 'dark' = 'auto';
  /**
   * A feed of more bytes (decoded) is not read.
   * @default 80000000
   */
  maxBytes: number = MAX_BYTES;
  /**
   * Of a feed with more practices, only the first are shown, and that is said.
   * @default 20000
   */
  maxPractices: number = MAX_PRACTICES;
  /**
   * Folder of our further files (languages, words, stemmers, worker), if the script was moved or merged. Default: the folder of the script.
   * In a bundle, the folder with a copy of the worker, if the bundler does not copy it.
   */
  assetsHref = '';
  /** Practices in the form of the feed's; they go before `src`. */
  practices: readonly unknown[] | null = null;
  /** Strings of the page's own, which go before those of the language; in `labels`, what topics and countries are called. */
  messages: OwnMessages = {};

  /** What each property is where an attribute was removed, or the page sets null. */
  private readonly defaults = new Map(
    Object.keys(BrowserAttributes.properties).map((key) => [key, Reflect.get(this, key)]),
  );

  override willUpdate(changed: PropertyValues): void {
    for (const key of changed.keys())
      if (Reflect.get(this, key) == null) Reflect.set(this, key, this.defaults.get(key as string));
    if (!this.src.trim() && !this.practices)
      warnOnce('src', this.src, 'an address, and no practices are set. Write the address of your feed there');
  }
}
