import type {ComplexAttributeConverter} from 'lit';
import {facetTypes, isReservedName, MAX_OWN_FACETS, readPageFacet} from '../../core/own-facets.js';
import {readRefinements} from '../../core/state/refinement-syntax.js';
import {isUrlKey} from '../../core/state/route.js';

/** A part of a value that the element cannot use, and what belongs there instead. */
export type WrongValue = readonly [part: string, wanted: string];

/**
 * What an attribute may hold. It is the converter in the definition of the attribute, so that the
 * definitions are the only list of attributes.
 */
export interface AttributeRule<Value = unknown> extends ComplexAttributeConverter<Value> {
  /** `written` is the value as the page wrote it. */
  findWrong(value: Value, written: string): readonly WrongValue[];
  /** The value to use instead of a wrong one. Without this, the readers of the value ignore it. */
  correct?(value: Value): Value;
}

const wrong = (part: string, wanted: string): WrongValue => [part, wanted];

/** One of these words, in these letters. The first is used for any other value. */
export const oneOf = (...values: readonly string[]): AttributeRule<string> => ({
  findWrong: (value) =>
    !value || values.includes(value)
      ? []
      : [wrong(value, `one of ${values.join(', ')}, so the widget uses ${values[0]}`)],
});

/** The words of a value, each once, in lower case. */
export const wordsIn = (value: string): string[] => [...new Set(value.toLowerCase().match(/[^\s,]+/g))];

/** Any of these words, with spaces or commas between them. */
export const anyOf = (known: readonly string[]): AttributeRule<string> => ({
  findWrong: (value) =>
    wordsIn(value)
      .filter((word) => !known.includes(word))
      .map((word) => wrong(word, `one of ${known.join(', ')}, so the widget ignores it`)),
});

/**
 * Any of these names of facets, and names of the feed's own: `target`, or `target:list` if the page
 * describes the facet. Only the feed shows whether it has them.
 */
export const facetWords = (known: readonly string[]): AttributeRule<string> => ({
  findWrong(value) {
    const others = wordsIn(value).filter((word) => !known.includes(word));
    const own = others.filter(readPageFacet);
    return [
      ...others
        .filter((word) => !readPageFacet(word))
        .map((word) =>
          wrong(
            word,
            word.includes(':')
              ? `a facet, so the widget ignores it. Write a name in small letters and a type (${facetTypes.join(', ')}), for example target:list${isReservedName(word.split(':', 1)[0]!) ? '. This name means something else' : ''}`
              : `one of ${known.join(', ')}, so the widget ignores it`,
          ),
        ),
      ...own
        .slice(MAX_OWN_FACETS)
        .map((word) => wrong(word, `one of the first ${MAX_OWN_FACETS} facets of your own, so the widget ignores it`)),
    ];
  },
});

/**
 * A whole number from 1. Instead of a number above `to`, the element uses `to`. Instead of another
 * wrong value, it uses `fallback`.
 */
export function wholeNumber(fallback: number, to = Infinity): AttributeRule<number> {
  const isRight = (value: unknown) => Number.isInteger(Number(value)) && Number(value) > 0 && Number(value) <= to;
  const correct = (value: number) => (isRight(value) ? Number(value) : value > to ? to : fallback);
  const range = to < Infinity ? `1 to ${to}` : '1';
  return {
    fromAttribute: (text) => (text === null ? fallback : text.trim() ? Number(text) : NaN),
    findWrong: (value, written) =>
      isRight(value) ? [] : [wrong(written, `a whole number from ${range}, so the widget uses ${correct(value)}`)],
    correct,
  };
}

/** Every open page checks the feed this often, and no feed changes more often. */
const MIN_SECONDS = 30;
const DEFAULT_SECONDS = 600;

/** The seconds between two checks of the feed; 0 for none. */
export function readSeconds(text: string | null): number {
  if (!text) return 0;
  const seconds = Number(text);
  return seconds > 0 && Number.isInteger(seconds) ? Math.max(seconds, MIN_SECONDS) : DEFAULT_SECONDS;
}

/** Nothing, or seconds. */
export const seconds: AttributeRule<string> = {
  findWrong(value) {
    const used = readSeconds(value);
    return !value || used === Number(value)
      ? []
      : [wrong(value, `a whole number from ${MIN_SECONDS}, so the widget uses ${used}`)];
  },
};

/** Filters, as in `country:ES topic:education`. */
export const filters: AttributeRule<string> = {
  findWrong: (value) =>
    readRefinements(value).unread.map((word) =>
      wrong(
        word,
        'a filter. Write filters like this: country:ES topic:education,youth city:"San Sebastián" year:2015..2019',
      ),
    ),
};

/**
 * An address for a link, as the page gave it; `''` if it would run a script. People who may set
 * attributes may not always write scripts.
 */
export const linkHref = (href: string, base: string): string =>
  URL.canParse(href, base) && /^(?:https?|mailto|file):$/.test(new URL(href, base).protocol) ? href : '';

/**
 * Relative addresses are checked on any page. An image of that name may hide `document.baseURI`.
 */
const ANY_PAGE = 'https://page.invalid/';

/** An address for a link. */
export const link: AttributeRule<string> = {
  findWrong: (value) =>
    !value || linkHref(value, ANY_PAGE)
      ? []
      : [wrong(value, 'an address for a link. Write a relative address, or one that begins with https://')],
};

/** The address of a folder. */
export const folder: AttributeRule<string> = {
  findWrong: (value) => (URL.canParse(value, ANY_PAGE) ? [] : [wrong(value, 'the address of a folder')]),
};

const isHost = (word: string) => URL.canParse(`https://${word}`) && new URL(`https://${word}`).host === word;

/** Hosts, with spaces or commas between them. */
export const hosts: AttributeRule<string> = {
  findWrong: (value) =>
    wordsIn(value)
      .filter((word) => !isHost(word))
      .map((word) => wrong(word, 'a host. Write hosts like this: images.city.example cdn.city.example')),
};

/** The beginning of the names of parameters. */
export const prefix: AttributeRule<string> = {
  findWrong: (value) =>
    !value || isUrlKey(value) ? [] : [wrong(value, 'a prefix of letters, digits, hyphens, dots and underscores')],
};
