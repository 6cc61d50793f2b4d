import {expect} from '@open-wc/testing';
import {readImage} from '../../../../../src/core/feed/normalize/links.js';
import {aReading, at} from '../../../../support/read-context.js';

// Requirement: S-14
describe('readImage', () => {
  const src = 'https://city.example/a.jpg';
  const alt = [{lang: 'en', text: 'A square'}];
  const table: [value: unknown, image: object | null, doubts: string[]][] = [
    [{src, alt: 'A square'}, {src, alt}, []],
    [{src: '../a.jpg'}, {src, alt: []}, []],
    [src, {src, alt: []}, []],
    [{src: 'https://city.example/a.svg', alt: ''}, {src: 'https://city.example/a.svg', alt: []}, []],
    [undefined, null, []],
    [null, null, []],
    ['', null, []],
    [{alt: 'A square'}, null, []],
    [{src: 'data:image/png;base64,AAAA'}, null, ['bad-address /x/src']],
    ['data:image/svg+xml,<svg/>', null, ['bad-address /x']],
    [{src: 'javascript:alert(1)'}, null, ['bad-address /x/src']],
    [{src: 'mailto:a@b.example'}, null, ['bad-address /x/src']],
    [{src: 7}, null, ['bad-address /x/src']],
    [[src], null, ['bad-address /x']],
  ];
  for (const [value, image, doubts] of table)
    it(`reads ${JSON.stringify(value)}`, () => {
      const {reading, doubts: said} = aReading();
      expect(readImage(at(value), reading)).to.deep.equal(image);
      expect(said()).to.deep.equal(doubts);
    });
});
