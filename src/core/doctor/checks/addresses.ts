import {toFields, toItems, type Item} from '../../feed/json-value.js';
import type {Check} from '../check-input.js';

/** What may be a host, without `https://`: `leeds.gov.uk/page`. */
const HOST = /^(?!www\.)(?:[\p{L}\d-]+\.)+\p{L}{2,}(?=[/?#]|$)/iu;
/** A file: `report.pdf`, `index.php?id=5`. */
const FILE =
  /^[^/?#]+\.(?:html?|[sx]html|php\d?|aspx?|jspx?|jsf|do|action|cfm|cgi|pdf|docx?|odt|rtf|txt|xls[mx]?|ods|csv|pptx?|odp|epub|ics|json|xml|rss|atom|zip|gz|rar|jpe?g|png|gif|svg|webp|avif|bmp|tiff?|heic|mp[34]|mov|webm|ogg|wav|kml|gpx)(?=[/?#]|$)/i;
/** An email address without `mailto:`. */
const EMAIL = /^[^\s/?#:@]+@[^\s/?#@]+$/;
/** `https:/leeds.gov.uk`, `http//leeds.gov.uk` */
const CUT_SCHEME = /^https?(?!:[/\\]{2})[:/]/i;
/** Addresses that a message names. */
const MAX_NAMES = 3;
/** Characters of an address in a message. */
const MAX_LENGTH = 60;

/** Addresses that browsers take for files on the server of the feed, but that are meant otherwise. */
export const checkAddresses: Check = ({raw}) => {
  const found = toItems({value: raw.records, pointer: raw.pointer}, Infinity)
    .flatMap(addressesOf)
    .flatMap(({pointer, value}) => (typeof value === 'string' ? [{pointer, address: value.trim()}] : []))
    .filter(({address}) => isIncomplete(address));
  const [first] = found;
  if (!first) return [];
  const names = found.slice(0, MAX_NAMES).map(({address}) => `“${address.slice(0, MAX_LENGTH)}”`);
  const list = names.join(', ') + (found.length > MAX_NAMES ? ' …' : '');
  const count = found.length;
  const message = `${count === 1 ? '1 address leads' : `${count} addresses lead`} to the server of the feed: ${list}.`;
  return [{code: 'incomplete-address', pointer: first.pointer, message, count}];
};

const isIncomplete = (address: string) =>
  (HOST.test(address) && !FILE.test(address)) || EMAIL.test(address) || CUT_SCHEME.test(address);

/** The values for addresses in a record. */
function addressesOf(record: Item): Item[] {
  const field = toFields(record);
  if (!field) return [];
  /** The address itself, or an object that has it under this name. */
  const within = (item: Item, name: string): Item => toFields(item)?.(name) ?? item;
  return [
    field('url'),
    ...toItems(field('links')).map((link) => within(link, 'url')),
    within(field('image'), 'src'),
    ...toItems(field('contact')).flatMap((contact) => toFields(contact)?.('url') ?? []),
  ];
}
