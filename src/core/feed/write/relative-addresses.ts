import type {Contact, Image, Link, Practice} from '../../practice.js';
import type {Feed} from '../feed.js';

/** `../` leads out of at most this many folders before an address counts from the root. */
const DEPTH = 9;

// Not `randomUUID`, which browsers have on secure pages only.
const secret = `x${[...crypto.getRandomValues(new Uint32Array(4))].map((number) => number.toString(36)).join('')}`;

/**
 * The folder of a file, if it is unknown where the file will be published. The name is different at
 * every run, and no feed can contain it: an address in this folder was relative in the feed.
 * `.invalid` exists nowhere (RFC 2606).
 */
export const UNKNOWN_FOLDER = `https://${secret}.invalid/${`${secret}/`.repeat(DEPTH)}`;

const {origin: UNKNOWN_ORIGIN} = new URL(UNKNOWN_FOLDER);

/**
 * The feed as written into `folder`. Addresses that were relative in a file are relative again, and
 * all others stay. An address that is not safe in this form is left out, with its link or image.
 */
export const withRelativeAddresses = (feed: Feed, folder = ''): Feed => {
  const from = new URL(folder, UNKNOWN_FOLDER).href;
  const relative = (address: string) => relativeAddress(address, from);
  return {
    ...mapOwnAddresses(feed, relative),
    practices: feed.practices.map((practice) => mapAddresses(practice, relative)),
  };
};

/**
 * The feed without the addresses that were relative in a file, for documents in which they would
 * lead elsewhere.
 *
 * @param origin of the addresses that were relative
 * @returns the feed, and how many practices had one. The words of HTML are published without its
 *   addresses, so they do not count.
 */
export function withoutRelativeAddresses(feed: Feed, origin = UNKNOWN_ORIGIN): [Feed, number] {
  let count = 0;
  const isRelative = (address: string) => address.startsWith(`${origin}/`);
  const absolute = (address: string) => (isRelative(address) ? '' : address);
  const practices = feed.practices.map((practice) => {
    let hasRelative = false;
    const noted = (address: string) => {
      hasRelative ||= isRelative(address);
      return absolute(address);
    };
    const changed = mapAddresses(practice, noted, absolute);
    if (hasRelative) count++;
    return changed;
  });
  return [{...mapOwnAddresses(feed, absolute), practices}, count];
}

/** `''` where there is no safe relative form. */
function relativeAddress(address: string, from: string): string {
  if (!address.startsWith(`${UNKNOWN_ORIGIN}/`)) return address;
  const {pathname} = new URL(address);
  const target = pathname.split('/').slice(1);
  const folders = new URL(from).pathname.split('/').slice(1, -1);
  const differs = folders.findIndex((name, i) => i === target.length - 1 || name !== target[i]);
  const common = differs < 0 ? folders.length : differs;
  const rest = target.slice(common).join('/');
  // Some editors remove "./" and "../" from links. What remains must not be another kind of
  // address, such as "javascript:".
  if (common && URL.canParse(rest)) return '';
  const up = '../'.repeat(folders.length - common);
  const path = common ? (up || (/^[^/]*:|^\/|^$|^www\./i.test(rest) ? './' : '')) + rest : pathname;
  // Query and fragment, which may be empty.
  const relative = path + address.slice(UNKNOWN_ORIGIN.length + pathname.length);
  return new URL(relative, from).href === address ? relative : '';
}

/** The addresses of the feed itself, beside those of its practices. */
const mapOwnAddresses = (feed: Feed, map: (address: string) => string): Feed => ({
  ...feed,
  texts: map(feed.texts),
  feeds: feed.feeds.map(({filter, url}) => ({filter, url: map(url)})).filter(({url}) => url),
  collections: feed.collections.map((each) => ({...each, image: mapImage(each.image, map)})),
});

/** @param mapBase for the bases of HTML, which need not contain any address */
function mapAddresses(practice: Practice, map: (address: string) => string, mapBase = map): Practice {
  const {contact, image, links, sections} = practice;
  return {
    ...practice,
    url: map(practice.url),
    details: map(practice.details),
    image: mapImage(image, map),
    links: links.flatMap(({label, url}): Link[] => {
      const mapped = map(url);
      return mapped ? [{url: mapped, label: label === url ? mapped : label}] : [];
    }),
    contact: contact && someContact({...contact, url: map(contact.url)}),
    sections: sections.map((section) =>
      section.html ? {...section, html: {...section.html, base: mapBase(section.html.base)}} : section,
    ),
  };
}

function mapImage(image: Image | null, map: (address: string) => string): Image | null {
  const src = image ? map(image.src) : '';
  return image && src ? {...image, src} : null;
}

const someContact = (contact: Contact) => (Object.values(contact).some(Boolean) ? contact : null);
