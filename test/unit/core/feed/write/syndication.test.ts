import {expect} from '@open-wc/testing';
import fc from '../../../../support/fast-check.mjs';
import type {Feed} from '../../../../../src/core/feed/feed.js';
import {normalize} from '../../../../../src/core/feed/normalize/normalize.js';
import type {LinkedChannel} from '../../../../../src/core/feed/write/channel.js';
import {writeGeoJson} from '../../../../../src/core/feed/write/geojson.js';
import {writeJsonFeed} from '../../../../../src/core/feed/write/json-feed.js';
import {writeAtom, writeRss} from '../../../../../src/core/feed/write/syndication.js';
import {createLabels} from '../../../../../src/core/search/labels.js';
import {readRefinements} from '../../../../../src/core/state/refinement-syntax.js';
import {inWords, readFeed} from '../../../../support/read-format.js';

const ADDRESS = 'https://city.example/feed.json';
const PAGE = 'https://city.example/practices?lang=en';

const feedOf = (document: Record<string, unknown>): Feed => {
  const {practices, ...info} = document;
  return normalize({address: ADDRESS, pointer: '/practices', records: practices as unknown[], ...info});
};

function channelOf(feed: Feed, parts: Partial<LinkedChannel> & {filter?: string} = {}): LinkedChannel {
  const {filter = '', ...rest} = parts;
  return {
    info: feed,
    practices: feed.practices,
    labels: createLabels(feed.topics, feed.language || 'en'),
    language: feed.language,
    refinements: readRefinements(filter).refinements,
    page: {address: PAGE, urlKey: 'gp'},
    url: '',
    now: new Date('2026-01-02T03:04:05Z'),
    ...rest,
  };
}

const writers = {rss: writeRss, atom: writeAtom, 'json-feed': writeJsonFeed, geojson: writeGeoJson};
const formats = Object.keys(writers) as (keyof typeof writers)[];
const xmlFormats = ['rss', 'atom'] as const;

/** The parser of the browser, which is strict. */
function parseXml(text: string): Element {
  const {documentElement: root} = new DOMParser().parseFromString(text, 'application/xml');
  const fault = root.ownerDocument.querySelector('parsererror');
  if (fault) throw new Error(`${fault.textContent}\n${text}`);
  return root;
}
const textsOf = (root: Element, name: string) => [...root.getElementsByTagName(name)].map((each) => each.textContent);
const textOf = (root: Element, name: string) => textsOf(root, name)[0];

const full = {
  title: 'Good practices of our network',
  language: 'en',
  license: 'CC BY 4.0',
  updated: '2026-11-24',
  topics: [
    {id: 'education', label: 'Education & skills'},
    {id: 'youth', label: 'Youth'},
  ],
  practices: [
    {
      id: 'Walk/1',
      title: 'A walk < a run & more',
      city: 'Bilbao',
      country: 'ES',
      location: [43.26, -2.93],
      period: '2018 - ongoing',
      topics: ['education', 'youth'],
      summary: 'In one line.',
      sections: [{heading: 'Purpose', text: 'To walk.\n\nTo talk.'}, {html: '<p>Because of <b>this</b>.</p>'}],
      url: 'https://city.example/walk?a=1&b=2',
      image: 'https://city.example/walk.jpg',
      updated: '2026-03-04',
    },
    {
      id: 'deux',
      title: 'Deux villes',
      titleLang: 'fr',
      city: ['Lyon', 'Bern'],
      country: ['FR', 'CH'],
      summary: {fr: 'Bref.'},
    },
  ],
};

