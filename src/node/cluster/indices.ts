import {fieldsOf, isObject} from '../../core/feed/json-value.js';
import type {ClusterClient} from './cluster-client.js';
import {ClusterError} from './cluster-error.js';

/** What an index says about itself, in `_meta.good_practices` of its mapping. */
export interface IndexMeta {
  /** The version of the search templates that it is made for. */
  readonly template: string;
  /** Whether all documents are there. */
  readonly complete: boolean;
  /** How many documents are there at least. */
  readonly documents: number;
  /** The SHA-256 of these documents as they were sent; `''` if there are none. */
  readonly hash: string;
  /** Up to which year ongoing practices run. */
  readonly year: number;
  /** The SHA-256 of its settings and mapping as they were sent, and of the feeds as they were named. */
  readonly definition: string;
  /** The run of the command that fills the index. */
  readonly writer: string;
}

/** An index that an alias leads to, or that was made for it. */
export interface FoundIndex {
  readonly name: string;
  readonly meta: IndexMeta;
  /** Whether the alias leads to it. */
  readonly isServing: boolean;
}

const NOTHING: IndexMeta = {
  template: '',
  complete: true,
  documents: 0,
  hash: '',
  year: 0,
  definition: '',
  writer: '',
};

/** Whether the command has made an index of this name: only such indices are ever deleted. */
export const isOwnIndex = (name: string, alias: string): boolean =>
  name.startsWith(`${alias}-`) && /^-\d{8}-\d{6}-[\da-f]{4}$/.test(name.slice(alias.length));

/** Throws a `ClusterError` for a name that a cluster does not allow. */
export function checkAlias(alias: string): void {
  if (!/^[a-z0-9][a-z0-9_-]{0,99}$/.test(alias))
    throw new ClusterError(
      'address',
      `“${alias}” cannot be the name of an alias. Use small letters, digits and hyphens, for example practices.`,
    );
}

/**
 * The indices that an alias leads to, and those that were made for it, by their age.
 * Throws a `ClusterError` if there is an index with the name of the alias.
 */
export async function findIndices(client: ClusterClient, alias: string): Promise<FoundIndex[]> {
  const filter = 'filter_path=*.aliases,*.mappings._meta';
  const made = await client.ask({method: 'GET', path: `/${alias}-*?${filter}`});
  const led = fieldsOf(await client.ask({method: 'GET', path: `/${alias}?${filter}`}).catch(noneIfMissing));
  if (Object.hasOwn(led, alias))
    throw new ClusterError(
      'refused',
      `“${alias}” is an index on ${client.root}, and must be an alias. Choose another name with --alias, or delete that index.`,
    );
  return Object.entries({...fieldsOf(made), ...led})
    .map(([name, index]): FoundIndex => {
      const {aliases, mappings} = fieldsOf(index);
      return {name, meta: metaIn(mappings) ?? NOTHING, isServing: Object.hasOwn(fieldsOf(aliases), alias)};
    })
    .filter(({isServing, name}) => isServing || isOwnIndex(name, alias))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What an index says about itself; `undefined` if it says nothing. */
export async function readIndexMeta(client: ClusterClient, index: string): Promise<IndexMeta | undefined> {
  const answer = await client.ask({method: 'GET', path: `/${index}/_mapping?filter_path=*.mappings._meta`});
  return metaIn(fieldsOf(fieldsOf(answer)[index])['mappings']);
}

function metaIn(mappings: unknown): IndexMeta | undefined {
  const own = fieldsOf(fieldsOf(mappings)['_meta'])['good_practices'];
  return isObject(own) ? {...NOTHING, ...own} : undefined;
}

/** The source of a stored search template; `undefined` if there is none. */
export async function readTemplate(client: ClusterClient, id: string): Promise<unknown> {
  const stored = await client.ask({method: 'GET', path: `/_scripts/${id}`}).catch(noneIfMissing);
  return fieldsOf(fieldsOf(stored)['script'])['source'];
}

/** Without an answer, a cluster does not have what was asked for. */
function noneIfMissing(error: unknown): undefined {
  if (!(error instanceof ClusterError && error.code === 'not-found')) throw error;
}
