// The live list: the real widget, with the settings of the form.
import {element} from '../dom.js';
import {attributesToWrite} from './snippets.js';
import {toTokens} from './tokens.js';

const TAG = 'good-practice-browser';
/** The preview is never drawn smaller. Then it scrolls. */
const MIN_ZOOM = 0.6;

/**
 * @param {object} places
 * @param {HTMLElement} places.stage what scrolls @param {HTMLElement} places.paper what imitates the page
 * @param {Map<string, string>} defaults attribute -> default
 * @param {() => string} emptyText what is there without a list
 * @param {() => void} handleFilters is called when the filters in the preview have changed
 */
export function createPreview({stage, paper}, defaults, emptyText, handleFilters) {
  let widget = null;
  /** What only a new element takes over. */
  let made = '';
  let width = 0;

  /** The widget keeps no search in the address of this page, and loads at once. */
  const ownSettings = (src) => ({src, url: 'off', loading: ''});

  function fit() {
    const room = stage.clientWidth;
    const zoom = Math.max(MIN_ZOOM, Math.min(1, room / width));
    paper.style.zoom = String(zoom);
    paper.style.width = `${width}px`;
  }
  new ResizeObserver(fit).observe(stage);

  // Links would leave this page, and with it all choices.
  paper.addEventListener('click', (event) => {
    const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
    if (link?.href && !link.download) Object.assign(link, {target: '_blank', rel: 'noopener'});
  });
  for (const type of ['gpb-searched', 'gpb-loaded']) paper.addEventListener(type, handleFilters);

  function clear() {
    if (!widget) return;
    widget = null;
    made = '';
    showText();
    handleFilters();
  }

  const showText = () => paper.replaceChildren(element('p', {className: 'empty'}, emptyText()));

  return {
    /** The filters that are selected in the preview; null without a list. */
    get filters() {
      return widget?.searchState.refinements ?? null;
    },
    clearFilters: () => widget?.clear(),
    /**
     * @param {import('./snippets.js').Settings} settings
     * @param {{src: string, version: number} | null} feed what was loaded, if it can be shown; a new version is loaded again
     */
    update(settings, feed) {
      if (!feed) return clear();
      const attributes = {...settings.attributes, ...ownSettings(feed.src)};
      const wanted = new Map(attributesToWrite({...settings, attributes}, defaults));
      const key = JSON.stringify([feed.version, attributes.preset]);
      const isNew = key !== made;
      made = key;
      const next = isNew ? element(TAG) : widget;
      for (const name of next.getAttributeNames())
        // The widget writes its own theme, which is the default.
        if (!wanted.has(name) && name !== 'style' && next.getAttribute(name) !== defaults.get(name))
          next.removeAttribute(name);
      for (const [name, value] of wanted) if (next.getAttribute(name) !== value) next.setAttribute(name, value);
      for (const name of Array.from(next.style)) next.style.removeProperty(name);
      for (const [name, value] of Object.entries(toTokens(settings.look))) next.style.setProperty(name, value);
      if (isNew) {
        widget = next;
        paper.replaceChildren(next);
        handleFilters();
      }
    },
    /** Writes the text that is there instead of a list. */
    showText() {
      if (!widget) showText();
    },
    setWidth(pixels) {
      width = pixels;
      fit();
    },
    setPaper: (name) => (paper.className = `paper ${name}`),
  };
}
