import {TEMPLATE_VERSION} from '../../core/cluster/fields.js';
import {searchTemplates} from '../../core/cluster/search-template.js';
import type {Severity} from '../../core/doctor/report.js';
import {fieldsOf} from '../../core/feed/json-value.js';
import {createClusterClient, readVersion, type ClusterClient, type ClusterOptions} from './cluster-client.js';
import {ClusterError} from './cluster-error.js';
import {checkAlias, findIndices, readTemplate, type FoundIndex} from './indices.js';

/**
 * What the check of a cluster reports:
 * - `no-alias`: nothing has the name; the widget finds nothing
 * - `several-indices`: the alias leads to more than one index; practices are there twice
 * - `other-index`: the command has not made the index
 * - `incomplete-index`, `missing-documents`: practices are missing
 * - `old-index`: the index is made for other search templates than ours
 * - `last-year`: ongoing practices do not run into this year
 * - `no-template`, `other-template`: a search template is missing, or has been changed
 * - `inline-scripts`: the cluster runs scripts that visitors send
 * - `foreign-script`: a stored script that is not ours
 * - `red-index`, `no-copies`: parts of the index are on no node, or on one node only
 * - `blocked-index`: the index takes no documents
 * - `left-over`: an index that an earlier run has not finished
 * - `not-permitted`: something that the user may not see
 */
export type ClusterCode = keyof typeof hints;

const hints = {
  'no-alias': ['error', 'Run good-practice-browser index with this alias.'],
  'several-indices': ['error', 'Run good-practice-browser index again: it lets the alias lead to one index.'],
  'other-index': ['error', 'Run good-practice-browser index with this alias.'],
  'incomplete-index': ['error', 'Run good-practice-browser index again.'],
  'missing-documents': ['error', 'Run good-practice-browser index again.'],
  'old-index': ['error', 'Use the version of the page, or follow “Upgrade” in docs/large-feeds.md.'],
  'last-year': ['warning', 'Run good-practice-browser index again, each January.'],
  'no-template': ['error', 'Run good-practice-browser index again: it stores the templates.'],
  'other-template': ['error', 'Run good-practice-browser index again: it stores the templates.'],
  'inline-scripts': ['error', 'Set script.allowed_types: stored in the configuration of each node, and restart it.'],
  'foreign-script': [
    'note',
    'Use a cluster of its own for the practices, or make sure that nobody stores scripts there.',
  ],
  'red-index': ['error', 'Start the nodes that are missing. Otherwise run good-practice-browser index again.'],
  'no-copies': ['warning', 'Add a node. If the only node fails, visitors find nothing.'],
  'blocked-index': ['warning', 'Free space on the disks of the nodes. Visitors can still search.'],
  'left-over': ['note', 'Run good-practice-browser index again: it continues, or deletes the index.'],
  'not-permitted': ['note', 'Give the user the permissions that docs/large-feeds.md lists, to check this too.'],
} as const satisfies Record<string, readonly [Severity, string]>;

export interface ClusterFinding {
  readonly code: ClusterCode;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
  /** What has the problem: the name of an index, an alias or a template. */
  readonly pointer: string;
  readonly line: 0;
  readonly column: 0;
  readonly count: 1;
}

/** The result of a check of a cluster, in the form of the report about a feed. */
export interface ClusterReport {
  readonly address: string;
  /** `OpenSearch 2.19.6` */
  readonly version: string;
  readonly isReadable: true;
  readonly records: number;
  readonly practices: number;
  /** Errors first, then warnings, then notes. */
  readonly findings: readonly ClusterFinding[];
}

const severities: readonly Severity[] = ['error', 'warning', 'note'];

/**
 * Says what is wrong with the practices on a cluster, and how to fix it. Throws a `ClusterError` if
 * the cluster cannot be asked.
 */
export async function checkCluster(
  address: string,
  {alias, ...options}: ClusterOptions & {readonly alias: string},
): Promise<ClusterReport> {
  const client = createClusterClient(address, options);
  checkAlias(alias);
  const {distribution, number} = await readVersion(client);
  const findings: ClusterFinding[] = [];
  const add = (code: ClusterCode, pointer: string, message: string) =>
    void findings.push({
      code,
      pointer,
      message,
      severity: hints[code][0],
      hint: hints[code][1],
      line: 0,
      column: 0,
      count: 1,
    });
  const indices = await findIndices(client, alias);
  const serving = indices.filter(({isServing}) => isServing);
  if (!serving.length) add('no-alias', alias, `No index has the alias “${alias}”.`);
  if (serving.length > 1)
    add(
      'several-indices',
      alias,
      `“${alias}” leads to ${serving.length} indices: ${serving.map(({name}) => name).join(', ')}.`,
    );
  let practices = 0;
  for (const index of serving) practices += await checkIndex(client, index, add);
  for (const {isServing, meta, name} of indices)
    if (!isServing && !meta.complete) add('left-over', name, 'An earlier run has not finished this index.');
  await checkTemplates(client, add);
  await checkScripts(client, add);
  findings.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const version = `${distribution === 'opensearch' ? 'OpenSearch' : 'Elasticsearch'} ${number}`;
  return {address: client.root, version, isReadable: true, records: practices, practices, findings};
}

