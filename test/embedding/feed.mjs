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

/** What the server has for the visit. */
export const answers = {
  '/feed.json': json(feed),
  '/picture.svg': {headers: {'content-type': 'image/svg+xml'}, body: image},
};
