// Whole widgets under real keys, as Markdown.
import {count, number, ratio, sectionOf, table} from './table.mjs';

const explanation = `
The same job on four pages, in the same Chromium: a search field, three facets with counts, twelve cards, “Show more”. Ours is the built script as
it is shipped (it also marks matches, cuts out snippets, keeps the address and announces to screen readers, which the others do not). A text of each
class of queries is typed by real keys, one every 60 ms or when the last is on screen, if that is later.

*Main thread* is the time of all tasks of the page’s main thread from a key to the next (\`TaskDuration\` of the DevTools protocol: script,
style, layout, paint, garbage collection, and whatever was put off meanwhile; after a text, 250 ms are waited). It holds what measuring itself costs, which
*a key that does nothing* tells. *On screen* is the time from the key’s time stamp until the frame that shows its results has been handed over: the
first animation frame after the page said that it has them, and the message that follows the frame. A *frame* is 16.7 ms. Each time is the
median of three rounds, key by key, or of fewer for pages that need more than 35 seconds for those; the slowest are given the first keys only.
`;

const titleOf = ({title, failure}) => (failure ? `${title} (${failure})` : title);

function settingToMarkdown({size, slowdown, keys, widgets}) {
  const ours = widgets.find(({name}) => name === 'ours');
  const rows = widgets.map((widget) => [
    titleOf(widget),
    ...['taskP50', 'taskP95', 'paintP50', 'paintP95'].map((name) => number(widget[name])),
    widget.framesP95 ?? '–',
    widget.failure ? '–' : `${Math.floor(widget.withinTwoFrames * 100)} %`,
    ratio(ours.taskP95, widget.taskP95),
    number(widget.idle),
    widget.keys,
    widget.rounds,
  ]);
  const figures = ['main thread p50 ms', 'p95 ms', 'on screen p50 ms', 'p95 ms', 'p95 frames', 'within two frames'];
  return sectionOf(
    `### ${count(size)} practices${slowdown > 1 ? `, the CPU slowed ${slowdown} times` : ''}`,
    table(['page', ...figures, 'ours ÷ this, p95', 'a key that does nothing, ms', `of ${keys} keys`, 'rounds'], rows),
  );
}

export const widgetToMarkdown = (settings) =>
  sectionOf('## Whole widgets, each keystroke', explanation.trim(), ...settings.map(settingToMarkdown));
