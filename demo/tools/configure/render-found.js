// What was found in the feeds, in plain words.
import {texts as checkTexts} from '../texts/check.js';
import {element, withLinks} from '../dom.js';
import {countFields} from './feed-facts.js';

/** How many remarks are listed at most. */
const MAX_LISTED = 8;
const severities = ['error', 'warning', 'note'];

/**
 * @param {readonly import('./feed-facts.js').CheckedFeed[]} feeds
 * @param {(address: string) => string} nameOf what texts call a feed
 * @param {string} [checkHref] where each place is shown
 * @returns {{status: string, nodes: Node[]}}
 */
export function renderFound(feeds, nameOf, checkHref, {language, t}) {
  const counts = countFields(feeds);
  const failures = feeds.filter(({feed}) => !feed);
  const format = (facts) => checkTexts[language].formats[facts.format];
  const readable = feeds.filter(({feed}) => feed);
  const practices = t('practices', {count: counts.practices});
  const sentence =
    readable.length > 1
      ? t('foundSeveral', {count: readable.length, practices})
      : readable.map(({facts}) => t('foundOne', {format: capitalize(format(facts)), practices})).join('');
  const failed = failures.map(({address}) => t('failed', {name: nameOf(address)}));
  return {
    status: [sentence, ...failed].filter(Boolean).join(' '),
    nodes: [
      ...failures.flatMap((feed) => renderFailure(feed, t)),
      ...(counts.practices ? [renderCounts(counts, readable[0].facts.format, t)] : []),
      ...renderFindings(feeds, checkHref, {language, t}),
    ],
  };
}

const capitalize = (text) => text[0].toUpperCase() + text.slice(1);

/** Why an address cannot be read, where the feed check alone does not say enough on this page. */
function renderFailure({address, reports}, t) {
  const finding = reports.at(-1)?.findings[0];
  const isMixed = location.protocol === 'https:' && address.startsWith('http:');
  const names = {
    network: isMixed ? 'failedMixed' : address.startsWith('file:') ? 'failedDisk' : 'failedNetwork',
    'web-page': 'failedWebPage',
  };
  const name = names[finding?.code];
  return name ? [element('p', {}, ...withLinks(t(name)))] : [];
}

/** A line for each field: how many values there are, or why there are none. */
function renderCounts(counts, format, t) {
  const why = {
    cities: {wordpress: 'citiesNoneWordpress', rss: 'citiesNoneRss'}[format] ?? 'citiesNone',
    countries: 'countriesNone',
    topics: 'topicsNone',
    years: 'yearsNone',
  };
  // Many good lists have no images. What is missing has long lines, so it comes last.
  const names = ['topics', 'countries', 'cities', 'years', ...(counts.images ? ['images'] : [])];
  const found = names.filter((name) => counts[name]).map((name) => element('li', {}, t(name, {count: counts[name]})));
  const missing = names
    .filter((name) => !counts[name])
    .map((name) => element('li', {className: 'missing'}, ...withLinks(t(why[name]))));
  const items = [...found, ...missing];
  return element('ul', {className: 'counts', role: 'list'}, ...items);
}

function renderFindings(feeds, checkHref, {language, t}) {
  const all = feeds.flatMap(({reports}) => reports.flatMap(({findings}) => findings));
  const kinds = severities.flatMap((severity) => [
    ...Map.groupBy(
      all.filter((finding) => finding.severity === severity),
      ({code, message}) => `${code} ${message}`,
    ).values(),
  ]);
  if (!kinds.length) return [element('p', {className: 'fine'}, t('noFindings'))];
  const items = kinds.slice(0, MAX_LISTED).map(([finding]) => renderFinding(finding, {language, t}));
  const more = kinds.length - items.length;
  const hasError = all.some(({severity}) => severity === 'error');
  return [
    element(
      'details',
      {className: 'remarks', open: hasError},
      element('summary', {}, t('findings', {count: kinds.length})),
      element('ul', {role: 'list'}, ...items),
      ...(more > 0 ? [element('p', {}, t('moreFindings', {count: more}))] : []),
      ...(checkHref ? [element('p', {}, element('a', {href: checkHref, target: '_blank'}, t('seePlaces')))] : []),
    ),
  ];
}

/** The feed check speaks English. In another language, its message follows as a detail. */
function renderFinding({code, hint, message, severity}, {language, t}) {
  const label = element('span', {className: 'severity'}, `${t(severity)} `);
  const isEnglish = language === 'en';
  const [title, remedy] = isEnglish ? [message, hint] : checkTexts[language].findings[code];
  return element(
    'li',
    {className: severity},
    element('p', {}, label, element('b', {}, ...withLinks(title))),
    ...(isEnglish ? [] : [element('p', {className: 'hint', lang: 'en'}, message)]),
    element('p', {}, ...withLinks(remedy)),
  );
}
