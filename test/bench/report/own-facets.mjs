// What filters of a feed's own and collections cost a visitor who types, as Markdown.
import {count, number, ratio, sectionOf, table} from './table.mjs';

const explanation = `
Our page with the same practices: without filters of their own, with three of them and six collections in the feed, and with these three filters shown beside the
usual three. The pages are measured in turn. Each time is the median of all rounds. The cost of a key that does nothing is subtracted from that of the main thread;
our page searches such a feed in a worker.
`;

/** How many times as much a page takes as the one without; undefined where it was not measured. */
export function timesWithout(settings, size, name, figure) {
  const pages = settings?.find((setting) => setting.size === size)?.pages;
  const of = (wanted) => pages?.find((page) => page.name === wanted)?.[figure];
  return of(name) / of('ours-without');
}

const figures = {
  cpuP50: 'main thread a key, median ms',
  cpuP95: 'p95 ms',
  paintP50: 'on screen, median ms',
  paintP95: 'p95 ms',
};

function settingToMarkdown({size, pages}) {
  const [without] = pages;
  const rows = pages.map((page) => [
    page.title,
    ...Object.keys(figures).flatMap((name) => [number(page[name]), ratio(page[name], without[name])]),
  ]);
  const columns = Object.values(figures).flatMap((title) => [title, '÷ without']);
  return sectionOf(`**${count(size)} practices**`, table(['filters and collections', ...columns], rows));
}

export const ownFacetsToMarkdown = (settings) =>
  sectionOf('## Typing with own filters and collections', explanation.trim(), ...settings.map(settingToMarkdown));
