import type {PropertyDeclarations, PropertyValues} from 'lit';
import {MAX_BYTES} from '../../core/feed/fetch.js';
import {MAX_PRACTICES} from '../../core/feed/normalize/normalize.js';
import {sorts, views} from '../../core/state/search-state.js';
import type {PageMessages} from '../../i18n/messages.js';
import {
  filters,
  folder,
  hosts,
  link,
  oneOf,
  prefix,
  seconds,
  wholeNumber,
  anyOf,
  facetWords,
} from '../shared/attribute-rules.js';
import {warnSetting} from '../shared/check-attributes.js';
import {PublicElement} from '../shared/public-element.js';
import {builtInFacets, loadings} from './settings.js';

/**
 * What a page sets on the widget: attributes, and properties without an attribute. The converter of an attribute says which values are
 * right, and settings.ts reads them.
 */
export class BrowserAttributes extends PublicElement {
  static override properties: PropertyDeclarations = {
    src: {},
    // core/feed/parse.ts checks it, because only that module loads the list of formats.
    format: {},
    engine: {converter: anyOf(['opensearch'])},
    loading: {converter: anyOf(loadings)},
    refresh: {converter: seconds},
    heading: {},
    headingLevel: {attribute: 'heading-level', converter: wholeNumber(2, 6)},
    facets: {converter: facetWords(builtInFacets)},
    views: {converter: anyOf(views)},
    emptyValues: {attribute: 'empty-values', converter: oneOf('hide', 'show')},
    scope: {converter: filters},
    excludeTopics: {attribute: 'exclude-topics'},
    preset: {converter: filters},
    sort: {converter: anyOf(sorts)},
    hitsPerPage: {attribute: 'hits-per-page', converter: wholeNumber(12)},
    imageHosts: {attribute: 'image-hosts', converter: hosts},
    cityHref: {attribute: 'city-href', converter: link},
    templateHref: {attribute: 'template-href', converter: link},
    url: {converter: oneOf('query', 'hash', 'off')},
    urlKey: {attribute: 'url-key', converter: prefix},
    theme: {reflect: true, converter: oneOf('auto', 'light', 'dark')},
    maxBytes: {attribute: 'max-bytes', converter: wholeNumber(MAX_BYTES)},
    maxPractices: {attribute: 'max-practices', converter: wholeNumber(MAX_PRACTICES)},
    assetsHref: {attribute: 'assets-href', converter: folder},
    practices: {attribute: false},
    messages: {attribute: false},
  };

  /** Address of the feed, relative to the page. Several addresses with spaces between them make one list. */
  src = '';
  /**
   * Format of the feed: `json`, `json-feed`, `wordpress`, `drupal`, `rss`, `atom`, `csv` or `geojson`. Without it, the widget finds the format
   * from the content.
   */
  format: '' | 'json' | 'json-feed' | 'wordpress' | 'drupal' | 'geojson' | 'rss' | 'atom' | 'csv' = '';
  /**
   * `opensearch`: `src` is the address of a search cluster, which answers instead of the browser. For more practices than a browser holds.
   * Web pages need a second script: see [large feeds](large-feeds.md).
   */
  engine: '' | 'opensearch' = '';
  /**
   * `eager` loads the feed at once. `lazy` waits until the widget is less than one screen away from what the visitor sees. If the page
   * address has a practice or a search of the widget, `lazy` loads at once as well.
   */
  loading: 'eager' | 'lazy' = 'eager';
  /**
   * Interval in seconds (minimum 30) for checking the feed while the page is visible. If the feed has changed, visitors are offered the
   * new version. Without it, the widget does not check.
   */
  refresh = '';
  /** A heading above the search field. */
  heading = '';
  /**
   * Level of the heading, 1 to 6. The titles of practices are one level deeper, but 6 is the deepest. Without `heading`, the titles have this level.
   */
  headingLevel = 2;
  /**
   * Which filters the widget shows, and in which order: `topic`, `country`, `city`, `year` (a list), `year-range` (a chart with a range),
   * `source` (for several feeds), and filters that the feed describes, such as `target`. The page can describe a filter for a table or
   * WordPress: `target-group:list`. With both `country` and `city`, cities are listed below their countries. A filter whose only value is in
   * every practice is hidden. `facets=""` shows no filters.
   */
  facets = 'topic country year';
  /**
   * How visitors can look at the practices, with a tab each: `cards`, `map` (a square for each country) and `statistics`. The first one is
   * shown at first. Visitors always have `cards`: if it is missing here, it comes last.
   */
  views = 'cards';
  /** Filter values that would find nothing: `hide`, or `show` them without letting visitors select them. */
  emptyValues: 'hide' | 'show' = 'hide';
  /**
   * Limits the list to these practices. Visitors cannot change it. For example
   * `scope='country:ES topic:education,youth city:"San Sebastián"'`.
   */
  scope = '';
  /**
   * Topics that the widget does not show, by id or label, for example `exclude-topics='news "Good practices"'`. A label with spaces is in
   * quotation marks. `scope` can still name these topics.
   */
  excludeTopics = '';
  /**
   * Filters that are selected at first, in the same syntax as `scope`. Visitors can remove them. Choices in the page address take precedence.
   * Read once, at the start.
   */
  preset = '';
  /**
   * Order of the list: `relevance`, `feed`, `newest`, `oldest`, `title` or `city`. Without it, a search is sorted by relevance, and
   * everything else as in the feed.
   */
  sort: '' | 'relevance' | 'feed' | 'newest' | 'oldest' | 'title' | 'city' = '';
  /** How many practices the widget shows at first, and how many “Show more practices” adds. */
  hitsPerPage = 12;
  /** Further hosts whose images may be shown: `images.city.example cdn.city.example`. The hosts of the page and of the feed are always allowed. */
  imageHosts = '';
  /**
   * Address of a page with `<gpb-city>`, for example `city.html?city={city}`. Names of cities on cards lead there. In an open card, a button
   * beside the name filters. Without `{city}`, the widget adds the parameter `city`.
   */
  cityHref = '';
  /** Address of a page where cities submit a practice. The widget shows a link to it above the list. */
  templateHref = '';
  /** Where the page address keeps search and filters: `query` (after `?`), `hash` (after `#`) or `off`. */
  url: 'query' | 'hash' | 'off' = 'query';
  /** Prefix of the widget's parameters in the page address. */
  urlKey = 'gp';
  /**
   * `light`, `dark`, or `auto` (follows the page). `light` and `dark` have a background of their own. If the page has another background,
   * give the element a `padding`.
   */
  theme: 'auto' | 'light' | 'dark' = 'auto';
  /**
   * Largest size of one feed document in bytes, after decompression. A larger one fails to load.
   * @default 80000000
   */
  maxBytes: number = MAX_BYTES;
  /**
   * Shows at most this many practices, and tells visitors that the list is cut.
   * @default 20000
   */
  maxPractices: number = MAX_PRACTICES;
  /**
   * Folder of the widget's other files: languages, words, stemmers and worker. Default: the folder of the script. Set it if the script was
   * moved or merged. In a bundle, it names the folder with a copy of the worker, if the bundler does not copy the worker.
   */
  assetsHref = '';
  /** A list of practices, each as in a feed. It takes precedence over `src`. */
  practices: readonly unknown[] | null = null;
  /** Your own texts for the interface. They take precedence over those of the language. `labels` has names for topics and countries. */
  messages: PageMessages = {};

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.src.trim() && !this.practices)
      warnSetting('src', this.src, 'an address, and no practices are set. Write the address of your feed there');
  }
}
