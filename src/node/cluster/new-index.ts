import {randomBytes} from 'node:crypto';
import {setTimeout as pause} from 'node:timers/promises';
import type {indexSettings} from '../../core/cluster/mapping.js';
import {fieldsOf} from '../../core/feed/json-value.js';
import type {ClusterClient} from './cluster-client.js';
import {ClusterError} from './cluster-error.js';
import {findIndices, isOwnIndex, readIndexMeta} from './indices.js';

/** How long copies of a new index may take before it serves without them. */
const COPIES_MS = 10 * 60_000;

/** A name for a new index, such as `practices-20261129-214500-3f9a`. */
export const newName = (alias: string): string =>
  `${alias}-${new Date().toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}-${randomBytes(2).toString('hex')}`;

/** Creates an index in which nobody searches yet. */
export async function createIndex(
  client: ClusterClient,
  index: string,
  {mappings, settings}: ReturnType<typeof indexSettings>,
  _meta: object,
): Promise<void> {
  const body = {
    settings: {...settings, index: {...settings.index, refresh_interval: '-1'}},
    mappings: {...mappings, _meta},
  };
  try {
    await client.ask({method: 'PUT', path: `/${index}`, body});
  } catch (error) {
    // The answer to the first attempt was lost.
    if (!(error instanceof ClusterError && error.type === 'resource_already_exists_exception')) throw error;
  }
}

/** Two runs at once would replace each other's documents, so only the later one continues. */
export async function checkWriter(client: ClusterClient, index: string, writer: string): Promise<void> {
  if ((await readIndexMeta(client, index))?.writer !== writer)
    throw new ClusterError(
      'refused',
      `Another run of this command has taken over ${index}. Run the command once at a time.`,
    );
}

/** How many documents an index has. */
export async function countDocuments(client: ClusterClient, index: string): Promise<number> {
  await client.ask({method: 'POST', path: `/${index}/_refresh`});
  return Number(fieldsOf(await client.ask({method: 'GET', path: `/${index}/_count`}))['count']);
}

/** Deletes an index that lacks practices, or has some of an older feed. */
export async function checkCount(client: ClusterClient, index: string, wanted: number): Promise<void> {
  const count = await countDocuments(client, index);
  if (count === wanted) return;
  await client.ask({method: 'DELETE', path: `/${index}`});
  throw new ClusterError(
    'refused',
    `${index} has ${count} documents instead of ${wanted}, so it was deleted. The old index serves. Check the logs of the cluster, then run the command again.`,
  );
}

/** How many copies an index gets, as the command was told. */
interface CopyOptions {
  readonly replicas?: number | undefined;
  readonly onRetry?: ((message: string) => void) | undefined;
}

/** Puts copies on other nodes: as many as `replicas` says, otherwise one if there is a second node. */
export async function makeCopies(
  client: ClusterClient,
  index: string,
  {onRetry, replicas}: CopyOptions,
): Promise<void> {
  const copies = replicas === undefined ? {auto_expand_replicas: '0-1'} : {number_of_replicas: replicas};
  await client.ask({method: 'PUT', path: `/${index}/_settings`, body: {index: {refresh_interval: null, ...copies}}});
  for (let waited = 0; ; waited += 500) {
    const {status} = fieldsOf(await client.ask({method: 'GET', path: `/_cluster/health/${index}`}));
    if (status === 'green') return;
    if (waited >= COPIES_MS) {
      onRetry?.(`${index} does not have all its copies yet. It serves without them. Check the nodes of the cluster.`);
      return;
    }
    await pause(500);
  }
}

/** Lets the alias lead to the index, in one step; then deletes all older indices but one. */
export async function serve(
  client: ClusterClient,
  alias: string,
  index: string,
): Promise<{readonly deleted: readonly string[]; readonly previous: string}> {
  const indices = await findIndices(client, alias);
  const serving = indices.filter(({isServing, name}) => isServing && name !== index).map(({name}) => name);
  const removals = serving.map((name) => ({remove: {index: name, alias}}));
  await client.ask({
    method: 'POST',
    path: '/_aliases',
    body: {actions: [...removals, {add: {index, alias}}]},
  });
  const previous = serving.at(-1) ?? '';
  const deleted = indices
    .map(({name}) => name)
    .filter((name) => isOwnIndex(name, alias) && name !== index && name !== previous);
  for (const name of deleted) await client.ask({method: 'DELETE', path: `/${name}`});
  return {deleted, previous};
}
