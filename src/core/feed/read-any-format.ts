import {warnOnce} from '../../platform/warn-once.js';
import {FeedError} from './feed-error.js';
import {isNativeJson, readNativeJson} from './formats/native-json.js';
import type {FeedDocument} from './parse.js';
import type {RawFeed} from './raw-feed.js';

/**
 * Reads a document in the named format; without a name, in the format that its content shows. The readers of formats other than our
 * own load when a feed needs them. Throws a `FeedError`: of the code `network` if they fail to load.
 */
export async function readAnyFormat({address, content}: FeedDocument, format = ''): Promise<RawFeed> {
  if (!format && isNativeJson(content)) return readNativeJson(content, address);
  const {formatNames, isFormatName, readDocument} = await loadReaders(address);
  if (format && !isFormatName(format.trim().toLowerCase()))
    warnOnce(
      `format: “${format}” is not one of ${formatNames.join(', ')}. The widget detects the format from the content.`,
    );
  return readDocument(content, address, format);
}

async function loadReaders(address: string) {
  try {
    return await import('./formats/read-document.js');
  } catch (cause) {
    throw new FeedError(
      'network',
      `The reader for the format of ${address} failed to load. Reload the page. ${String(cause)}`,
      {
        cause,
        needsReload: true,
      },
    );
  }
}
