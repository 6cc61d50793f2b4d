import {expect} from '@open-wc/testing';
import fc from '../../../../support/fast-check.mjs';
import type {Feed} from '../../../../../src/core/feed/feed.js';
import {namePages} from '../../../../../src/core/feed/write/page-names.js';
import {createPages, type PagesChannel} from '../../../../../src/core/feed/write/pages.js';
import {createLabels} from '../../../../../src/core/search/labels.js';
import {noRefinements} from '../../../../../src/core/state/search-state.js';
import {feedWith} from '../../../../fixtures/practices.js';

const PAGE = 'https://city.example/practices';

function channelOf(feed: Feed, parts: Partial<PagesChannel> = {}): PagesChannel {
  return {
    info: feed,
    practices: feed.practices,
    labels: createLabels(feed.topics, feed.language || 'en'),
    language: feed.language,
    refinements: noRefinements,
    page: {address: PAGE, urlKey: 'gp'},
    url: 'https://city.example/pages',
    now: new Date(0),
    imageHosts: ['city.example'],
    ...parts,
  };
}
const filesOf = (feed: Feed, parts?: Partial<PagesChannel>) => new Map(createPages(channelOf(feed, parts)).files());
const parse = (text: string | undefined, type: 'text/html' | 'application/xml' = 'text/html') => {
  const parsed = new DOMParser().parseFromString(text!, type);
  if (parsed.querySelector('parsererror')) throw new Error(text);
  return parsed;
};
const text = (element: Element | null) => element!.textContent.replaceAll(/\s+/g, ' ').trim();
const jsonLdOf = (page: Document) => JSON.parse(page.querySelector('script')!.textContent);

const network = feedWith({
  title: 'Good practices',
  license: 'CC BY 4.0',
  topics: [{id: 'edu', label: 'Education'}],
  practices: [
    {
      id: 'walk',
      title: 'A walk',
      city: 'Bilbao',
      country: 'ES',
      location: [43.26, -2.93],
      period: '2018 - ongoing',
      topics: ['edu'],
      summary: 'In one line.',
      sections: [{heading: 'Purpose', text: 'To walk.\n\nTo talk.'}],
      url: 'https://www.source.example/walk',
      image: {src: 'https://city.example/walk.jpg', alt: 'People who walk'},
      links: [{url: 'https://city.example/report.pdf', label: 'The report'}],
      contact: {name: 'City of Bilbao', email: 'a@b.example'},
      updated: '2026-03-04',
    },
    {
      id: 'deux',
      title: 'Deux villes',
      titleLang: 'fr',
      city: ['Lyon', 'Bern'],
      country: ['FR', 'CH'],
      image: 'https://elsewhere.example/a.jpg',
    },
    {id: 'nowhere', title: 'Nowhere'},
  ],
});

