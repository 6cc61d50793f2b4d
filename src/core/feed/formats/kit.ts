import {fold} from '../../search/fold.js';
import {tellWebmaster} from '../../tell-webmaster.js';
import {FeedError} from '../feed-error.js';
import {decodeEntities, htmlToText} from '../html-text.js';
import {isObject, pointerTo} from '../json-value.js';
import {otherFormats} from '../other-formats.js';

/** What the formats file gets from the script or the worker; its build reads this as that of the extras reads elements/kit.ts. */
export const kit = {FeedError, decodeEntities, fold, htmlToText, isObject, otherFormats, pointerTo, tellWebmaster};
