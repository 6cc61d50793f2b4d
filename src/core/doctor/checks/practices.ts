import {pointerTo} from '../../feed/json-value.js';
import {translationFor} from '../../localized-text.js';
import type {LocalizedText, Practice} from '../../practice.js';
import type {Check, CheckedPractice} from '../check-input.js';
import type {FindingCode, Issue} from '../report.js';

/** A full text of fewer characters is hardly worth opening. */
const MIN_TEXT_LENGTH = 40;
/** Hosts of insecure addresses that a message names. */
const MAX_HOSTS = 3;

/** What practices lack that would help visitors to find them, to see them, to read them or to open them. */
export const checkCompleteness: Check = ({practices}) => {
  /** One issue for all practices to which `test` applies; it points to the first. */
  const report = (code: FindingCode, test: (practice: Practice) => boolean, has: string, field = ''): Issue[] => {
    const found = practices.filter(({practice}) => test(practice));
    const [first] = found;
    if (!first) return [];
    const count = found.length;
    const message = `${count === 1 ? '1 practice has' : `${count} practices have`} ${has}.`;
    return [{code, pointer: field ? pointerTo(first.pointer, field) : first.pointer, message, count}];
  };
  return [
    ...report('no-summary', ({sections, summary}) => !summary.length && !sections.length, 'no summary'),
    // `normalize` reports a period without a year.
    ...report('no-years', ({period}) => !period.text, 'no period'),
    ...report('no-place', ({places}) => !places.length, 'no place'),
    ...report('no-topics', ({topics}) => !topics.length, 'no topics'),
    ...report('no-alt', ({image}) => image?.alt.length === 0, 'an image without a description', 'image'),
    ...report('damaged-text', isDamaged, 'a letter that was damaged (\uFFFD)'),
    ...report('short-text', isShort, 'a full text that says hardly more than the card', 'sections'),
  ];
};

const isDamaged = (practice: Practice) => JSON.stringify(practice).includes('\uFFFD');

/** The card shows the summary; without one, the beginning of the full text. */
function isShort({sections, summary}: Practice): boolean {
  if (!sections.length || !summary.length) return false;
  const text = sections.map((section) => english(section.text)).join(' ');
  return text.length < MIN_TEXT_LENGTH || text.trim() === english(summary).trim();
}

const english = (text: LocalizedText) => translationFor(text, 'en').text;

type Address = readonly [url: string, pointer: string];

/** Links and images without https. */
export const checkLinks: Check = ({practices}) => [
  ...reportInsecure('insecure-link', practices.flatMap(linksOf), ['link does', 'links do']),
  ...reportInsecure('insecure-image', practices.map(imageOf), ['image does', 'images do']),
];

const linksOf = ({pointer, practice}: CheckedPractice): Address[] => [
  [practice.url, pointerTo(pointer, 'url')],
  ...practice.links.map(({url}): Address => [url, pointerTo(pointer, 'links')]),
  [practice.contact?.url ?? '', pointerTo(pointer, 'contact')],
];

const imageOf = ({pointer, practice}: CheckedPractice): Address => [
  practice.image?.src ?? '',
  pointerTo(pointer, 'image'),
];

/** Addresses of the visitor's own machine never leave it. */
const isInsecure = ([url]: Address) => /^http:(?!\/\/(?:localhost|127\.|\[::1\]))/.test(url);

/** One issue for all insecure addresses; it points to the first. */
function reportInsecure(
  code: 'insecure-link' | 'insecure-image',
  addresses: readonly Address[],
  [one, many]: readonly [string, string],
): Issue[] {
  const found = addresses.filter(isInsecure);
  const [first] = found;
  if (!first) return [];
  const hosts = [...new Set(found.map(([url]) => new URL(url).host))];
  const list = hosts.slice(0, MAX_HOSTS).join(', ') + (hosts.length > MAX_HOSTS ? ' …' : '');
  const count = found.length;
  return [{code, pointer: first[1], message: `${count} ${count === 1 ? one : many} not use https: ${list}.`, count}];
}
