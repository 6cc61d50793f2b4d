import {expect} from '@open-wc/testing';
import fc from '../../../../support/fast-check.mjs';
import {writeJsonLd} from '../../../../../src/core/feed/write/static-html.js';
import {createLabels} from '../../../../../src/core/search/labels.js';
import {feedOf} from '../../../../fixtures/practices.js';
import {makePractice} from '../../../../support/arbitraries.js';

const labels = createLabels([{id: 'education', label: [{lang: 'fr', text: 'Éducation'}]}], 'fr');

// Requirement: E-15
describe('writeJsonLd', () => {
  it('uses the words of schema.org, and leaves out unknown values', () => {
    const {practices} = feedOf(
      {
        title: 'The Big Lunch',
        city: 'Leeds',
        country: 'GB',
        location: [53.8, -1.55],
        period: '2015-2019',
        topics: ['education'],
        summary: 'Neighbours eat together.',
        url: 'https://x.example/',
        image: 'https://x.example/a.png',
      },
      {title: 'Another'},
    );
    expect(JSON.parse(writeJsonLd(practices, labels))).to.deep.equal({
      '@context': 'https://schema.org',
      '@type': 'ItemList',
      numberOfItems: 2,
      itemListElement: [
        {
          '@type': 'ListItem',
          position: 1,
          item: {
            '@type': 'CreativeWork',
            name: 'The Big Lunch',
            inLanguage: 'en',
            description: 'Neighbours eat together.',
            url: 'https://x.example/',
            image: 'https://x.example/a.png',
            temporalCoverage: '2015/2019',
            contentLocation: [
              {
                '@type': 'Place',
                address: {'@type': 'PostalAddress', addressLocality: 'Leeds', addressCountry: 'GB'},
                geo: {'@type': 'GeoCoordinates', latitude: 53.8, longitude: -1.55},
              },
            ],
            keywords: ['Éducation'],
          },
        },
        {'@type': 'ListItem', position: 2, item: {'@type': 'CreativeWork', name: 'Another', inLanguage: 'en'}},
      ],
    });
  });

  for (const [from, to, ongoing, coverage] of [
    [2022, 2022, false, '2022'],
    [2014, null, true, '2014/..'],
    [2014, null, false, '2014/..'],
    [null, 2018, false, '../2018'],
    [null, null, true, undefined],
    [null, null, false, undefined],
  ] as const)
    it(`writes ${from}, ${to}${ongoing ? ', ongoing' : ''} as ${coverage}`, () => {
      const practice = makePractice({title: [{lang: '', text: 'A'}], period: {text: '', from, to, ongoing}});
      const list = JSON.parse(writeJsonLd([practice], labels)) as {
        itemListElement: {item: {temporalCoverage?: string}}[];
      };
      expect(list.itemListElement[0]!.item.temporalCoverage).to.equal(coverage);
    });

  it('cannot close its tag, begin a comment or end a line, for any title', () => {
    const unit = fc.constantFrom('<', '>', '&', '/', 'script', '!--', '-->', '\u2028', '\u2029', '"', '\\', 'é');
    fc.assert(
      fc.property(fc.string({unit, minLength: 1}), (text) => {
        const json = writeJsonLd([makePractice({title: [{lang: '', text}]})], labels);
        expect(json).not.to.match(/[<>&\u2028\u2029]/);
        const list = JSON.parse(json) as {itemListElement: {item: {name: string}}[]};
        expect(list.itemListElement[0]!.item.name).to.equal(text);
      }),
    );
  });
});
