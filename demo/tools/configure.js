// The page that writes the lines to paste. The fields hold the state; each change reads all of them, and draws the preview and the lines.
import {acceptFiles} from './accept-files.js';
import {checkDocument, checkPages} from './check/check-pages.js';
import {readAttributes} from './configure/attributes.js';
import {nearestReadable, roundRatio} from './configure/contrast.js';
import {byId, element, say} from './configure/dom.js';
import {copyOf, countFields, countOfFacet, foreignImageHosts} from './configure/feed-facts.js';
import {createForm, showError} from './configure/form.js';
import {renderBlocks, renderLeftOut, renderMore, renderServer, renderSteps, show} from './configure/output.js';
import {policiesFor} from './configure/policies.js';
import {createPreview} from './configure/preview.js';
import {readSnippet} from './configure/read-snippet.js';
import {addToScope, writeRefinements} from './configure/refinements.js';
import {renderFound} from './configure/render-found.js';
import {interceptRequests} from './configure/requests.js';
import {leftOut, makeSnippet} from './configure/snippets.js';
import {AA, contrastsOf} from './configure/tokens.js';
import {makeTryPage, toDataUrl} from './configure/try-page.js';
import {startLanguage} from './language.js';
import {texts} from './texts/configure.js';

const TAG = 'good-practice-browser';
const STORED = 'gpb-configure';

const locale = startLanguage(texts);
const {t} = locale;

const Widget = customElements.get(TAG);
if (Widget) start();
else byId('no-widget').hidden = false;

