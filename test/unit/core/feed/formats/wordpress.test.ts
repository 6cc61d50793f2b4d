import {expect} from '@open-wc/testing';
import type {Feed} from '../../../../../src/core/feed/feed.js';
import {readDocument} from '../../../../../src/core/feed/formats/read-document.js';
import {normalize} from '../../../../../src/core/feed/normalize/normalize.js';
import type {Practice} from '../../../../../src/core/practice.js';
import {fixture, inWords} from '../../../../support/read-format.js';

const SITE = 'https://city.example';
const POSTS = `${SITE}/wp-json/wp/v2/posts`;

/** A recorded answer of WordPress; see test/fixtures/wordpress/README.md. */
const recorded = async (file: string): Promise<Post[]> =>
  (await fetch(fixture(`../wordpress/${file}`))).json() as Promise<Post[]>;

interface Post {
  id: number;
  excerpt: {rendered: string};
  content: {rendered: string};
  _embedded: {'wp:term': {id: number; slug: string}[][]};
  [field: string]: unknown;
}

const read = (posts: readonly Post[], address = POSTS): Feed => normalize(readDocument(posts, address));

/** The garden, whose post has all that a post can have. */
const garden = async (changes: Partial<Post> = {}) => {
  const [post] = await recorded('posts.json');
  return {...post!, ...changes} as Post;
};
const readOne = (post: Post, address?: string) => inWords(read([post], address).practices[0]!);
const htmlOf = (post: Post) => read([post]).practices[0]!.sections[0]!.html!;

/** The number of a term of the garden. */
const termOf = ({_embedded}: Post, slug: string) => _embedded['wp:term'].flat().find((term) => term.slug === slug)!.id;

describe('RSS of WordPress', () => {
  it('has the same summaries and texts as the REST API', async () => {
    const rss = await (await fetch(fixture('../wordpress/rss.xml'))).text();
    const {practices} = normalize(readDocument(rss, `${SITE}/?feed=rss2`));
    const posts = read(await recorded('posts.json')).practices;
    const titles = ['A garden for “all”', 'Language café'];
    const wordsOf = (feed: readonly Practice[]) =>
      titles.map((title) => {
        const {sections, summary} = inWords(feed.find((practice) => practice.title[0]!.text === title)!);
        return {summary, sections};
      });
    expect(wordsOf(practices)).to.deep.equal(wordsOf(posts));
    expect(practices.find(({title}) => title[0]!.text === titles[0])!.sections[0]!.html!.base).to.equal(
      `${SITE}/garden/`,
    );
  });
});

