// What people mean and what they find, as Markdown.
import {count, number, sectionOf, table} from './table.mjs';

const explanation = `
People with a need type it in their own words, language and spelling. \`test/fixtures/meaning\` has such queries for the demo’s practices, which are in English. One
reader decided beforehand which practices answer which need. Each query is asked on a page in its language. nDCG@10 is 1 if the first ten practices are in the best possible
order. Recall@10 is the share of the practices that answer among the first ten. *Empty* is the share of queries that find nothing.
`;

const language = new Intl.DisplayNames('en', {type: 'language'});
const nameOf = (tag) => (tag === 'zxx' ? 'names of places' : `${language.of(tag)} (\`${tag}\`)`);
const percent = (share) => `${Math.round(share * 100)} %`;

const rowOf = (title, {queries, ndcg, recall, empty}) => [
  title,
  count(queries),
  number(ndcg),
  number(recall),
  percent(empty),
];
const tableOf = (title, rows) => table([title, 'queries', 'nDCG@10', 'recall@10', 'empty'], rows);

export const meaningToMarkdown = ({all, kinds, languages, none}) =>
  sectionOf(
    '## What people mean',
    explanation.trim(),
    tableOf('kind of query', [...kinds.map(({name, ...some}) => rowOf(name, some)), rowOf('all', all)]),
    `Nothing answers ${count(none.queries)} further queries (\`none\`). Of these, ${count(none.flooded)} find more than three practices, ${count(none.strict)} of them with all words of the query.`,
    tableOf(
      'language',
      [...languages].sort((a, b) => b.queries - a.queries).map(({name, ...some}) => rowOf(nameOf(name), some)),
    ),
  );
