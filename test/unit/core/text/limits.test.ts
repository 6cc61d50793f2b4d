import {expect} from '@open-wc/testing';
import page from '../../../../docs/large-feeds.md?raw';
import {checkFeed} from '../../../../src/core/doctor/check-feed.js';
import {MAX_BYTES} from '../../../../src/core/feed/fetch.js';
import {MAX_ITEMS} from '../../../../src/core/feed/json-value.js';
import {mergeFeeds} from '../../../../src/core/feed/merge.js';
import {readDetails} from '../../../../src/core/feed/normalize/details.js';
import {readDocument} from '../../../../src/core/feed/formats/read-document.js';
import {readNativeJson} from '../../../../src/core/feed/formats/native-json.js';
import type {Feed, FeedWarning} from '../../../../src/core/feed/feed.js';
import {createWarningLog} from '../../../../src/core/feed/feed-warnings.js';
import {MAX_PRACTICES, normalize} from '../../../../src/core/feed/normalize/normalize.js';
import {MAX_PAGES} from '../../../../src/core/feed/paging.js';
import {MAX_QUERY_LENGTH} from '../../../../src/core/state/search-state.js';
import {cutHtml, cutText, MAX_ADDRESS_LENGTH, MAX_LENGTHS, MAX_SECTIONS} from '../../../../src/core/text/limits.js';
import {writeNativeJson} from '../../../../src/core/feed/write/native-json.js';
import {runSync} from '../../../../src/core/time-slicing.js';
import {sum} from '../../../../src/core/sum.js';

/** The tables of limits, which the documentation shows to webmasters. */
const documented = page.slice(page.indexOf('## Limits'));

const ADDRESS = 'https://city.example/feed.json';
const read = (...records: object[]) => normalize({address: ADDRESS, language: 'en', pointer: '/practices', records});
const brief = (warnings: Iterable<FeedWarning>) =>
  [...warnings].map(({code, message, pointer}) => `${code} ${pointer} ${message.replace(/^.*, cut/s, 'cut')}`);
const words = (length: number) => 'word '.repeat(length / 5 + 1).slice(0, length);
const textsOf = (feed: Feed) =>
  feed.practices[0]!.sections.map(({html, text}) => (html?.source ?? text).map((each) => each.text));

describe('The limits', () => {
  for (const [name, limit] of Object.entries({...MAX_LENGTHS, ...MAX_SECTIONS, address: MAX_ADDRESS_LENGTH}))
    it(`are in docs/large-feeds.md: ${name}`, () => expect(documented).to.include(` ${limit.toLocaleString('en')} |`));

  const others = {
    maxBytes: [MAX_BYTES, 'bytes'],
    maxPractices: [MAX_PRACTICES, ''],
    pages: [MAX_PAGES, ''],
    query: [MAX_QUERY_LENGTH, 'characters'],
    listItems: [MAX_ITEMS, ''],
  } as const;
  for (const [name, [limit, unit]] of Object.entries(others))
    it(`are in docs/large-feeds.md: ${name}`, () =>
      expect(documented).to.match(new RegExp(` ${limit.toLocaleString('en')} ?${unit} *\\|`)));
});

describe('cutText', () => {
  const table: [text: string, max: number, cut: string][] = [
    ['abcdef', 4, 'abc…'],
    ['ab cdef', 4, 'ab…'],
    ['a😀b', 3, 'a…'],
    ['a😀bc', 4, 'a😀…'],
    ['a👩‍👩‍👧‍👦bc', 8, 'a…'],
    ['ae\u0301bc', 3, 'a…'],
    ['abc', 1, ''],
    ['abc', 0, ''],
  ];
  for (const [text, max, cut] of table)
    it(`cuts “${text}” to “${cut}” at ${max} characters`, () => expect(cutText(text, max)).to.equal(cut));

  it('never cuts within a tag', () => {
    expect(cutHtml('<p>abc</p><a href="x">d</a>', 16)).to.equal('<p>abc</p>…');
    expect(cutHtml('<p>abcdef</p>', 7)).to.equal('<p>abc…');
  });
});