// Requirement: E-12
describe('feeds for feed readers', () => {
  it('names filters of the feed’s own in the title', () => {
    const feed = feedOf({...full, facets: [{name: 'target', label: 'Target group', type: 'list'}]});
    const root = parseXml(writeRss(channelOf(feed, {filter: 'country:ES target:families'})));
    expect(textOf(root, 'title')).to.equal('Good practices of our network: Spain, families');
  });

  it('are RSS 2.0 with the elements that it demands', () => {
    const channel = channelOf(feedOf(full), {filter: 'topic:education country:ES', url: 'https://city.example/a.xml'});
    const root = parseXml(writeRss(channel));
    expect([root.localName, root.getAttribute('version')]).to.deep.equal(['rss', '2.0']);
    const [feed] = root.children;
    expect(textOf(feed!, 'title')).to.equal('Good practices of our network: Education & skills, Spain');
    expect(textOf(feed!, 'description')).to.equal('Good practices of our network: Education & skills, Spain');
    expect(textOf(feed!, 'link')).to.equal('https://city.example/practices?lang=en&gp-topic=education&gp-country=ES');
    expect(textOf(feed!, 'language')).to.equal('en');
    expect(textOf(feed!, 'copyright')).to.equal('CC BY 4.0');
    expect(textOf(feed!, 'lastBuildDate')).to.equal('Tue, 24 Nov 2026 00:00:00 GMT');
    const self = feed!.querySelector('[rel=self]')!;
    expect([self.namespaceURI, self.getAttribute('href'), self.getAttribute('type')]).to.deep.equal([
      'http://www.w3.org/2005/Atom',
      'https://city.example/a.xml',
      'application/rss+xml',
    ]);
    const [first, second] = feed!.getElementsByTagName('item');
    expect(textOf(first!, 'title')).to.equal('A walk < a run & more');
    expect(textOf(first!, 'link')).to.equal('https://city.example/walk?a=1&b=2');
    expect(textOf(first!, 'guid')).to.equal('Walk/1');
    expect(first!.querySelector('guid')!.getAttribute('isPermaLink')).to.equal('false');
    expect(textOf(first!, 'pubDate')).to.equal('Wed, 04 Mar 2026 00:00:00 GMT');
    expect(textsOf(first!, 'category')).to.deep.equal(['Education & skills', 'Youth']);
    expect(textOf(first!, 'content:encoded')).to.equal(
      '<p>In one line.</p>\n<h2>Purpose</h2>\n<p>To walk.</p>\n<p>To talk.</p>\n<p>Because of this.</p>\n',
    );
    expect(textOf(second!, 'link')).to.equal('https://city.example/practices?lang=en&gp-open=deux');
    expect(textsOf(second!, 'pubDate'), 'no date is made up').to.deep.equal([]);
    expect(textsOf(second!, 'content:encoded'), 'no full text').to.deep.equal([]);
    expect(textOf(second!, 'dc:language')).to.equal('fr');
  });

  it('are Atom 1.0 with the elements that it demands', () => {
    const root = parseXml(writeAtom(channelOf(feedOf(full), {url: 'https://city.example/a.xml'})));
    expect([root.localName, root.namespaceURI]).to.deep.equal(['feed', 'http://www.w3.org/2005/Atom']);
    expect(textOf(root, 'id')).to.equal('https://city.example/a.xml');
    expect(textOf(root, 'updated')).to.equal('2026-11-24T00:00:00.000Z');
    expect(textOf(root, 'name')).to.equal('Good practices of our network');
    expect(textOf(root, 'rights')).to.equal('CC BY 4.0');
    const [first, second] = root.getElementsByTagName('entry');
    // as HTML, so that it means what it says
    expect(first!.querySelector('title')!.getAttribute('type')).to.equal('html');
    expect(textOf(first!, 'title')).to.equal('A walk &lt; a run &amp; more');
    expect(textOf(first!, 'id')).to.equal('https://city.example/practices?lang=en&gp-open=Walk%2F1');
    expect(textOf(first!, 'updated')).to.equal('2026-03-04T00:00:00.000Z');
    expect(first!.querySelector('link')!.getAttribute('href')).to.equal('https://city.example/walk?a=1&b=2');
    expect([...first!.querySelectorAll('category')].map((each) => each.getAttribute('term'))).to.deep.equal([
      'education',
      'youth',
    ]);
    expect(textOf(second!, 'updated'), 'that of the feed').to.equal('2026-11-24T00:00:00.000Z');
    expect(second!.getAttribute('xml:lang')).to.equal('fr');
  });

  it('are JSON Feed 1.1', () => {
    const feed = JSON.parse(writeJsonFeed(channelOf(feedOf(full), {url: 'https://city.example/a.json'})));
    expect(feed).to.deep.include({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Good practices of our network',
      home_page_url: 'https://city.example/practices?lang=en',
      feed_url: 'https://city.example/a.json',
      language: 'en',
    });
    const [first, second] = feed.items;
    expect(first).to.deep.include({
      id: 'Walk/1',
      url: 'https://city.example/walk?a=1&b=2',
      image: 'https://city.example/walk.jpg',
      date_modified: '2026-03-04T00:00:00.000Z',
      tags: ['Education & skills', 'Youth'],
    });
    expect(first.content_html).to.contain('<h2>Purpose</h2>');
    expect([second.content_text, second.language, second.date_modified]).to.deep.equal(['Bref.', 'fr', undefined]);
  });

  it('are GeoJSON, with the longitude first and no geometry without a location', () => {
    const three = [
      ...full.practices,
      {
        title: 'Both',
        city: ['A', 'B'],
        location: [
          [1, 2],
          [3, 4],
        ],
      },
    ];
    const {features, type} = JSON.parse(writeGeoJson(channelOf(feedOf({...full, practices: three}))));
    expect(type).to.equal('FeatureCollection');
    expect(features.map((feature: {geometry: unknown}) => feature.geometry)).to.deep.equal([
      {type: 'Point', coordinates: [-2.93, 43.26]},
      null,
      {
        type: 'MultiPoint',
        coordinates: [
          [2, 1],
          [4, 3],
        ],
      },
    ]);
    expect(features[0].properties).to.deep.equal({
      id: 'Walk/1',
      title: 'A walk < a run & more',
      city: 'Bilbao',
      country: 'Spain',
      period: '2018 - ongoing',
      topics: ['Education & skills', 'Youth'],
      summary: 'In one line.',
      text: 'Purpose\n\nTo walk.\n\nTo talk.\n\nBecause of this.',
      url: 'https://city.example/walk?a=1&b=2',
      updated: '2026-03-04',
    });
  });

  it('link into the list as its widget reads the address', () => {
    const feed = feedOf(full);
    const linkIn = (address: string, urlKey: string) =>
      JSON.parse(writeJsonFeed(channelOf(feed, {page: {address, urlKey}}))).items[1].url;
    expect(linkIn('https://city.example/list?gp-open=old', 'gp')).to.equal('https://city.example/list?gp-open=deux');
    expect(linkIn('https://city.example/list', 'edu')).to.equal('https://city.example/list?edu-open=deux');
    expect(linkIn('https://city.example/list#', 'gp')).to.equal('https://city.example/list#gp-open=deux');
    expect(linkIn('https://city.example/list#map', 'gp')).to.equal('https://city.example/list?gp-open=deux#map');
  });

  it('have the date of the latest practice if the feed has none, and the time of writing if nothing has one', () => {
    const changed = (practices: readonly object[], updated?: string) => {
      const channel = channelOf(feedOf({practices, updated}));
      return [textOf(parseXml(writeRss(channel)), 'lastBuildDate'), textOf(parseXml(writeAtom(channel)), 'updated')];
    };
    const dated = (updated: string) => ({title: updated, updated});
    expect(changed([dated('2025-03-04'), dated('2026-05-06T10:00:00'), dated('2026')])).to.deep.equal([
      'Wed, 06 May 2026 10:00:00 GMT',
      '2026-05-06T10:00:00.000Z',
    ]);
    expect(changed([dated('2025')])).to.deep.equal([undefined, '2026-01-02T03:04:05.000Z']);
    expect(changed([], '2024-01-01T10:00:00+02:00')).to.deep.equal([
      'Mon, 01 Jan 2024 08:00:00 GMT',
      '2024-01-01T08:00:00.000Z',
    ]);
  });

  for (const format of formats)
    it(`are valid without practices: ${format}`, () => {
      const text = writers[format](channelOf(feedOf({practices: []})));
      if (format === 'rss' || format === 'atom') {
        expect(textOf(parseXml(text), 'title')).to.equal('Good practices');
        expect(parseXml(text).querySelectorAll('item, entry')).to.have.length(0);
      } else expect(JSON.parse(text)).to.have.any.keys({items: [], features: []});
      expect(readFeed(text).practices).to.deep.equal([]);
    });

  for (const format of formats)
    it(`are read back by the widget: ${format}`, () => {
      const before = feedOf(full);
      const {practices, title} = readFeed(writers[format](channelOf(before)));
      expect(title[0]!.text).to.equal('Good practices of our network');
      const labels = createLabels(before.topics, 'en');
      practices.forEach((practice, i) => {
        const {sections, ...read} = inWords(practice);
        const {sections: written, ...rest} = inWords(before.practices[i]!);
        const hasPlaces = format !== 'geojson' || i === 0;
        expect(read, `practice ${i}`).to.deep.include({
          id: rest.id,
          title: rest.title,
          summary: rest.summary,
          period: rest.period,
          topics: rest.topics.map((topic) => labels.of('topic', topic).text),
          url: rest.url || `https://city.example/practices?lang=en&gp-open=${rest.id}`,
          image: format === 'geojson' ? null : rest.image,
          // Atom has a date for each.
          updated: format === 'atom' ? `${rest.updated || before.updated}T00:00:00.000Z` : rest.updated,
          ...(hasPlaces && {places: rest.places}),
        });
        // one section has the words of all, in RSS after those of the summary
        const words = written.flat().filter(Boolean).join('\n\n');
        const readWords = sections.flat().filter(Boolean).join('\n\n');
        expect(readWords.endsWith(words), `${readWords} ends with ${words}`).to.equal(true);
        expect(Boolean(readWords)).to.equal(Boolean(words));
        const languages = (text: typeof practice.title) => text.map(({lang}) => lang);
        if (format !== 'geojson')
          expect([practice.title, practice.summary].map(languages)).to.deep.equal(
            [before.practices[i]!.title, before.practices[i]!.summary].map(languages),
          );
      });
    });

  const unit = fc.constantFrom(
    ...'<>&"\'=/ax ;é日\u0001\u000B\uFFFE\uFFFF\uD800',
    ']]>',
    '<b>',
    '&lt;',
    '&amp;',
    '</p>',
    '<!--',
  );
  const text = fc.string({unit, minLength: 1, maxLength: 12});
  it('are well-formed with any text, and give it back', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, text), {maxLength: 4}), (records) => {
        const before = feedOf({
          language: 'en',
          license: records[0]?.[2],
          practices: records.map(([id, title, summary]) => ({
            id: `i${id}`,
            title: `T ${title}`,
            summary: `S ${summary}`,
            topics: [title],
          })),
        });
        for (const format of formats) {
          const written = writers[format](channelOf(before));
          if (format === 'rss' || format === 'atom') parseXml(written);
          const {practices} = readFeed(written);
          // Characters that XML forbids are left out.
          const comparable = (value: string) =>
            value
              .replaceAll(/[\uFFFE\uFFFF]/g, '')
              .replaceAll(/\s+/g, ' ')
              .trim();
          const words = (feed: typeof practices) =>
            feed.map((practice) => [practice.id, inWords(practice).title, inWords(practice).summary].map(comparable));
          expect(words(practices), format).to.deep.equal(words(before.practices));
        }
      }),
      {numRuns: 300},
    );
  });

  for (const format of xmlFormats)
    it(`contain no HTML of a feed, only its words: ${format}`, () => {
      const practices = [
        {title: 'A', sections: [{html: '<p onclick="x()">Words <script>alert(1)</script></p><img src=x onerror=y>'}]},
      ];
      const root = parseXml(writers[format](channelOf(feedOf({practices}))));
      const content = textOf(root, format === 'rss' ? 'content:encoded' : 'content');
      expect(content).to.equal('<p>Words</p>\n');
    });
});
