// The command `good-practice-browser check` as a page.
import {checkFeedSliced, failureReport} from '../../src/core/doctor/check-feed.js';
import {decodeText} from '../../src/core/text/decode.js';
import {fetchFeed} from '../../src/core/feed/fetch.js';
import {runSliced} from '../../src/core/time-slicing.js';

const severities = {error: 'Error', warning: 'Warning', note: 'Note'};
/** How many places of one kind of finding are listed at most. */
const MAX_LISTED = 10;

const byId = (id) => document.getElementById(id);
const heading = byId('report-heading');
const summary = byId('report-summary');
const list = byId('findings');

let current = new AbortController();

/** Checks the feed that `read` gets, and shows the report unless another check has started. */
async function check(name, read) {
  current.abort();
  const {signal} = (current = new AbortController());
  list.replaceChildren();
  heading.hidden = false;
  summary.textContent = `Checking ${name} …`;
  try {
    const [report, text] = await examine(name, read, signal);
    signal.throwIfAborted();
    show(name, report, text.split(/\r\n?|\n/));
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

async function examine(name, read, signal) {
  let fetched;
  try {
    fetched = await read(signal);
  } catch (error) {
    signal.throwIfAborted();
    return [failureReport(name, error.name === 'FeedError' ? error.code : 'unreadable-file', error.message), ''];
  }
  const bytes = new Uint8Array(await new Blob(fetched.chunks).arrayBuffer());
  return [await runSliced(checkFeedSliced(fetched), signal), decodeText(bytes, fetched.charset)];
}

function show(name, report, lines) {
  const {findings, isReadable, practices, records} = report;
  const counts = Object.entries(severities)
    .map(([severity, noun]) => [findings.filter((finding) => finding.severity === severity).length, noun.toLowerCase()])
    .filter(([count]) => count)
    .map(([count, noun]) => counted(count, noun));
  const what = !isReadable
    ? `${name} cannot be read`
    : practices === records
      ? `${name}: ${counted(practices, 'practice')}`
      : `${name}: ${practices} of ${counted(records, 'record')} can be shown`;
  summary.textContent = `${what}. ${counts.join(', ') || 'Nothing wrong'}.`;
  const kinds = Map.groupBy(findings, ({code}) => code);
  list.replaceChildren(...[...kinds.values()].map((kind) => renderKind(kind, lines)));
  heading.focus();
}

/** All findings of one kind: the problem, its places, and how to fix it. */
function renderKind(kind, lines) {
  const [{hint, message, severity}] = kind;
  const title = element('h3', {}, element('span', {className: 'severity'}, `${severities[severity]}: `), message);
  const places = kind.slice(0, MAX_LISTED).map((finding, i) => renderPlace(finding, i > 0, lines));
  const more = kind.length - MAX_LISTED;
  return element(
    'li',
    {className: `finding ${severity}`},
    title,
    element('ul', {className: 'places'}, ...places),
    more > 0 ? element('p', {}, `… and ${more} more of this kind.`) : '',
    element('p', {}, element('b', {}, 'How to fix it: '), hint),
  );
}

function renderPlace({column, count, line, message, pointer}, withMessage, lines) {
  const place = line ? `${count > 1 ? 'First at line' : 'Line'} ${line}, column ${column}` : '';
  const words = [withMessage ? message : '', place, pointer].filter(Boolean).join(' · ');
  const source = line ? excerpt(lines, line, column) : '';
  return element('li', {}, words || 'The whole document', source ? element('code', {}, source) : '');
}

/** The document around a place, on one line. */
function excerpt(lines, line, column) {
  const start = lines[line - 1].slice(Math.max(0, column - 31));
  return [start, ...lines.slice(line, line + 4)].join(' ').replace(/\s+/g, ' ').trim().slice(0, 90);
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;

const ofBytes = (bytes) => ({address: document.baseURI, charset: '', chunks: [bytes]});
const checkFile = (file) => check(file.name, async () => ofBytes(new Uint8Array(await file.arrayBuffer())));

byId('by-address').addEventListener('submit', (event) => {
  event.preventDefault();
  const address = byId('address').value.trim();
  void check(address, (signal) => fetchFeed(new URL(address, document.baseURI).href, {signal, cache: 'no-cache'}));
});

byId('by-text').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = byId('text').value;
  void check('The text', async () => ofBytes(new TextEncoder().encode(text)));
});

byId('file').addEventListener('change', ({target}) => {
  if (target.files[0]) void checkFile(target.files[0]);
});

// The whole page accepts a file: the browser would open a file that misses the box.
const drop = byId('drop');
document.addEventListener('dragover', (event) => {
  event.preventDefault();
  drop.classList.add('over');
});
for (const end of ['dragleave', 'drop', 'dragend']) document.addEventListener(end, () => drop.classList.remove('over'));
document.addEventListener('drop', (event) => {
  event.preventDefault();
  const [file] = event.dataTransfer.files;
  if (file) void checkFile(file);
});
