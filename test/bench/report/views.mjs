// Views beside the cards, as Markdown.
import {count, number, ratio, sectionOf, table} from './table.mjs';

const explanation = `
A page with \`views="cards map statistics"\`, and one without. In turn, a letter is typed and each tab is clicked. Each figure is the CPU of the main thread
from then on, 400 ms of rest included, in milliseconds: the median of four times in each of three rounds. The first time of each is left out.
`;

function sizeToMarkdown({size, letter, letterWithViews, tabs}) {
  const rows = [
    ['a letter, without views', number(letter), ''],
    ['a letter, with views', number(letterWithViews), ratio(letterWithViews, letter)],
    ...tabs.map(({name, ms}) => [`to “${name}”`, number(ms), ratio(ms, letter)]),
  ];
  return sectionOf(`### ${count(size)} practices`, table(['step', 'CPU, ms', '÷ a letter without views'], rows));
}

export const viewsToMarkdown = (sizes) => sectionOf('## Views', explanation.trim(), ...sizes.map(sizeToMarkdown));