type Add = (code: ClusterCode, pointer: string, message: string) => void;

/** @returns how many practices the index has */
async function checkIndex(client: ClusterClient, {meta, name}: FoundIndex, add: Add): Promise<number> {
  const answer = await client.ask({method: 'GET', path: `/${name}/_count`});
  const count = Number(fieldsOf(answer)['count'] ?? 0);
  if (!meta.template) add('other-index', name, 'This index was not made by good-practice-browser index.');
  else if (meta.template !== TEMPLATE_VERSION)
    add(
      'old-index',
      name,
      `The index is made for templates of version ${meta.template}; this is version ${TEMPLATE_VERSION}.`,
    );
  if (!meta.complete) add('incomplete-index', name, 'The index has not been finished, and serves visitors already.');
  else if (meta.documents && count !== meta.documents)
    add('missing-documents', name, `The index has ${count} documents; ${meta.documents} were sent.`);
  if (meta.year && meta.year < new Date().getFullYear())
    add(
      'last-year',
      name,
      `In this index, ongoing practices run up to ${meta.year}. Visitors who choose this year do not find them.`,
    );
  await ifPermitted(add, 'the health of the index', async () => {
    const health = fieldsOf(await client.ask({method: 'GET', path: `/_cluster/health/${name}`}));
    const {status} = health;
    const copies = Number(health['active_shards']) - Number(health['active_primary_shards']);
    if (status === 'red') add('red-index', name, 'Parts of the index are on no node.');
    else if (status === 'yellow' || copies === 0)
      add('no-copies', name, 'The index does not have copies on a second node.');
  });
  await ifPermitted(add, 'the settings of the index', async () => {
    const settings = await client.ask({method: 'GET', path: `/${name}/_settings?flat_settings=true`});
    const text = JSON.stringify(settings);
    if (/"index\.blocks\.(?:read_only|read_only_allow_delete|write)":"true"/.test(text))
      add('blocked-index', name, 'The index takes no documents: an administrator or a full disk has blocked it.');
  });
  return Math.max(0, count - 1);
}

async function checkTemplates(client: ClusterClient, add: Add): Promise<void> {
  await ifPermitted(add, 'the stored templates', async () => {
    for (const {id, source} of searchTemplates) {
      const stored = await readTemplate(client, id);
      if (stored === undefined) add('no-template', id, 'The cluster does not have this search template.');
      else if (stored !== source)
        add('other-template', id, 'The search template on the cluster is not the one of this version.');
    }
  });
}

/** Reports if the cluster runs scripts of visitors, or stores scripts that are not ours. */
async function checkScripts(client: ClusterClient, add: Add): Promise<void> {
  await ifPermitted(add, 'whether the cluster refuses inline scripts', async () => {
    try {
      await client.ask({method: 'POST', path: '/_render/template', body: {source: '{"size": 0}', params: {}}});
      add('inline-scripts', client.root, 'The cluster runs search templates that a request contains.');
    } catch (error) {
      if (!(error instanceof ClusterError && error.code === 'refused')) throw error;
      // With some versions of its security plugin, a cluster fails here before it looks at the template.
      if (error.type !== 'illegal_argument_exception')
        add('not-permitted', '', `It is unknown whether the cluster refuses inline scripts. ${error.message}`);
    }
  });
  await ifPermitted(add, 'which scripts are stored', async () => {
    const state = await client.ask({
      method: 'GET',
      path: '/_cluster/state/metadata?filter_path=metadata.stored_scripts',
    });
    const scripts = fieldsOf(fieldsOf(fieldsOf(state)['metadata'])['stored_scripts']);
    for (const id of Object.keys(scripts))
      if (!id.startsWith('good-practices-')) add('foreign-script', id, 'This stored script is not one of ours.');
  });
}

/** Reports what the user of the command may not see, and goes on. */
async function ifPermitted(add: Add, what: string, look: () => Promise<void>): Promise<void> {
  try {
    await look();
  } catch (error) {
    if (!(error instanceof ClusterError && error.code === 'permission')) throw error;
    add('not-permitted', '', `The user may not see ${what}.`);
  }
}
