// Feeds as large as one likes, in our own format: 1.5 to 3 kB of text a practice, English by the frequencies of real words with a long
// tail, some sections in one of about thirty languages. The words are drawn by lot and unfiltered: for machines, never to be shown.
import {createRandom, pick} from './random.mjs';
import {loadVocabulary} from './vocabulary.mjs';

const LINKS = ['for', 'in', 'and', 'of', 'with', 'the', 'to', 'through'];
const SECTIONS = [
  {heading: 'Context', share: 0.2},
  {heading: 'What was done', share: 0.4},
  {heading: 'Results and impact', share: 0.25},
  {heading: 'Lessons for other cities', share: 0.15},
];

const capitalize = (word) => word.charAt(0).toUpperCase() + word.slice(1);
const below = (random, limit) => Math.floor(random() * limit);

/** Practices without end, one after the other, for feeds that no memory holds. */
export function* generatePractices(seed) {
  const vocabulary = loadVocabulary();
  for (let i = 0; ; i++) yield generatePractice(vocabulary, i, seed);
}

/** The first `size` practices of a seed. Each depends on the seed and its number alone: a small feed is the head of a large one. */
export function generateFeed(size, seed) {
  const vocabulary = loadVocabulary();
  return {
    version: '1',
    title: 'Generated practices',
    language: 'en',
    practices: Array.from({length: size}, (_, i) => generatePractice(vocabulary, i, seed)),
  };
}

function generatePractice(vocabulary, number, seed) {
  const random = createRandom(seed ^ Math.imul(number + 1, 0x9e3779b1));
  // the first few of neighbouring seeds are alike
  for (let i = 0; i < 3; i++) random();
  const place = vocabulary.place(random);
  const city = pick(random, place.cities);
  const language = vocabulary.languageOf(place);
  const id = `gp-${String(number + 1).padStart(6, '0')}`;
  return {
    id,
    title: generateTitle(vocabulary, random, language),
    city,
    country: place.country,
    years: generateYears(random),
    topics: generateTopics(vocabulary, random),
    sections: generateSections(vocabulary, random, city, language),
    url: `https://practices.example/${id}`,
  };
}

/** Four to ten words; three in ten end with a rare word, as with the name of a project. */
function generateTitle(vocabulary, random, language) {
  const length = 4 + below(random, 7);
  const words = [];
  while (words.length < length) {
    const lot = random();
    const isInside = words.length > 0 && words.length < length - 1;
    if (isInside && lot < 0.2 && !LINKS.includes(words.at(-1))) words.push(pick(random, LINKS));
    else if (lot < 0.55) words.push(vocabulary.jargon(random));
    else if (lot < 0.8) words.push(vocabulary.middling(random));
    else if (lot < 0.9 || !language) words.push(vocabulary.rare(random));
    else words.push(vocabulary.foreign(random, language));
  }
  words[0] = capitalize(words[0]);
  if (random() < 0.3) words[length - 1] = capitalize(vocabulary.rare(random));
  return words.join(' ');
}

/** One year since 2008, mostly a late one; three in ten go on for up to three more. */
function generateYears(random) {
  const first = 2008 + Math.floor(random() ** 0.6 * 18);
  const more = random() < 0.3 ? 1 + below(random, 3) : 0;
  return Array.from({length: 1 + more}, (_, i) => first + i);
}

function generateTopics(vocabulary, random) {
  const count = 1 + Math.floor(random() ** 1.5 * 4);
  const chosen = new Set();
  while (chosen.size < count) chosen.add(vocabulary.topic(random));
  return [...chosen];
}

/** One in four of the places that do not speak English writes one section in its own language. */
function generateSections(vocabulary, random, city, language) {
  const total = 1500 + random() * 1500;
  const ownIndex = language && random() < 0.25 ? 1 + below(random, 3) : -1;
  const inLocalTongue = () => language.words[language.draw(random)];
  const inEnglish = () => {
    const lot = random();
    if (lot < 0.16) return vocabulary.jargon(random);
    if (lot < 0.96) return vocabulary.common(random);
    if (lot < 0.975) return vocabulary.rare(random);
    if (lot < 0.985) return city;
    if (lot < 0.993) return String(below(random, 9000));
    return language ? vocabulary.foreign(random, language) : vocabulary.middling(random);
  };
  return SECTIONS.map(({heading, share}, i) => {
    const isOwn = i === ownIndex;
    const text = isOwn
      ? generateText(random, total * share, inLocalTongue, {glue: language.glue})
      : generateText(random, total * share, inEnglish, {commas: 0.06});
    return {heading, text};
  });
}

/** Sentences of 7 to 24 words, until there are `length` characters. */
function generateText(random, length, drawWord, {glue = ' ', commas = 0}) {
  const stop = glue ? '. ' : '。';
  let text = '';
  let left = 0;
  while (text.length < length) {
    const isFirst = left === 0;
    if (isFirst) {
      if (text) text = text.trimEnd() + stop;
      left = 7 + below(random, 18);
    }
    const word = drawWord();
    text += isFirst ? capitalize(word) : word;
    text += commas && random() < commas && left > 2 ? ', ' : glue;
    left--;
  }
  return text.trim() + stop.trim();
}
