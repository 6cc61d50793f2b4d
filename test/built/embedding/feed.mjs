// What the pages of these tests ask their server for.

const countries = ['ES', 'NO', 'GB'];
const nouns =
  'Choir Garden Library Museum Market Orchard Theatre Kitchen Workshop Harbour Radio Festival Archive'.split(' ');
const image = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"><rect width="8" height="4" /></svg>';

/** Fourteen practices: one page and two more. */
const feed = {
  version: '1',
  title: 'Practices of a town',
  language: 'en',
  topics: [{id: 'arts', label: {en: 'Arts', fr: 'Arts et culture'}}],
  practices: [
    {id: 'choir', title: 'A choir of neighbours', country: 'NO', city: 'Oslo', period: '2015-2019', topics: ['arts']},
    ...nouns.map((noun, i) => ({
      id: `practice-${i}`,
      title: `${noun} for everybody`,
      country: countries[i % 3],
      period: String(2008 + i),
      topics: [i % 2 ? 'arts' : 'sport'],
      image: {src: '/picture.svg', alt: ''},
    })),
  ].map((practice) => ({
    ...practice,
    summary: 'People who live beside each other meet.',
    sections: [{heading: 'Process', text: `They met in the ${practice.title.split(' ')[0]} hall.\n\nAnd once more.`}],
    url: 'https://city.example/practice',
  })),
};

const json = (value) => ({headers: {'content-type': 'application/json'}, body: JSON.stringify(value)});

/** Some 6 MB: above the size from which a worker reads a feed. */
export const bigFeed = json(
  Array.from({length: 3000}, (_, i) => ({
    id: `p${i}`,
    title: `Practice ${i}`,
    country: 'NO',
    summary: 'word '.repeat(400),
  })),
);

/** What the server has for the visit. */
export const answers = {
  '/feed.json': json(feed),
  '/feed.csv': {
    headers: {'content-type': 'text/csv'},
    body: 'Title;City;Country\nA kitchen for newcomers;Bergen;Norway\n',
  },
  '/picture.svg': {headers: {'content-type': 'image/svg+xml'}, body: image},
};
