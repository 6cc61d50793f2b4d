import {pointerTo} from '../../feed/json-value.js';
import type {Check, CheckedPractice} from '../check-input.js';
import type {Issue} from '../report.js';

/** Addresses that are not safe on their way. One of the reader's own machine is not on its way anywhere. */
const isInsecure = (address: string) => /^http:(?!\/\/(?:localhost|127\.|\[::1\]))/.test(address);

/** Links and images that come without https. Where each address is counted once, its hosts are named. */
export const checkLinks: Check = ({practices}) => {
  const links: [address: string, pointer: string][] = practices.flatMap(linksOf).filter(([url]) => isInsecure(url));
  const images = practices
    .map(({practice, pointer}): [string, string] => [practice.image?.src ?? '', pointerTo(pointer, 'image')])
    .filter(([url]) => isInsecure(url));
  return [...about('insecure-link', links, 'link', 'links'), ...about('insecure-image', images, 'image', 'images')];
};

function linksOf({pointer, practice}: CheckedPractice): [string, string][] {
  return [
    [practice.url, pointerTo(pointer, 'url')],
    ...practice.links.map(({url}): [string, string] => [url, pointerTo(pointer, 'links')]),
    [practice.contact?.url ?? '', pointerTo(pointer, 'contact')],
  ];
}

function about(
  code: 'insecure-link' | 'insecure-image',
  found: readonly [address: string, pointer: string][],
  one: string,
  many: string,
): Issue[] {
  const [first] = found;
  if (!first) return [];
  const hosts = [...new Set(found.map(([address]) => new URL(address).host))];
  const list = hosts.slice(0, 3).join(', ') + (hosts.length > 3 ? ' …' : '');
  const what = found.length === 1 ? `1 ${one} does` : `${found.length} ${many} do`;
  return [{code, pointer: first[1], message: `${what} not use https: ${list}.`, count: found.length}];
}