// Requirement: E-05
describe('pages for search engines', () => {
  const files = filesOf(network);

  it('are one for each practice, with an index, a style sheet and a sitemap', () => {
    const {names} = createPages(channelOf(network));
    expect([...names].sort()).to.deep.equal([
      'deux.html',
      'index.html',
      'nowhere.html',
      'pages.css',
      'sitemap.xml',
      'walk.html',
    ]);
    expect([...files.keys()].sort()).to.deep.equal([...names].sort());
  });

  it('show the practice, and lead to it in the list', () => {
    const page = parse(files.get('walk.html'));
    const {head, documentElement: root} = page;
    const list = `${PAGE}?gp-open=walk`;
    expect([root.lang, page.title]).to.deep.equal(['en', 'A walk – Good practices']);
    expect(head.querySelector('[rel=canonical]')!.getAttribute('href')).to.equal(list);
    const meta = (name: string) =>
      head.querySelector(`[name="${name}"], [property="${name}"]`)?.getAttribute('content');
    expect(['description', 'og:title', 'og:description', 'og:url', 'og:type', 'og:site_name'].map(meta)).to.deep.equal([
      'In one line.',
      'A walk',
      'In one line.',
      list,
      'article',
      'Good practices',
    ]);
    const [back] = page.querySelectorAll('nav a');
    expect([text(back!), back!.getAttribute('href')]).to.deep.equal(['Good practices', list]);
    expect(text(page.querySelector('main'))).to.equal(
      'A walk Bilbao, Spain · 2018 - ongoing Education In one line. Purpose To walk. To talk. The report City of Bilbao · a@b.example source.example',
    );
    expect(page.querySelector('.topics a')!.getAttribute('href')).to.equal(`${PAGE}?gp-topic=edu`);
    expect([...page.querySelectorAll('main h1, main h2')].map(({localName}) => localName)).to.deep.equal(['h1', 'h2']);
    expect(text(page.querySelector('footer'))).to.equal('CC BY 4.0');
  });

  it('tell search engines what they are about', () => {
    const [work, breadcrumb] = jsonLdOf(parse(files.get('walk.html')))['@graph'];
    expect(work).to.deep.include({
      '@type': 'CreativeWork',
      name: 'A walk',
      url: 'https://www.source.example/walk',
      mainEntityOfPage: `${PAGE}?gp-open=walk`,
      dateModified: '2026-03-04',
      temporalCoverage: '2018/..',
      keywords: ['Education'],
    });
    expect(breadcrumb.itemListElement.map(({item, name}: {item?: string; name: string}) => [name, item])).to.deep.equal(
      [
        ['Good practices', PAGE],
        ['A walk', undefined],
      ],
    );
  });

  it('say the language of what is in another one', () => {
    const page = parse(files.get('deux.html'));
    expect(page.querySelector('h1')!.lang).to.equal('fr');
    expect(text(page.querySelector('.where'))).to.equal('Lyon, France · Bern, Switzerland');
    expect(parse(files.get('index.html')).querySelectorAll('[href="deux.html"][lang=fr]')).to.have.length(2);
  });

  it('show images of known hosts only', () => {
    const image = parse(files.get('walk.html')).querySelector('img')!;
    expect([image.getAttribute('src'), image.alt]).to.deep.equal(['https://city.example/walk.jpg', 'People who walk']);
    expect(parse(files.get('deux.html')).querySelector('img')).to.equal(null);
  });

  it('are listed by country, those without one first', () => {
    const {body} = parse(files.get('index.html'));
    expect([...body.querySelectorAll('main h1, main h2, main li')].map(text)).to.deep.equal([
      'Good practices',
      'Nowhere',
      'France',
      'Deux villes Lyon · Bern',
      'Spain',
      'A walk Bilbao · 2018 - ongoing',
      'Switzerland',
      'Deux villes Lyon · Bern',
    ]);
    for (const link of body.querySelectorAll('main a')) expect(files.has(link.getAttribute('href')!)).to.equal(true);
  });

  it('are all in the sitemap, with the days of their changes', () => {
    const map = parse(files.get('sitemap.xml'), 'application/xml');
    expect(map.documentElement.namespaceURI).to.equal('http://www.sitemaps.org/schemas/sitemap/0.9');
    expect([...map.getElementsByTagName('url')].map(text)).to.deep.equal([
      'https://city.example/pages/index.html',
      'https://city.example/pages/walk.html 2026-03-04',
      'https://city.example/pages/deux.html',
      'https://city.example/pages/nowhere.html',
    ]);
  });

  it('have several sitemaps if one would be too long', () => {
    const practices = Array.from({length: 50_000}, (_, i) => ({...network.practices[2]!, id: `p${i}`}));
    const {files: write, names} = createPages(channelOf({...network, practices}));
    expect(names.filter((name) => name.startsWith('sitemap'))).to.have.members([
      'sitemap.xml',
      'sitemap-1.xml',
      'sitemap-2.xml',
    ]);
    const addresses = new Map<string, string[]>();
    for (const [name, content] of write())
      if (name.startsWith('sitemap'))
        addresses.set(
          name,
          [...content.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address!),
        );
    expect(addresses.get('sitemap.xml')).to.deep.equal([
      'https://city.example/pages/sitemap-1.xml',
      'https://city.example/pages/sitemap-2.xml',
    ]);
    expect([addresses.get('sitemap-1.xml')!.length, addresses.get('sitemap-2.xml')!.length]).to.deep.equal([50_000, 1]);
  });

  it('have no script, no inline style and no markup of a feed', () => {
    const unit = fc.constantFrom(
      ...'<>&"\'=/ax ',
      '<script>',
      '</article>',
      '&lt;',
      ' onload=',
      '<img src=x onerror=y>',
      '-->',
    );
    const any = fc.string({unit, minLength: 1});
    fc.assert(
      fc.property(any, any, (title, other) => {
        const feed = feedWith({
          title: other,
          license: other,
          topics: [{id: 'a', label: other}],
          practices: [
            {
              title: `T ${title}`,
              city: other,
              period: other,
              topics: ['a'],
              summary: other,
              sections: [{html: other}, {heading: other, text: `x ${other}`}],
            },
          ],
        });
        for (const [name, content] of filesOf(feed)) {
          if (!name.endsWith('.html')) continue;
          const page = parse(content);
          const names = [...page.querySelectorAll('*')].map(({localName}) => localName);
          expect(names.filter((each) => /^(?:img|style|iframe)$/.test(each))).to.deep.equal([]);
          expect([...page.querySelectorAll('script')].map(({type}) => type)).to.deep.equal(['application/ld+json']);
          const attributes = [...page.querySelectorAll('*')].flatMap((element) => element.getAttributeNames());
          expect(attributes.filter((each) => /^on|^style$/.test(each))).to.deep.equal([]);
          jsonLdOf(page);
          if (name !== 'index.html') expect(page.querySelectorAll('article')).to.have.length(1);
        }
      }),
    );
  });

  it('are written one after the other, so that large feeds need little memory', () => {
    let read = 0;
    const practices = Array.from({length: 10_000}, (_, i) => ({
      ...network.practices[0]!,
      id: `p${i}`,
      get sections() {
        read++;
        return network.practices[0]!.sections;
      },
    }));
    const written = createPages(channelOf({...network, practices})).files();
    expect(read).to.equal(0);
    for (let i = 0; i < 3; i++) written.next();
    const readForTwo = read;
    expect(readForTwo).to.be.above(0);
    let count = 3;
    for (const [name] of written) if (name) count++;
    expect(count).to.equal(10_003);
    expect(read).to.equal(5000 * readForTwo);
  });
});

