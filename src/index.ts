export {GoodPracticeBrowser} from './elements/good-practice-browser.js';
export {GpbCard} from './elements/gpb-card.js';
export {GpbFacet} from './elements/gpb-facet.js';
export type {FailedEvent, LoadedEvent, OpenedEvent, SearchedEvent, WarnedEvent} from './elements/events.js';
export type {SearchResults} from './core/engine.js';
export type {SearchState} from './core/search-state.js';
export type {Messages} from './i18n/messages.js';
