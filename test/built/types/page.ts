// A page of somebody else, without a framework. It needs nothing but the import that registers the tags.
import 'good-practice-browser/define.js';
import type {EventDetails, GpbEvent, GpbEventMap, SearchResults, SearchState} from 'good-practice-browser';

const browser = document.createElement('good-practice-browser');
browser.src = '/practices.json';
browser.hitsPerPage = 24;
browser.theme = 'dark';
browser.sort = 'newest';
browser.url = 'hash';
browser.format = 'json-feed';
browser.emptyValues = 'show';
browser.practices = [{title: 'A practice'}];
browser.messages = {search: 'Find a practice', labels: {topic: {education: 'Schools'}}};
// @ts-expect-error: no theme is called so
browser.theme = 'drak';
// @ts-expect-error
browser.sort = 'best';
// @ts-expect-error
browser.url = 'path';
// @ts-expect-error
browser.format = 'xls';
// @ts-expect-error
browser.emptyValues = 'grey';
// @ts-expect-error: read only
browser.searchResults = null;
// The attribute takes any text, as all attributes do.
browser.setAttribute('theme', 'drak');

const state: SearchState = browser.searchState;
const results: SearchResults | null = browser.searchResults;
browser.refine('topic', 'education');
browser.addEventListener('gpb-loaded', ({detail}) => detail.count.toFixed() + detail.title.trim());
browser.addEventListener('gpb-failed', ({detail}) => detail.code === 'network' && detail.retryable);
browser.addEventListener('gpb-warned', ({detail}) => detail.warnings.map(({pointer}) => pointer.trim()));
browser.addEventListener('gpb-searched', ({detail}) => detail.refinements.country.join() + detail.totalHits.toFixed());
browser.addEventListener('gpb-opened', ({detail}) => detail.id.trim());
document.addEventListener('gpb-searched', ({detail}) => detail.query.trim());
window.addEventListener('gpb-loaded', ({detail}) => detail.count.toFixed());
document.body.addEventListener('gpb-opened', ({detail}) => detail.id.trim());
// @ts-expect-error: no such detail
browser.addEventListener('gpb-loaded', ({detail}) => detail.total);
const handle = (event: GpbEvent<'gpb-opened'>): EventDetails['gpb-opened'] => event.detail;
browser.addEventListener('gpb-opened', handle);
const names: Array<keyof GpbEventMap> = ['gpb-loaded', 'gpb-failed', 'gpb-warned', 'gpb-searched', 'gpb-opened'];

const latest = document.createElement('gpb-latest');
latest.count = 5;
latest.browserHref = '/good-practices';
document.createElement('gpb-practice').practiceId = 'leeds';
document.createElement('gpb-city').cityHref = '/city?city={city}';
document.querySelector('gpb-count')!.scope = 'country:ES';

export {names, results, state};
