import {Task} from '@lit/task';
import {html, LitElement, nothing, svg, unsafeCSS} from 'lit';
import {AnnouncerController} from '../controllers/announcer.js';
import {FeedController} from '../controllers/feed.js';
import {brought} from '../controllers/load-file.js';
import {LocaleController} from '../controllers/locale.js';
import {SearchController} from '../controllers/search.js';
import {TextToneController} from '../controllers/text-tone.js';
import {valueKey} from '../core/attribute-values.js';
import {stripControls} from '../core/feed/clean-text.js';
import {FeedError} from '../core/feed/feed-error.js';
import {createWarningLog} from '../core/feed/feed-warnings.js';
import {fetchFeed, MAX_BYTES} from '../core/feed/fetch-feed.js';
import {decodeEntities, htmlToText} from '../core/feed/html-text.js';
import {MAX_PRACTICES} from '../core/feed/normalize.js';
import {ownAddress} from '../core/feed/own-address.js';
import {parseFeed} from '../core/feed/parse-feed.js';
import {deriveId, readId, withDistinctIds} from '../core/feed/practice-id.js';
import {readBody} from '../core/feed/read-practice.js';
import {readLanguage} from '../core/feed/read-text.js';
import {MAX_LENGTHS, MAX_SECTIONS} from '../core/feed/text-limits.js';
import {soundAddress} from '../core/feed/web-address.js';
import {translationFor} from '../core/localized-text.js';
import {memoizeLast} from '../core/memoize-last.js';
import {stateToRoute, writeRoute} from '../core/route.js';
import {initialState, isWithin, noRefinements, toggleRefinement} from '../core/search-state.js';
import {fold} from '../core/search/fold.js';
import {matchRanges, textParts} from '../core/search/highlight.js';
import {tellWebmaster} from '../core/tell-webmaster.js';
import {en} from '../i18n/en.js';
import {assetsUrl} from '../script-url.js';
import {base} from '../styles/base.js';
import {policy} from '../trusted-types.js';
import {GpbEvent} from './events.js';
import {renderHeading} from './heading.js';
import {renderHiddenName} from './hidden-name.js';
import {chevronIcon, crossIcon} from './icons.js';
import {linkHref, readImageHosts, readRefinementSetting, wholeNumber} from './settings.js';

/**
 * What the extras file gets from the script, so that it brings nothing twice: above all no second Lit. Its build reads the imports of
 * this module, and fails where it would need something of theirs that is not here.
 */
export const kit = {
  AnnouncerController,
  FeedController,
  FeedError,
  GpbEvent,
  LitElement,
  LocaleController,
  MAX_BYTES,
  MAX_LENGTHS,
  MAX_PRACTICES,
  MAX_SECTIONS,
  SearchController,
  Task,
  TextToneController,
  assetsUrl,
  base,
  brought,
  chevronIcon,
  createWarningLog,
  crossIcon,
  decodeEntities,
  deriveId,
  en,
  fetchFeed,
  fold,
  html,
  htmlToText,
  initialState,
  isWithin,
  linkHref,
  matchRanges,
  memoizeLast,
  noRefinements,
  nothing,
  ownAddress,
  parseFeed,
  policy,
  readBody,
  readId,
  readImageHosts,
  readLanguage,
  readRefinementSetting,
  renderHeading,
  renderHiddenName,
  soundAddress,
  stateToRoute,
  stripControls,
  svg,
  tellWebmaster,
  textParts,
  toggleRefinement,
  translationFor,
  unsafeCSS,
  valueKey,
  wholeNumber,
  withDistinctIds,
  writeRoute,
};
