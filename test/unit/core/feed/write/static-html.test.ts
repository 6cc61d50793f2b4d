import {expect} from '@open-wc/testing';
import fc from '../../../../support/fast-check.mjs';
import {writeStaticHtml} from '../../../../../src/core/feed/write/static-html.js';
import {createLabels} from '../../../../../src/core/search/labels.js';
import {feedOf} from '../../../../fixtures/practices.js';
import {makePractice} from '../../../../support/arbitraries.js';

const labels = createLabels([], 'en');
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html').body;

// Requirement: E-05
describe('writeStaticHtml', () => {
  it('lists title, place, period and summary, and links to the source', () => {
    const {practices} = feedOf(
      {
        title: 'The Big Lunch',
        city: ['Leeds', 'York'],
        country: 'GB',
        period: '2022',
        summary: 'Eat.',
        url: 'https://x.example/',
      },
      {title: 'Another', titleLang: 'fr'},
    );
    const [first, second] = parse(writeStaticHtml(practices, labels)).querySelectorAll('ul > li');
    expect(first!.querySelector('a')!.getAttribute('href')).to.equal('https://x.example/');
    expect(first!.textContent!.replace(/\s+/g, ' ').trim()).to.equal(
      'The Big Lunch Leeds, United Kingdom; York, United Kingdom; 2022 Eat.',
    );
    expect(second!.querySelector('b [lang=fr][dir=auto]')!.textContent).to.equal('Another');
    expect(second!.querySelector('a, p, br')).to.equal(null);
  });

  it('escapes all texts of a feed', () => {
    const unit = fc.constantFrom(...'<>&"\'=/ax ', '<script>', '</li>', '&lt;', ' onload=');
    const text = fc.string({unit, minLength: 1});
    fc.assert(
      fc.property(text, text, (title, summary) => {
        const practice = makePractice({
          title: [{lang: title, text: title}],
          summary: [{lang: '', text: summary}],
          url: title,
        });
        const body = parse(writeStaticHtml([practice], labels));
        expect([...body.querySelectorAll('*')].map(({localName}) => localName).join()).to.equal('ul,li,a,span,p');
        expect(body.querySelector('span')!.textContent).to.equal(title);
        expect(body.querySelector('p')!.textContent).to.equal(summary);
        expect(body.querySelector('a')!.getAttribute('href')).to.equal(title);
      }),
    );
  });
});