describe('normalize', () => {
  const table: [kind: keyof typeof MAX_LENGTHS, record: (text: string) => object, pointer: string][] = [
    ['title', (title) => ({title}), '/title'],
    ['title', (fr) => ({title: {en: 'A', fr}}), '/title/fr'],
    ['heading', (heading) => ({sections: [{heading, text: 'A'}]}), '/sections/0/heading'],
    ['name', (city) => ({city}), '/city'],
    ['name', (country) => ({country: ['GB', country]}), '/country/1'],
    ['name', (topic) => ({topics: [topic]}), '/topics/0'],
    ['name', (label) => ({topics: [{id: 'a', label}]}), '/topics/0/label'],
    ['period', (period) => ({period}), '/period'],
    ['summary', (summary) => ({summary}), '/summary'],
    ['sectionText', (text) => ({sections: [text]}), '/sections/0'],
    ['sectionText', (text) => ({sections: [{text: {de: text}}]}), '/sections/0/text/de'],
    ['sectionHtml', (html) => ({sections: [{html}]}), '/sections/0/html'],
    ['linkLabel', (label) => ({links: [{url: '/a', label}]}), '/links/0/label'],
    ['contact', (contact) => ({contact}), '/contact'],
    ['contact', (phone) => ({contact: {phone}}), '/contact/phone'],
    ['imageAlt', (alt) => ({image: {src: '/a.png', alt}}), '/image/alt'],
    ['id', (id) => ({id}), '/id'],
  ];
  for (const [kind, make, pointer] of table) {
    const max = MAX_LENGTHS[kind];
    it(`cuts ${pointer} after ${max} characters, with a warning`, () => {
      const doubts = (length: number) =>
        brief(read({title: 'A', ...make(words(length).replace(/ $/, 's'))}).warnings).filter((each) =>
          each.startsWith('text-too-long'),
        );
      expect(doubts(max)).to.deep.equal([]);
      expect(doubts(max + 1)).to.deep.equal([
        `text-too-long /practices/0${pointer} cut from ${max + 1} to ${max} characters.`,
      ]);
      expect(doubts(max * 8)).to.deep.equal([
        `text-too-long /practices/0${pointer} cut from ${max * 8} to ${max} characters.`,
      ]);
    });
  }

  it('cuts the texts about the feed itself', () => {
    const long = words(1000);
    const topics = [{id: 'a', label: long}];
    const feed = normalize({
      address: ADDRESS,
      pointer: '',
      title: long,
      license: long,
      updated: long,
      topics,
      records: [],
    });
    const cut = feed.warnings.filter(({code}) => code === 'text-too-long');
    expect(cut.map(({pointer}) => pointer)).to.have.members(['/title', '/license', '/updated', '/topics/0/label']);
    expect(feed.title[0]!.text).to.have.length.within(490, 500);
    expect(feed.title[0]!.text).to.match(/word…$/);
  });

  it('counts characters that visitors read, not markup', () => {
    const text = `${'&amp; '.repeat(200)}${' '.repeat(400)}end`;
    const {practices, warnings} = read({title: text});
    expect(practices[0]!.title[0]!.text).to.equal(`${'& '.repeat(200)}end`);
    expect(warnings).to.deep.equal([]);
  });

  it('does not cut a long list of topics in one text', () => {
    const {practices, warnings} = read({
      title: 'A',
      topics: Array.from({length: 200}, (_, i) => `topic ${i}`).join(','),
    });
    expect(practices[0]!.topics).to.have.length(200);
    expect(warnings).to.deep.equal([]);
  });

  it('leaves out long addresses, and shortens an address that is a label', () => {
    const url = (length: number) => 'https://a.example/'.padEnd(length, 'x');
    const {practices, warnings} = read({title: 'A', links: [url(MAX_ADDRESS_LENGTH), url(MAX_ADDRESS_LENGTH + 1)]});
    expect(practices[0]!.links.map((link) => [link.url.length, link.label.length])).to.deep.equal([[8000, 500]]);
    expect(warnings.map(({code, pointer}) => `${code} ${pointer}`)).to.deep.equal(['bad-address /practices/0/links/1']);
  });

  it('never offers a cut email address', () => {
    const {practices} = read({title: 'A', contact: {email: `a@${'x'.repeat(600)}.example`, name: 'A'}});
    expect(practices[0]!.contact).to.include({email: '', name: 'A'});
  });

  it('limits the paragraphs and tags of a practice', () => {
    const {elements} = MAX_SECTIONS;
    const plain = read({title: 'A', sections: ['word\n\n'.repeat(4000), 'next\n\n'.repeat(4000), 'last']});
    const paragraphs = textsOf(plain).map(([text]) => text!.split('\n\n'));
    expect(paragraphs.map(({length}) => length)).to.deep.equal([4000, elements - 4000]);
    expect(paragraphs[1]!.at(-1)).to.equal('nex…');
    expect(brief(plain.warnings)).to.deep.equal([
      'too-much-text /practices/0/sections/1 cut from 8000 paragraphs and tags so far to 5000.',
    ]);
    const html = read({title: 'A', sections: Array.from({length: 4}, () => ({html: '<b>x</b>'.repeat(1000)}))});
    expect(textsOf(html).flat().join('').split('<')).to.have.length.within(elements - 4, elements);
    expect(brief(html.warnings)).to.deep.equal([
      'too-much-text /practices/0/sections/2 cut from 6003 paragraphs and tags so far to 5000.',
    ]);
  });

  it('limits the characters of all sections in all languages', () => {
    const text = words(150_000);
    const {practices, warnings} = read({
      title: 'A',
      sections: [{text: {en: text, fr: text}}, {text: {en: text, fr: text}}],
    });
    expect(practices[0]!.sections.map((each) => each.text.map(({lang}) => lang))).to.deep.equal([
      ['en', 'fr'],
      ['en', 'fr'],
    ]);
    const lengths = practices[0]!.sections.flatMap((each) => each.text.map((part) => part.text.length));
    expect(sum(lengths)).to.be.within(MAX_SECTIONS.length - 10, MAX_SECTIONS.length);
    expect(warnings.map(({code}) => code)).to.deep.equal(['too-much-text']);
  });

  it('reads a cut text unchanged after writing it', () => {
    const record = {
      id: 'a',
      title: words(900),
      summary: '&lt; '.repeat(30_000),
      city: words(300),
      topics: [words(300)],
      sections: [{heading: words(600), text: words(250_000)}, {html: '<p>&amp;</p>'.repeat(9000)}, 'c'],
    };
    const first = read(record);
    const again = normalize(readNativeJson(JSON.parse(writeNativeJson(first, first.practices)), ADDRESS));
    expect(again.practices).to.deep.equal(first.practices);
    expect(brief(again.warnings)).to.deep.equal([]);
  });
});

