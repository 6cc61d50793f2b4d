// Sixty queries of ten classes with known answers, made from the documents themselves: what people remember of a practice, and how
// they come to type it. Only the first hundred documents are remembered, so that feeds of several sizes are asked much the same.
import {createRandom, pick, shuffle} from './random.mjs';
import {fold, wordsOf} from './words.mjs';

/** @typedef {import('./documents.mjs').Document} Document */
/**
 * @typedef {object} Query
 * @property {string} class one of `queryClasses`
 * @property {string} text as typed
 * @property {number[]} expected ids of all documents that must be found; empty where nothing must be
 */

const REMEMBERED = 100;
/** A word in at most so many documents says which one is meant. */
const FEW = 10;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

const isPlain = (word) => /^[a-z]+$/.test(word);
const isAccented = (word) => /[À-ÖØ-öø-ž]/.test(word) && /^[\p{Script=Latin} -]+$/u.test(word);
const shortText = ({title, city, country, topics}) => [title, city, country, topics].join('\n');

/** Class -> how many queries of it, and how one is made from a document: undefined where the document gives none. */
const makers = {
  exact: {
    count: 8,
    make(memory, document) {
      const [word] = memory.tellingWords(document);
      return word && {text: memory.use(word), expected: memory.withWords([word])};
    },
  },
  prefix: {
    count: 10,
    make(memory, document, nth) {
      const [word] = memory.tellingWords(document, 7);
      if (!word) return undefined;
      const text = memory.use(word).slice(0, [3, 4, 4, 5, 5, 5, 6, 6, 6, 6][nth]);
      return {text, expected: memory.withPrefix(text)};
    },
  },
  typo: {
    count: 12,
    make(memory, document, nth) {
      const kind = ['substitute', 'delete', 'insert', 'swap'][nth % 4];
      for (const word of memory.tellingWords(document)) {
        const text = memory.misspell(word, kind);
        if (text) return {text, expected: memory.withWords([memory.use(word)])};
      }
      return undefined;
    },
  },
  'two words': {
    count: 8,
    make(memory, document, nth) {
      const words = memory.plainTitleWords(document, 5);
      const [city] = wordsOf(fold(document.city)).filter(isPlain);
      if (!words.length || !city) return undefined;
      const pair = [pick(memory.random, words), nth % 2 ? city : pick(memory.random, words)];
      return pair[0] === pair[1] ? undefined : {text: pair.join(' '), expected: memory.withWords(pair)};
    },
  },
  'two words, one misspelt': {
    count: 4,
    make(memory, document) {
      const [first, second] = memory.plainTitleWords(document, 6);
      if (!second || first === second) return undefined;
      const typo = memory.misspell(first, 'substitute') ?? memory.misspell(first, 'delete');
      return typo && {text: `${typo} ${second}`, expected: memory.withWords([first, second])};
    },
  },
  phrase: {
    count: 4,
    make(memory, document) {
      const words = wordsOf(fold(document.title));
      const start = words.slice(0, 4);
      if (words.length < 5 || !start.every(isPlain)) return undefined;
      return {text: start.join(' '), expected: memory.withWords(start)};
    },
  },
  'accents left out': {
    count: 6,
    make(memory, document, nth) {
      const [name] = (nth < 3 ? [document.city] : document.title.split(' ')).filter(isAccented);
      const text = name && fold(name);
      if (!text || memory.isUsed(text)) return undefined;
      return {text: memory.use(text), expected: memory.withWords(wordsOf(text))};
    },
  },
  'deep in the text': {
    count: 4,
    make(memory, document, nth) {
      for (const word of memory.deepWords(document)) {
        const text = nth < 2 ? word : memory.misspell(word, 'substitute');
        if (text) return {text, expected: memory.withText(memory.use(word))};
      }
      return undefined;
    },
  },
  'other script': {
    count: 2,
    make(memory, {city, title}, nth) {
      const script = nth ? /^\p{Script=Cyrillic}{4,}$/u : /^\p{Script=Greek}{4,}$/u;
      const words = wordsOf(`${city} ${title}`.toLowerCase()).filter((word) => script.test(word));
      const word = words.find((each) => !memory.isUsed(fold(each)));
      // once with its accents, once without
      return word && {text: nth ? word : fold(word), expected: memory.withWords([memory.use(fold(word))])};
    },
  },
};
const nonsense = ['xqzvkjw', 'zzyxwvqq plkjhq'];

