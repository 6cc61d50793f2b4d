// Start-up, as Markdown.
import {count, number, sectionOf, table} from './table.mjs';

const explanation = `
From the address to an answer, each time in a fresh context, everything served from memory on the same machine. *Parsed* is when the page’s
\`JSON.parse\` or \`json()\` returned the feed; where a worker does that, it is when the page was told that the feed is loaded. *Read* is from there until
the page says that it has the practices, *cards* until the first cards and counts are painted. In that frame a key is pressed: *first
query* is how long it waits for its painted answer. *Ready* is the same moment, counted from the parsed feed. *Longest task* is of the main thread, from
the end of the page’s load event to half a second after that answer; tasks below 50 ms are not told apart by the Long Tasks API.
`;

const longest = (ms) => (ms === 0 ? '< 50' : number(ms));

const noteOf = ({failure, isParsedElsewhere}) =>
  failure ? ` (${failure})` : isParsedElsewhere ? ' (in a worker)' : '';

function sizeToMarkdown({size, widgets}) {
  const rows = widgets.map((widget) => [
    `${widget.title}${noteOf(widget)}`,
    ...['painted', 'read', 'paintedSinceParsed', 'waited', 'answeredSinceParsed'].map((name) => number(widget[name])),
    longest(widget.longest),
    widget.rounds,
  ]);
  const figures = ['cards, from navigation ms', 'read ms', 'cards, from parsed ms', 'first query ms', 'ready ms'];
  return sectionOf(`### ${count(size)} practices`, table(['page', ...figures, 'longest task ms', 'rounds'], rows));
}

export const startupToMarkdown = ({scripts, sizes}) =>
  sectionOf(
    '## Start-up',
    explanation.trim(),
    table(
      ['page', 'its script, compiled and run, ms'],
      scripts.map(({title, ms}) => [title, number(ms)]),
    ),
    ...sizes.map(sizeToMarkdown),
  );
