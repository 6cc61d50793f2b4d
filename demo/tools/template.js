// Makes one valid record from the answers in the form. The widget’s own modules read the answers, so
// that both understand the same.
import {countryCode, countryName} from '../../src/core/feed/normalize/country.js';
import {normalize} from '../../src/core/feed/normalize/normalize.js';
import {readPeriod} from '../../src/core/feed/normalize/period.js';
import {writeCsv} from '../../src/core/feed/write/csv.js';
import {createLabels} from '../../src/core/search/labels.js';
import {byId, copyText, element, showError} from './dom.js';

/** In characters. Mail programs and operating systems cut longer links. */
const MAX_MAIL = 1800;
const sections = {purpose: 'Purpose', rationale: 'Rationale', process: 'Process', impact: 'Impact'};

const form = byId('practice');
const fields = [...form.elements].filter(({name}) => name && name !== 'topic');
const valueOf = (id) => byId(id).value.trim();

/** `mailto:` with the address in the page, if it has one. */
const [recipient] = byId('mail').href.split('?');

let topics = [];

/* Checking the answers */

/** Checks that HTML does not have. A true result means that the answer is wrong. */
const judges = {
  country: (value) => value && !countryCode(value),
  period: (value) => value && !isDated(readPeriod(value)),
  alt: (value) => !value && valueOf('image'),
};
const isDated = ({from, ongoing, to}) => from !== null || to !== null || ongoing;

function messageFor(field) {
  const {dataset, validity, value} = field;
  field.setCustomValidity(judges[field.name]?.(value.trim()) ? dataset.custom : '');
  // White space alone is not a title.
  if (validity.valueMissing || (field.required && !value.trim())) return dataset.missing;
  return validity.valid ? '' : validity.customError ? dataset.custom : dataset.mismatch;
}

/** An error message appears after an answer is complete, and disappears while it is corrected. */
form.addEventListener('input', ({target}) => {
  if (target.getAttribute('aria-invalid')) showError(target, messageFor(target));
  tell();
  if (!byId('result').hidden) showRecord();
});
form.addEventListener('change', ({target}) => {
  if (target.name === 'topic' || !target.value) return;
  const show = () => showError(target, messageFor(target));
  // A message that moves the pressed button away from the pointer would lose the click.
  if (isPressed) document.addEventListener('pointerup', () => setTimeout(show), {once: true});
  else show();
});
let isPressed = false;
for (const type of ['pointerdown', 'pointerup', 'pointercancel'])
  document.addEventListener(type, () => (isPressed = type === 'pointerdown'), {capture: true});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const faults = fields.map((field) => [field, messageFor(field)]).filter(([, message]) => message);
  for (const field of fields) showError(field, messageFor(field));
  const summary = byId('summary-of-errors');
  summary.hidden = !faults.length;
  if (faults.length) {
    byId('errors-heading').textContent =
      faults.length === 1 ? 'One answer needs another look' : `${faults.length} answers need another look`;
    byId('errors').replaceChildren(...faults.map(renderFault));
    summary.focus();
    return;
  }
  byId('result').hidden = false;
  showRecord();
  byId('result-heading').focus();
});

function renderFault([field, message]) {
  const link = element('a', {href: `#${field.id}`}, message);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    field.focus();
  });
  return element('li', {}, link);
}

/** Shows how the period is read, and how long the summary is. */
function tell() {
  const {from, ongoing, to} = readPeriod(valueOf('period'));
  const years = from === to || to === null ? from : [from ?? '…', to].join(' to ');
  byId('period-read').textContent = isDated({from, ongoing, to})
    ? `Read as: ${[years, ongoing && 'ongoing'].filter(Boolean).join(', ')}`
    : '';
  const {length} = valueOf('summary');
  byId('summary-count').textContent = length > 200 ? `${length} characters; about 200 fit.` : '';
}

/* Making the record */

/** The names between semicolons. */
const namesIn = (id) =>
  valueOf(id)
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean);