describe('readWordPress', () => {
  for (const file of ['posts.json', 'posts-plain.json'])
    it(`reads from the narrow answer (${file}) what it reads from everything that WordPress sends`, async () => {
      const [narrow, everything] = [await recorded(file), await recorded('posts-everything.json')];
      // Plain permalinks name the same posts differently.
      const inOneWay = (feed: Feed) =>
        JSON.parse(JSON.stringify(feed.practices).replace(/\/(?:\?p=\d+|[\w-]+\/)"/g, '"'));
      expect(inOneWay(read(narrow))).to.deep.equal(inOneWay(read(everything)));
    });

  it('reads fields, taxonomies and the image of a post', async () => {
    const practice = readOne(await garden());
    expect(practice).to.deep.include({
      id: 'garden',
      title: 'A garden for “all”',
      topics: ['Education & training', 'Good practices', 'Youth'],
      url: `${SITE}/garden/`,
    });
    expect(practice.places).to.deep.equal([{city: 'Ghent', country: 'BE', location: null}]);
    expect(practice.period).to.include({from: 2019, to: 2021});
    expect(practice.image!.src).to.match(/garden-768x512\.png$/);
    expect(practice.image!.alt).to.equal('A garden between houses');
  });

  it('reads the fields of our plugin', async () => {
    const meta = {gpb_city: 'Leeds', gpb_country: 'GB', gpb_period: 'since 2019'};
    const {period, places} = readOne(await garden({meta, _embedded: {'wp:term': []}}));
    expect(places).to.deep.equal([{city: 'Leeds', country: 'GB', location: null}]);
    expect(period).to.include({from: 2019, ongoing: true});
  });

  it('reads the language that a site adds to its posts', async () =>
    expect(read([await garden()]).practices[0]!.summary[0]!.lang).to.equal('en'));

  describe('the terms that the address selects', () => {
    const cases: [why: string, query: (post: Post) => string, topics: string[]][] = [
      ['a category', (post) => `?categories=${termOf(post, 'good-practices')}`, ['Education & training', 'Youth']],
      [
        'several categories and a tag',
        (post) =>
          `?categories=${termOf(post, 'good-practices')},${termOf(post, 'education')}&tags=${termOf(post, 'youth')}`,
        [],
      ],
      [
        'a list in the way of PHP',
        (post) => `?categories%5B%5D=${termOf(post, 'education')}&categories[terms]=${termOf(post, 'good-practices')}`,
        ['Youth'],
      ],
    ];
    for (const [why, query, topics] of cases)
      it(`are no topics: ${why}`, async () => {
        const post = await garden();
        expect(readOne(post, POSTS + query(post)).topics).to.deep.equal(topics);
      });

    it('are no topics under plain permalinks', async () => {
      const [post] = await recorded('posts-plain.json');
      const address = `${SITE}/?rest_route=%2Fwp%2Fv2%2Fposts&categories=${termOf(post!, 'good-practices')}`;
      expect(readOne(post!, address).topics).to.deep.equal(['Education & training', 'Youth']);
    });

    it('stay if they are a country', async () => {
      const [post] = await recorded('posts-of-country.json');
      const address = `${POSTS}?countries=${termOf(post!, 'belgium')}`;
      expect(readOne(post!, address).places).to.deep.equal([{city: 'Ghent', country: 'BE', location: null}]);
    });

    it('are told from posts and authors with the same number', async () => {
      const post = await garden();
      const number = termOf(post, 'good-practices');
      expect(readOne(post, `${POSTS}?include=${number}&author=${number}&tags=${number}`).topics).to.include(
        'Good practices',
      );
    });
  });

  describe('the summary', () => {
    const SENTENCES = 'Neighbours dig, plant and eat together. Each of them gets a bed & a key, for a season.';
    const summaryOf = async (excerpt: string) => readOne(await garden({excerpt: {rendered: excerpt}})).summary;

    it('is the first paragraph instead of an automatic excerpt, which begins with headings and tables', async () => {
      const post = await garden();
      expect(post.excerpt.rendered).to.match(/^<p>Purpose Year People 2019 120 .*\[&hellip;\]<\/p>\n$/);
      expect(readOne(post).summary).to.equal(SENTENCES);
    });
    it('is the first paragraph if the excerpt is the whole text in one line', async () => {
      const [, cafe] = await recorded('posts.json');
      expect(cafe!.excerpt.rendered).to.include('The library gives the room.');
      expect(readOne(cafe!).summary).to.equal('Every Tuesday, people who learn Dutch meet people who speak it.');
    });
    it('is the excerpt that somebody wrote', async () => {
      const [, , mentors] = await recorded('posts.json');
      expect(readOne(mentors!).summary).to.equal('Mentors from the city’s firms open doors.');
    });
    for (const excerpt of [
      '<p>Purpose Year People 2019 120 … Continue reading “A garden”</p>',
      '<p>Purpose Year People 2019 120&hellip; <a class="more-link" href="#">Continue reading</a></p>',
      '<p>Neighbours dig [...]</p>',
    ])
      it(`is the first paragraph instead of ${excerpt}`, async () =>
        expect(await summaryOf(excerpt)).to.equal(SENTENCES));
    for (const excerpt of ['A place for all …', 'Continue with care', ''])
      it(`stays “${excerpt}”`, async () => {
        const post = await garden({excerpt: {rendered: `<p>${excerpt}</p>`}});
        expect(readOne(post).summary).to.equal(excerpt || SENTENCES);
      });
    it('is the excerpt if the text has no paragraph', async () => {
      const post = await garden({
        content: {rendered: '<ul><li>One bed</li></ul>'},
        excerpt: {rendered: '<p>One bed</p>'},
      });
      expect(readOne(post).summary).to.equal('One bed');
    });
  });

  describe('the text', () => {
    it('has addresses that start at the post', async () =>
      expect(htmlOf(await garden()).base).to.equal(`${SITE}/garden/`));
    it('has the two links of a file apart', async () =>
      expect(htmlOf(await garden()).source[0]!.text).to.match(/>Plan \(PDF\)<\/a><br><a [^>]*>Download<\/a>/));
    it('has a link where WordPress leaves the address of a video', async () =>
      expect(htmlOf(await garden()).source[0]!.text).to.include(
        '<a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">https://www.youtube.com/watch?v=dQw4w9WgXcQ</a>',
      ));
    it('has a link in place of the frame of a video', async () => {
      const rendered =
        '<p>See:</p><iframe title="A &amp; B" width="500" src="https://www.youtube.com/embed/dQw4w9WgXcQ?feature=oembed" allowfullscreen></iframe>';
      expect(htmlOf(await garden({content: {rendered}})).source[0]!.text).to.equal(
        '<p>See:</p><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">A &amp; B</a>',
      );
    });
  });
});
