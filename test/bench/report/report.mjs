// The whole of results.md.
import {bytesToMarkdown} from './bytes.mjs';
import {clusterToMarkdown} from './cluster.mjs';
import {enginesToMarkdown} from './engines.mjs';
import {facetsToMarkdown} from './facets.mjs';
import {goalsToMarkdown} from './goals.mjs';
import {meaningToMarkdown} from './meaning.mjs';
import {ownFacetsToMarkdown} from './own-facets.mjs';
import {startToMarkdown} from './start.mjs';
import {startupToMarkdown} from './startup.mjs';
import {sectionOf} from './table.mjs';
import {viewsToMarkdown} from './views.mjs';
import {widgetToMarkdown} from './widget.mjs';

const parts = {
  start: startToMarkdown,
  engines: enginesToMarkdown,
  widget: widgetToMarkdown,
  startup: startupToMarkdown,
  facets: facetsToMarkdown,
  'own-facets': ownFacetsToMarkdown,
  meaning: meaningToMarkdown,
  views: viewsToMarkdown,
  bytes: bytesToMarkdown,
  cluster: clusterToMarkdown,
};

const minutesText = (seconds) => (seconds <= 60 ? '1 minute' : `${Math.ceil(seconds / 60)} minutes`);

export const environmentText = ({date, cores, cpu, chromium, seed, command, seconds}) =>
  `_On ${date}, on ${cores} cores${cpu ? ` (${cpu})` : ''}, in Chromium ${chromium}, with the seed ${seed}, by \`${command}\`: ${minutesText(seconds)}._`;

/** @param {Record<string, {environment: object, figures: any}>} results by part; what is not there was not measured */
export function toMarkdown(results) {
  const sections = Object.entries(parts)
    .filter(([name]) => results[name])
    .map(([name, toText]) => sectionOf(toText(results[name].figures), environmentText(results[name].environment)));
  return sectionOf('# What `npm run bench` measured', goalsToMarkdown(results), ...sections);
}