/** A record of a feed, without empty fields. */
function makeRecord() {
  const cities = namesIn('city');
  const parts = Object.entries(sections).map(([id, heading]) => ({heading, text: valueOf(id)}));
  const record = {
    title: valueOf('title'),
    titleLang: valueOf('titleLang'),
    city: cities.length > 1 ? cities : cities[0],
    country: countryCode(valueOf('country')),
    period: valueOf('period'),
    topics: [...[...form.querySelectorAll('[name=topic]:checked')].map(({value}) => value), ...namesIn('topicNames')],
    summary: valueOf('summary'),
    sections: parts.filter(({text}) => text),
    url: valueOf('url'),
    image: valueOf('image') && {src: valueOf('image'), alt: valueOf('alt')},
    contact: withoutEmpty({name: valueOf('contactName'), email: valueOf('email'), phone: valueOf('phone')}),
  };
  const [practice] = toFeed(record).practices;
  return withoutEmpty({id: practice?.id, ...record});
}

const toFeed = (...records) =>
  normalize({address: document.baseURI, pointer: '', language: 'en', topics, records: records.map(withoutEmpty)});

const isEmpty = (value) => !value || (typeof value === 'object' && !Object.keys(value).length);
const withoutEmpty = (record) => Object.fromEntries(Object.entries(record).filter(([, value]) => !isEmpty(value)));

const labels = () => createLabels(toFeed().topics, 'en');
const formName = () => document.querySelector('[name=form]:checked').value;
const writers = {
  json: (record) => `${JSON.stringify(record, null, 2)}\n`,
  csv: (record) => writeCsv(toFeed(record).practices, labels()),
};
const types = {json: 'application/json', csv: 'text/csv'};

const current = () => writers[formName()](makeRecord());

function showRecord() {
  const text = current();
  byId('record').textContent = text.replace(/^\uFEFF/, '');
  const subject = encodeURIComponent(`A good practice: ${valueOf('title')}`);
  const body = encodeURIComponent(text.replace(/^\uFEFF/, ''));
  const isShort = body.length <= MAX_MAIL;
  byId('mail').href = `${recipient}?subject=${subject}${isShort ? `&body=${body}` : ''}`;
  byId('said').textContent = isShort
    ? ''
    : 'The record is too long for a link that opens a mail. Copy or save it, and add it to the mail.';
  offer(byId('save'), text, formName(), makeRecord().id);
}

/** Lets a link save a text. */
function offer(link, text, form_, name) {
  URL.revokeObjectURL(link.href);
  link.href = URL.createObjectURL(new Blob([text], {type: types[form_]}));
  link.download = `${name}.${form_}`;
}

byId('result').addEventListener('change', showRecord);
byId('copy').addEventListener('click', async () => {
  byId('said').textContent = (await copyText(byId('record')))
    ? 'Copied.'
    : 'The browser refused to copy. The record is selected: copy it with the keyboard.';
});
byId('print').addEventListener('click', () => print());

/* Filling the lists */

function fillLists() {
  const codes = [];
  for (let i = 370; i < 1296; i++) codes.push(i.toString(36).toUpperCase());
  const names = codes.filter((code) => countryCode(code) === code).map((code) => countryName(code, 'en'));
  byId('countries').append(...names.sort((a, b) => a.localeCompare(b, 'en')).map((name) => new Option(name)));
  const languages = new Intl.DisplayNames('en', {type: 'language'});
  const tags = 'ar bg ca cs da de el es et eu fi fr gl hr hu it ja ko lt lv mk nl no pl pt ro ru sk sl sq sr sv tr uk';
  byId('languages').append(...tags.split(' ').map((tag) => new Option(languages.of(tag), tag)));
}

/** Offers the topics of the feed in `data-feed`. If it fails to load or has none, people write topics in words. */
async function fetchTopics() {
  const feed = await fetch(form.dataset.feed)
    .then((response) => response.json())
    .catch(() => null);
  topics = feed?.topics ?? [];
  const {of} = labels();
  const options = toFeed().topics.map(({id}) =>
    element('label', {}, element('input', {type: 'checkbox', name: 'topic', value: id}), of('topic', id).text),
  );
  byId('topic-options').append(...options);
  byId(options.length ? 'topics' : 'topics-in-words').hidden = false;
}

fillLists();
offer(byId('table'), writeCsv([], labels()), 'csv', 'practices');
void fetchTopics();
