import {expect} from '@open-wc/testing';
import {readSameHostUrl, sameHostUrl} from '../../../../../src/core/feed/normalize/safe-url.js';
import {aReading, at} from '../../../../support/read-context.js';

describe('sameHostUrl', () => {
  const table: [text: string, base: string, expected: string][] = [
    ['details/a.json', 'https://city.example/data/feed.json', 'https://city.example/data/details/a.json'],
    ['http://city.example/a', 'https://city.example/feed', 'https://city.example/a'],
    ['https://other.example/a', 'https://city.example/feed', ''],
    ['//other.example/a', 'https://city.example/feed', ''],
    ['https://city.example:8443/a', 'https://city.example/feed', ''],
    ['https://city.example@other.example/a', 'https://city.example/feed', ''],
    ['javascript:alert(1)', 'https://city.example/feed', ''],
    ['data:application/json,[]', 'https://city.example/feed', ''],
    ['https://user:pass@city.example/a', 'https://city.example/feed', 'https://city.example/a'],
    ['', 'https://city.example/feed', ''],
  ];
  for (const [text, base, expected] of table)
    it(`makes “${text}” ${expected || 'nothing'}`, () => expect(sameHostUrl(text, base)).to.equal(expected));
});

describe('readSameHostUrl', () => {
  const table: [value: unknown, expected: string, ...doubts: string[]][] = [
    ['a.json?b=1&amp;c', 'https://city.example/data/a.json?b=1&c'],
    [undefined, ''],
    ['', ''],
    ['https://other.example/a', '', 'foreign-address /x'],
    ['All the details of it', '', 'bad-address /x'],
    [{url: 'a.json'}, '', 'bad-address /x'],
  ];
  for (const [value, expected, ...doubted] of table)
    it(`reads ${JSON.stringify(value)}`, () => {
      const {doubts, reading} = aReading();
      expect(readSameHostUrl(at(value), reading)).to.equal(expected);
      expect(doubts()).to.deep.equal(doubted);
    });
});
