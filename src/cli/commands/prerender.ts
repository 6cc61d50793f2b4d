import {writeJsonLd} from '../../core/feed/write/json-ld.js';
import {writeStaticHtml} from '../../core/feed/write/static-html.js';
import {readPractices} from '../read-practices.js';
import {withRelativeAddresses} from '../relative-addresses.js';
import type {Command} from './command.js';

/** Writes what may stand between the tags: a list for readers without scripts, and the same for search engines. */
export const prerender: Command = async (name, options, surface) => {
  const [feed, labels] = await readPractices(name, options, surface);
  const {practices} = withRelativeAddresses(feed);
  const jsonLd = `<script type="application/ld+json">${writeJsonLd(practices, labels)}</script>\n`;
  surface.out.write(writeStaticHtml(practices, labels) + jsonLd);
  return 0;
};
