// Finds phrases that readers who are not native speakers stumble over, in comments, interface texts and Markdown.
import {parseSync, Visitor} from 'rolldown/utils';

/** Phrase -> what to write instead. */
const phrases = {
  shall: '“must”, “will” or the present tense',
  'cannot be had': '“fails to load” or “is not available”',
  'could not be had': '“failed to load”',
  'is here': '“has loaded” or “exists”',
  stands: '“is”',
  'goes before': '“takes precedence over”',
  'as it is': '“unchanged”',
  'that is said': '“the widget reports it”',
  mend: '“fix”',
  mends: '“fixes”',
  mended: '“fixed”',
  whoever: '“everyone who”, or name the person',
  whatever: '“any”, “every” or “regardless of”',
};

const pattern = new RegExp(
  `(?<![\\p{L}\\d-])(?:${Object.keys(phrases)
    .map((phrase) => phrase.replaceAll(' ', '\\s+'))
    .join('|')})(?![\\p{L}\\d-])`,
  'giu',
);

/** The banned phrases of a text: whole words in any case, also across lines. Lines count from 1. */
const findBannedPhrases = (text) =>
  [...text.matchAll(pattern)].map(({0: found, index}) => {
    const phrase = found.toLowerCase().replace(/\s+/g, ' ');
    const line = text.slice(0, index).split('\n').length;
    return {line, message: `“${phrase}” is hard to read. Write ${phrases[phrase]}.`};
  });

/** The same text, with everything outside these ranges blank: line numbers stay, and no phrase can reach across. */
function keepOnly(text, ranges) {
  let kept = '';
  let at = 0;
  const blank = (gap) => gap.replaceAll(/\S/g, '\0');
  for (const {end, start} of ranges) {
    kept += blank(text.slice(at, start)) + text.slice(start, end);
    at = end;
  }
  return kept;
}

/** The comments of TypeScript or JavaScript, without the marks, so that a phrase is found where a line breaks. */
const commentsOf = (file, code) =>
  keepOnly(code, parseSync(file, code).comments).replaceAll(
    /^(?:\0|\s)*\/\/|^\s*\*(?!\/)|\/\*+|\*+\/|\/\//gm,
    (marks) => marks.replaceAll(/[/*]/g, ' '),
  );

/** The Council of Europe’s footnote is a quotation. */
const QUOTATION = /^All reference to Kosovo, /;

/** The texts in a module of messages. */
function textsOf(file, code) {
  const ranges = [];
  new Visitor({
    Literal: ({end, start, value}) => typeof value === 'string' && !QUOTATION.test(value) && ranges.push({start, end}),
    TemplateElement: ({end, start}) => ranges.push({start, end}),
  }).visit(parseSync(file, code).program);
  return keepOnly(
    code,
    ranges.sort((a, b) => a.start - b.start),
  );
}

/** The banned phrases in the comments of a source file, and in the texts of a file of messages. */
export function checkSourcePhrases(file, code) {
  const texts = file.endsWith('i18n/en.ts') ? findBannedPhrases(textsOf(file, code)) : [];
  return [...findBannedPhrases(commentsOf(file, code)), ...texts]
    .sort((a, b) => a.line - b.line)
    .map((problem) => ({file, ...problem}));
}

/** The banned phrases in the prose of a Markdown page. */
export const checkProsePhrases = ({file, prose}) =>
  prose.flatMap(({line, text}) =>
    findBannedPhrases(text).map((problem) => ({file, line: line + problem.line - 1, message: problem.message})),
  );