describe('Texts that load later', () => {
  const list = read({id: 'a', title: 'A', details: '/a.json'});
  const record = {id: 'a', sections: ['word\n\n'.repeat(9000)]};

  it('are cut in the full record of a practice', () => {
    const {warn, warnings} = createWarningLog();
    const filling = readDetails({address: ADDRESS, content: record}, list.practices[0]!, warn);
    expect(filling!.sections![0]!.text[0]!.text.split('\n\n')).to.have.length(MAX_SECTIONS.elements);
    expect([...warnings.values()].map(({code, pointer}) => `${code} ${pointer}`)).to.deep.equal([
      'too-much-text /sections/0',
    ]);
  });

  it('are cut in the full texts of a feed', () => {
    const texts = readNativeJson({practices: [record]}, ADDRESS);
    const feed = runSync(mergeFeeds([{address: ADDRESS, pages: [list], texts}]));
    expect(feed.practices[0]!.sections[0]!.text[0]!.text.split('\n\n')).to.have.length(MAX_SECTIONS.elements);
    expect(feed.warnings.map(({code, pointer}) => `${code} ${pointer}`)).to.deep.equal([
      'too-much-text /practices/0/sections/0',
    ]);
  });
});

describe('Long texts of other formats', () => {
  const long = words(2_000_000);
  const markup = '<p>word</p>'.repeat(200_000);
  const formats: [name: string, content: unknown][] = [
    ['a table', `titre;resume;contenu\n"${long}";"${markup}";"${markup}"`],
    ['JSON', [{name: long, description: markup, body: markup}]],
    [
      'RSS',
      `<rss><channel><item><title>${long}</title><description><![CDATA[${markup}]]></description></item></channel></rss>`,
    ],
  ];
  for (const [name, content] of formats)
    it(`are cut: ${name}`, () => {
      const {practices, warnings} = normalize(readDocument(content, ADDRESS));
      const [{sections, summary, title}] = practices as [(typeof practices)[0]];
      expect(title[0]!.text).to.have.length.within(490, 500);
      expect(summary[0]?.text.length ?? 0).to.be.at.most(MAX_LENGTHS.summary);
      expect(sections[0]!.html!.source[0]!.text.split('<').length).to.be.at.most(MAX_SECTIONS.elements);
      expect(warnings.map(({code}) => code)).to.include.members(['text-too-long', 'too-much-text']);
    });
});

describe('checkFeed', () => {
  it('reports cut texts with their place, length and limit', () => {
    const feed = {language: 'en', practices: [{title: words(60_000), sections: ['word\n\n'.repeat(6000)]}]};
    const text = JSON.stringify(feed);
    const {findings} = checkFeed({address: ADDRESS, charset: '', chunks: [new TextEncoder().encode(text)]});
    const found = findings
      .filter(({code}) => code.startsWith('t'))
      .map(({message, pointer}) => `${pointer} ${message}`);
    expect(found[0]).to.equal(
      `/practices/0/title A text is too long: "${words(60)}", cut from 60000 to 500 characters.`,
    );
    expect(found[1]).to.match(
      /^\/practices\/0\/sections\/0 A practice has too much text: .* cut from 6000 paragraphs and tags so far to 5000\.$/s,
    );
    expect(findings.every(({hint, line}) => hint && line === 1)).to.equal(true);
  });
});
