// The command `good-practice-browser check` as a page.
import {repairSliced} from '../../src/core/doctor/repair.js';
import {runSliced} from '../../src/core/time-slicing.js';
import {acceptFiles} from './accept-files.js';
import {examples} from './check/examples.js';
import {checkDocument, checkPages} from './check/check-pages.js';
import {renderResult} from './check/render-result.js';
import {byId} from './dom.js';
import {startLanguage} from './language.js';
import {texts} from './texts/check.js';

const heading = byId('report-heading');
const status = byId('status');
const result = byId('result');
const textField = byId('text');

const locale = startLanguage(texts);
const {t} = locale;

/** Aborts when another check starts. */
let current = new AbortController();
/** What is on the page: what was checked, and what was found. */
let shown = null;

/**
 * Checks a feed, and shows what was found unless another check has started.
 * @param {object} source
 * @param {() => string} source.name what texts of this page call the feed
 * @param {string} [source.file] the name of its file, for the download
 * @param {boolean} [source.isPasted] whether it is in the text field
 * @param {(signal: AbortSignal, tell: (page: number) => void) => Promise<Checked>} read
 * @typedef {import('./check/check-pages.js').Checked} Checked
 */
async function check(source, read) {
  current.abort();
  const {signal} = (current = new AbortController());
  shown = null;
  showResult([]);
  status.className = '';
  const tell = (page) => {
    const name = source.name();
    status.textContent = page > 1 ? t('loadingPage', {name, page}) : t(page ? 'loading' : 'checking', {name});
  };
  try {
    tell(0);
    const checked = await read(signal, tell);
    const {pages} = checked;
    const repair = pages.length ? await runSliced(repairSliced(pages.map(({bytes}) => bytes)), signal) : null;
    signal.throwIfAborted();
    shown = {source, checked, repair};
    draw();
    heading.focus();
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

function draw() {
  if (!shown) return;
  const {level, nodes, status: sentence} = renderResult(shown, locale, goToLine);
  status.textContent = sentence;
  status.className = level;
  showResult(nodes);
}

/** The repaired feed of the last result goes with it. */
function showResult(nodes) {
  for (const {href} of result.querySelectorAll('[download]')) URL.revokeObjectURL(href);
  result.replaceChildren(...nodes);
}
locale.onLanguage(draw);

/** Selects a line in the text field. */
function goToLine(line) {
  const lines = textField.value.split('\n');
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  textField.focus();
  textField.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  const {lineHeight} = getComputedStyle(textField);
  textField.scrollTop = (line - 3) * parseFloat(lineHeight);
}

const checkText = () =>
  check({name: () => t('theText'), file: 'practices', isPasted: true}, (signal) =>
    // The feed check speaks English.
    checkDocument(new TextEncoder().encode(textField.value), texts.en.theText, signal),
  );

const checkFile = (file) =>
  check({name: () => file.name, file: file.name}, async (signal) =>
    checkDocument(new Uint8Array(await file.arrayBuffer()), file.name, signal),
  );

/** Chromium accepts a host with a space, and writes it as `%20`. */
const isAddress = (text) => URL.canParse(text, document.baseURI) && !new URL(text, document.baseURI).host.includes('%');

byId('by-address').addEventListener('submit', (event) => {
  event.preventDefault();
  const field = byId('address');
  const address = field.value.trim();
  if (!isAddress(address)) {
    field.setCustomValidity(t('badAddress', {address}));
    field.reportValidity();
    return;
  }
  const file = /([^/?#]*)\/*(?:[?#].*)?$/.exec(address)[1];
  byId('from-link').hidden = true;
  void check({name: () => address, file}, (signal, tell) =>
    checkPages(new URL(address, document.baseURI).href, signal, tell),
  );
});

// A field that is not valid is not sent. The next attempt checks it again, in the language of the page.
const forgetBadAddress = () => byId('address').setCustomValidity('');
byId('address').addEventListener('input', forgetBadAddress);
locale.onLanguage(forgetBadAddress);

byId('by-text').addEventListener('submit', (event) => {
  event.preventDefault();
  void checkText();
});

for (const button of document.querySelectorAll('[data-example]'))
  button.addEventListener('click', () => {
    textField.value = examples[button.dataset.example];
    void checkText();
  });

byId('file').addEventListener('change', ({target}) => {
  if (target.files[0]) void checkFile(target.files[0]);
});

acceptFiles(byId('drop'), (file) => void checkFile(file));

// A link may name an address. Anyone can write a link, so that only the reader decides whether it loads.
const linked = new URLSearchParams(location.search).get('src');
if (linked) {
  byId('address').value = linked;
  byId('from-link').hidden = false;
}