export const queryClasses = [...Object.keys(makers), 'no hit'];

/**
 * Classes for which the documents give too little come out smaller.
 * @param {Document[]} documents
 * @returns {Query[]}
 */
export function makeQueries(documents, seed) {
  const random = createRandom(seed ^ 7);
  const memory = createMemory(documents, random);
  const remembered = shuffle(random, documents.slice(0, REMEMBERED));
  let next = 0;
  const made = Object.entries(makers).flatMap(([name, {count, make}]) => {
    const queries = [];
    for (let tries = 0; tries < 4 * REMEMBERED && queries.length < count; tries++) {
      const query = make(memory, remembered[next++ % remembered.length], queries.length);
      if (query) queries.push({class: name, ...query});
    }
    return queries;
  });
  return [...made, ...nonsense.map((text) => ({class: 'no hit', text, expected: []}))];
}

/** What is known of all documents, and how people get it wrong. */
function createMemory(documents, random) {
  const shortWords = documents.map((document) => new Set(wordsOf(fold(shortText(document)))));
  const owners = {short: indexWords(shortWords), text: indexWords(documents.map(({text}) => wordsOf(fold(text))))};
  const isWord = (text) => owners.short.has(text) || owners.text.has(text);
  const used = new Set();
  const titleWords = ({title}) => wordsOf(fold(title));
  const withAll = (isIn) => documents.flatMap(({id}, i) => (isIn(shortWords[i]) ? id : []));
  return {
    random,
    isUsed: (word) => used.has(word),
    use(word) {
      used.add(word);
      return word;
    },
    plainTitleWords: (document, length) =>
      titleWords(document).filter((word) => word.length >= length && isPlain(word)),
    /** Words of the title that few documents have. */
    tellingWords: (document, length = 6) =>
      titleWords(document).filter(
        (word) =>
          isPlain(word) &&
          word.length >= length &&
          word.length <= 13 &&
          owners.short.get(word).length <= FEW &&
          !used.has(word),
      ),
    /** Words of the second half of the text, or from its 700th character, that few documents have and no title, place or topic. */
    deepWords({text}) {
      const folded = fold(text);
      const deep = wordsOf(folded.slice(Math.min(700, folded.length / 2)));
      return deep.filter(
        (word) =>
          isPlain(word) &&
          word.length >= 8 &&
          !owners.short.has(word) &&
          owners.text.get(word)?.length <= FEW &&
          !used.has(word),
      );
    },
    withWords: (words) => withAll((own) => words.every((word) => own.has(word))),
    withPrefix: (prefix) => withAll((own) => [...own].some((word) => word.startsWith(prefix))),
    withText: (word) => owners.text.get(word),
    /** With one edit, from which no other word of the documents is one edit away; null where none is found. */
    misspell(word, kind) {
      for (let tries = 0; tries < 60; tries++) {
        const typo = edit(word, kind, random);
        if (isWord(typo)) continue;
        const near = new Set(oneEditFrom(typo).filter(isWord));
        if (near.size === 1 && near.has(word)) return typo;
      }
      return null;
    },
  };
}

/** Word -> the ids of the documents that have it. */
function indexWords(wordLists) {
  const owners = new Map();
  wordLists.forEach((words, id) => {
    for (const word of words) {
      const ids = owners.get(word) ?? [];
      if (ids.at(-1) === id) continue;
      owners.set(word, ids);
      ids.push(id);
    }
  });
  return owners;
}

/** Never the first letter, which people get right. */
function edit(word, kind, random) {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [head, letter, next, tail] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
  if (kind === 'delete') return head + next + tail;
  if (kind === 'swap') return head + next + letter + tail;
  return head + pick(random, ALPHABET) + (kind === 'insert' ? letter : '') + next + tail;
}

function oneEditFrom(word) {
  const edited = [];
  for (let at = 0; at <= word.length; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (tail) edited.push(head + tail.slice(1));
    if (tail.length > 1) edited.push(head + tail[1] + tail[0] + tail.slice(2));
    for (const letter of ALPHABET) edited.push(head + letter + tail, ...(tail ? [head + letter + tail.slice(1)] : []));
  }
  return edited;
}