describe('the names of pages', () => {
  const nameOf = (id: string) => namePages([id]).get(id)!;

  it('are the ids, if these are safe', () => {
    expect([...namePages(['leeds-anchors', '17', 'a'])]).to.deep.equal([
      ['leeds-anchors', 'leeds-anchors'],
      ['17', '17'],
      ['a', 'a'],
    ]);
  });

  for (const id of [
    '../../etc/passwd',
    'A',
    'con',
    'LPT1',
    'index',
    '404',
    'a/b',
    'a\\b',
    '.htaccess',
    'é',
    'школа',
    'a.',
    ' ',
    'x'.repeat(80),
    'a--b',
    '%2e%2e',
  ])
    it(`are safe and different for ${JSON.stringify(id)}`, () => {
      const name = nameOf(id);
      expect(name).to.match(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(name.length).to.be.at.most(80);
      if (!/^x+$/.test(id)) expect(name).to.match(/-[a-z0-9]{8,14}$/);
    });

  it('stay the same, in any order and beside any other practices', () => {
    const id = fc.string({unit: fc.constantFrom(...'aAbB-./é '), minLength: 1, maxLength: 6});
    fc.assert(
      fc.property(fc.uniqueArray(id, {maxLength: 20}), (ids) => {
        const names = namePages(ids);
        expect(new Set(names.values()).size, 'on file systems without case').to.equal(ids.length);
        for (const each of ids) expect(names.get(each)).to.equal(nameOf(each));
      }),
    );
  });
});
