export {GoodPracticeBrowser} from './elements/browser/good-practice-browser.js';
export {GpbCity} from './elements/satellites/gpb-city.js';
export {GpbCount} from './elements/satellites/gpb-count.js';
export {GpbLatest} from './elements/satellites/gpb-latest.js';
export {GpbPractice} from './elements/satellites/gpb-practice.js';
export {GpbEvent, type EventDetails, type GpbEventMap} from './elements/shared/events.js';
export type {SearchResults} from './core/state/search-results.js';
export type {SearchState} from './core/state/search-state.js';
export type {Messages, PageMessages} from './i18n/messages.js';
