import {count} from '../core/text/count.js';
import {checkCluster} from '../node/cluster/check-cluster.js';
import {indexFeeds} from '../node/cluster/index-feeds.js';
import {numberIn, toReadOptions, UsageError} from './arguments.js';
import type {Command} from './commands.js';
import {plain, reportToText} from './terminal.js';

const ALIAS_NEEDED =
  'needs --alias, the name under which the widget finds the practices, for example --alias practices.';

/** Puts the practices of feeds into a cluster. */
export const index: Command = async (feed, options, surface, more) => {
  const {err, showProgress} = surface;
  const {alias, to} = options;
  if (!to)
    throw new UsageError(
      'index needs --to, the address of the cluster, for example --to https://search.city.example:9200.',
    );
  if (!alias) throw new UsageError(`index ${ALIAS_NEEDED}`);
  const feeds = [feed, ...more];
  if (feeds.filter((each) => each === '-').length > 1) throw new UsageError('The standard input can be only one feed.');
  const result = await indexFeeds(feeds, {
    ...toReadOptions(options, surface),
    to,
    alias,
    environment: process.env,
    shards: numberIn(options, 'shards', {example: 3}),
    replicas: numberIn(options, 'replicas', {from: 0, example: 2}),
    onStep: showProgress,
    onRetry(message) {
      showProgress('');
      err.write(`${plain(message)}\n`);
    },
  });
  showProgress('');
  const {continuedAt, deleted, practices, previous} = result;
  const lines = [
    ...(continuedAt ? [`Continued after ${count(continuedAt, 'document')} of an earlier run.`] : []),
    `${alias}: ${count(practices, 'practice')} in the index ${result.index}.`,
    ...(previous ? [`${previous}, which served before, is kept.`] : []),
    ...(deleted.length ? [`Deleted: ${deleted.join(', ')}.`] : []),
  ];
  err.write(`${lines.join('\n')}\n`);
  return 0;
};

/** Reports the problems of a cluster. */
export const checkAlias: Command = async (address, options, {out, paint, showProgress}) => {
  const {alias} = options;
  if (!alias) throw new UsageError(`check ${ALIAS_NEEDED}`);
  const maxWarnings = numberIn(options, 'max-warnings', {from: 0, example: 5}) ?? 0;
  const report = await checkCluster(address, {alias, environment: process.env, onRetry: showProgress});
  showProgress('');
  out.write(options.json ? `${JSON.stringify([report], null, 2)}\n` : reportToText(report, paint));
  const severities = report.findings.map(({severity}) => severity);
  const warnings = severities.filter((severity) => severity === 'warning').length;
  return severities.includes('error') || warnings > maxWarnings ? 1 : 0;
};