function start() {
  const script = document.querySelector(`script[src*="${TAG}"]`).src;
  const isOnDisk = location.protocol === 'file:';
  byId('from-disk').hidden = !isOnDisk;

  const requests = interceptRequests(new URL('.', script).href);
  const list = readAttributes(Widget);
  const {defaults} = list;
  const form = createForm(list, locale, update);
  const places = {stage: byId('stage'), paper: byId('paper')};
  const preview = createPreview(places, defaults, () => t('previewEmpty'), showSelection);
  const said = byId('said');

  /** What was loaded last. `src` is what the preview loads, `name` what texts call a file. */
  let loaded = null;
  let loads = 0;
  let current = new AbortController();

  /* Step 1: the feed */

  byId('by-address').addEventListener('submit', (event) => {
    event.preventDefault();
    const addresses = byId('src').value.trim().split(/\s+/).filter(Boolean);
    const bad = addresses.find((address) => !URL.canParse(address, document.baseURI));
    showError(byId('src'), bad ? t('badAddress', {address: bad}) : addresses.length ? '' : t('enterAddress'));
    if (bad || !addresses.length) return byId('src').focus();
    requests.forget();
    byId('src').value = addresses.map(asOnSite).join(' ');
    void load({kind: 'address', src: byId('src').value}, (signal) =>
      Promise.all(
        addresses.map(async (address) => {
          const {href} = new URL(address, document.baseURI);
          return {address: href, ...(await checkPages(href, signal, () => {}))};
        }),
      ),
    );
  });

  /** A relative address begins at this page. On the site, it would begin at the page with the list. */
  function asOnSite(address) {
    if (isOnDisk) return address;
    const {hash, href, origin, pathname, search} = new URL(address, document.baseURI);
    const isSameSite = URL.canParse(byId('page').value) && new URL(byId('page').value).origin === location.origin;
    return origin === location.origin && isSameSite ? pathname + search + hash : href;
  }

  byId('example').addEventListener('click', ({target}) => {
    byId('src').value = target.dataset.feed;
    byId('by-address').requestSubmit();
  });

  byId('file').addEventListener('change', ({target}) => {
    if (target.files[0]) void loadFile(target.files[0]);
  });

  acceptFiles(byId('drop'), (file) => void loadFile(file));

  byId('by-paste').addEventListener('submit', (event) => {
    event.preventDefault();
    const text = byId('paste').value;
    showError(byId('paste'), text.trim() ? '' : t('pasteFirst'));
    if (!text.trim()) return byId('paste').focus();
    const isTable = !/^\s*[[{<]/.test(text);
    void loadFile(new File([text], isTable ? 'practices.csv' : 'practices.json'), 'paste');
  });

  /** A file gets the address that it may have on the site. The webmaster can change it. */
  function loadFile(file, kind = 'file') {
    const src = `/${encodeURIComponent(file.name)}`;
    byId('src').value = src;
    showError(byId('src'), '');
    requests.forget();
    requests.serve(src, file);
    return load({kind, src, name: file.name}, async (signal) => [
      {address: src, ...(await checkDocument(new Uint8Array(await file.arrayBuffer()), signal))},
    ]);
  }

  /** Reads feeds, and shows what was found unless something else was asked for meanwhile. */
  async function load(source, read) {
    current.abort();
    const {signal} = (current = new AbortController());
    byId('found-summary').textContent = t('loading', {name: source.name ?? source.src});
    byId('found-details').replaceChildren();
    try {
      const feeds = await read(signal);
      signal.throwIfAborted();
      loaded = {...source, feeds, version: ++loads};
      showFound();
      update();
      byId('found').scrollIntoView({block: 'nearest'});
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  function showFound() {
    if (!loaded) {
      byId('found-summary').textContent = t('nothingYet');
      return;
    }
    const {feeds, kind, name, src} = loaded;
    const isAddress = kind === 'address';
    const href =
      isAddress && feeds.length === 1 ? `check.html?${new URLSearchParams({src: feeds[0].address})}` : 'check.html';
    const {nodes, status} = renderFound(feeds, (address) => name ?? address, href, locale);
    const advice = isAddress
      ? []
      : [element('p', {className: 'notice'}, t(kind === 'file' ? 'uploadFile' : 'uploadPaste', {address: src, name}))];
    byId('found-summary').textContent = status;
    byId('found-details').replaceChildren(...nodes, ...advice);
    const counts = countFields(feeds);
    const missing = Object.keys(countOfFacet).filter((facet) => !counts[countOfFacet[facet]]);
    form.markFacets(counts.practices ? [...missing, ...(counts.feeds > 1 ? [] : ['source'])] : []);
  }

  byId('by-snippet').addEventListener('submit', (event) => {
    event.preventDefault();
    const text = byId('snippet-in').value;
    byId('snippet-in-result').textContent = '';
    const {message, read} = tryToRead(text);
    showError(byId('snippet-in'), message);
    if (message) return byId('snippet-in').focus();
    const impossible = form.writeSettings({...read, ...(read.script ? {} : {script: byId('script').value})});
    const left = [...read.unread, ...impossible.map(([name, value]) => t('notPossible', {name, value}))];
    byId('snippet-in-result').textContent = left.length
      ? t('linesReadExcept', {list: left.join(', ')})
      : t('linesRead');
    update();
  });

  function tryToRead(text) {
    if (!text.trim()) return {message: t('pasteLinesFirst')};
    try {
      const read = readSnippet(text, defaults.keys());
      return read ? {message: '', read} : {message: t('noWidgetInLines')};
    } catch {
      // A policy with require-trusted-types-for forbids to parse HTML.
      return {message: t('policyForbidsReading')};
    }
  }

  /* Step 2: the choices */

  /** Draws everything that follows from the fields. */
  function update() {
    const settings = form.readSettings();
    const wrong = form.showErrors(settings);
    // The check finds the format by itself, and knows no other.
    const isShown = loaded?.feeds.some(({feed}) => feed) || settings.attributes.format;
    preview.update(settings, isShown ? loaded : null, wrong);
    showContrasts(settings);
    showHosts(settings);
    showOutput(settings);
    remember(settings);
  }

  function showContrasts({attributes, look}) {
    const lines = contrastsOf(look, attributes.theme).map(({behind, colour, field, ratio, what, where}) => {
      const isEnough = ratio >= AA;
      const sample = element('span', {className: 'sample', 'aria-hidden': 'true'}, 'Aa');
      sample.style.color = colour;
      sample.style.background = behind;
      const name = `${t(`contrast${capital(what)}`)} (${t(`on${capital(where)}`)})`;
      const number = roundRatio(ratio).toLocaleString(locale.language);
      const line = `${t('contrastLine', {what: name, ratio: number})} – ${t(isEnough ? 'passes' : 'fails')}`;
      const item = element('li', {className: isEnough ? 'passes' : 'fails'}, sample, element('span', {}, line));
      if (!isEnough) item.append(renderSuggestion(field, what === 'buttons' ? [behind, colour] : [colour, behind]));
      return item;
    });
    show('contrasts', lines.length ? lines : [element('li', {}, t('contrastDefault'))]);
  }

  function renderSuggestion(field, [colour, behind]) {
    const better = nearestReadable(colour, behind, AA);
    const button = element('button', {type: 'button', className: 'plain'}, t('useColour', {colour: better}));
    button.dataset.field = field;
    button.dataset.colour = better;
    return button;
  }
  byId('contrasts').addEventListener('click', ({target}) => {
    const {colour, field} = target.dataset;
    if (!colour) return;
    form.set(field, colour);
    say(said, t('colourUsed', {colour}));
    byId(`look-${field}`).focus();
  });

  /** Offers the hosts of the images of the feed. */
  function showHosts({attributes, page}) {
    const allowed = [...attributes['image-hosts'].toLowerCase().split(/[\s,]+/), ...ownHosts(page)];
    const hosts = foreignImageHosts(loaded?.feeds ?? [], allowed).slice(0, 5);
    byId('allow-hosts').hidden = !hosts.length;
    byId('allow-hosts').textContent = t('allowHosts', {hosts: hosts.join(' ')});
    byId('allow-hosts').value = hosts.join(' ');
  }
  const ownHosts = (page) =>
    [page, ...(loaded?.feeds.map(({address}) => address) ?? [])]
      .filter((address) => URL.canParse(address))
      .map((address) => new URL(address).host);

  byId('allow-hosts').addEventListener('click', ({target}) => {
    form.set('image-hosts', `${byId('image-hosts').value} ${target.value}`.trim());
    byId('image-hosts').focus();
  });

  function showSelection() {
    const {text} = writeRefinements(preview.filters ?? {});
    byId('selection').textContent = text ? t('selected', {filters: text}) : t('selectedNone');
  }

  for (const [id, name] of [
    ['as-scope', 'scope'],
    ['as-preset', 'preset'],
  ])
    byId(id).addEventListener('click', () => {
      const {filters} = preview;
      if (!filters || !writeRefinements(filters).text) return say(said, t('selectFirst'));
      const {left, text} = name === 'scope' ? addToScope(byId('scope').value, filters) : writeRefinements(filters);
      if (name === 'scope') preview.clearFilters();
      form.set(name, text);
      showSelection();
      say(
        said,
        [t(`${name}Used`, {filters: text}), left.length && t('valuesLeft', {list: left.join(', ')})]
          .filter(Boolean)
          .join(' '),
      );
    });

  byId('preview').addEventListener('change', ({target}) => {
    if (target.name === 'width') preview.setWidth(Number(target.value));
    if (target.name === 'paper') preview.setPaper(target.value);
  });

  /* Step 3: the lines */

  function showOutput(settings) {
    const {attributes, target} = settings;
    show('how', renderSteps(target, attributes.src, locale));
    show('how-more', renderMore(target, locale));
    const lacking = renderLeftOut(leftOut(target, settings, defaults), locale);
    show('blocks', [...lacking, ...renderBlocks(makeSnippet(target, settings, defaults), said, locale)]);
    show('server', renderServer(policiesFor(settings), said, locale));
  }

  byId('download').addEventListener('click', async () => {
    const feeds = loaded?.feeds.filter(({feed}) => feed) ?? [];
    if (!feeds.length) return say(said, t('downloadFirst'));
    const settings = form.readSettings();
    const hosts = foreignImageHosts(feeds, []);
    const copied = {
      ...settings.attributes,
      src: await toDataUrl(copyOf(feeds), 'application/json'),
      format: '',
      url: 'off',
      'image-hosts': [...new Set([...hosts, settings.attributes['image-hosts']])].join(' ').trim(),
    };
    const date = new Date().toLocaleDateString(locale.language, {dateStyle: 'long'});
    const page = makeTryPage({...settings, attributes: copied, script}, defaults, {
      language: settings.lang || locale.language,
      title: t('tryTitle'),
      note: t('tryNote', {date}),
    });
    const name = 'good-practices-to-try.html';
    const link = element('a', {download: name, href: URL.createObjectURL(new Blob([page], {type: 'text/html'}))});
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href));
    say(said, t('downloaded', {name}));
  });

  /* Beginning, languages and reloads */

  const {version} = globalThis.GoodPracticeBrowser;
  const beginning = {
    attributes: {},
    look: {},
    lang: '',
    fallback: t('fallbackDefault'),
    script: isOnDisk ? `/good-practice-browser-${version}/${TAG}.js` : new URL(script).pathname,
    page: isOnDisk ? '' : `${location.origin}/`,
    target: 'html',
  };

  /** What was chosen before this page was loaded again. */
  function recall() {
    try {
      return {...beginning, ...JSON.parse(sessionStorage.getItem(STORED))};
    } catch {
      return beginning;
    }
  }
  function remember(settings) {
    try {
      sessionStorage.setItem(STORED, JSON.stringify(settings));
    } catch {
      // A frame or a setting forbids it. Then a reload begins anew.
    }
  }

  locale.onLanguage(() => {
    const defaultTexts = Object.values(texts).map(({fallbackDefault}) => fallbackDefault);
    if (defaultTexts.includes(byId('fallback').value)) byId('fallback').value = t('fallbackDefault');
    showTexts();
    update();
  });

  function showTexts() {
    form.showTexts();
    showFound();
    showSelection();
    preview.showText();
  }

  form.writeSettings(recall());
  // Anyone can write a link, so that only the reader decides whether its address loads.
  const linked = new URLSearchParams(location.search).get('src');
  if (linked) byId('src').value = linked;
  showTexts();
  if (innerWidth < 700) document.querySelector('[name=width][value="390"]').checked = true;
  preview.setWidth(Number(document.querySelector('[name=width]:checked').value));
  preview.setPaper(document.querySelector('[name=paper]:checked').value);
  update();
}

function capital(word) {
  return word[0].toUpperCase() + word.slice(1);
}
