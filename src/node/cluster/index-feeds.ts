import {createHash, randomBytes} from 'node:crypto';
import {createDocumentWriter} from '../../core/cluster/document.js';
import {TEMPLATE_VERSION} from '../../core/cluster/fields.js';
import {indexSettings} from '../../core/cluster/mapping.js';
import {searchTemplates} from '../../core/cluster/search-template.js';
import {checkLogin, type ReadOptions} from '../read-source.js';
import {sendDocuments} from './bulk.js';
import {createClusterClient, readVersion, type ClusterClient, type ClusterOptions} from './cluster-client.js';
import {ClusterError} from './cluster-error.js';
import {checkAlias, findIndices, isOwnIndex, readTemplate, type FoundIndex, type IndexMeta} from './indices.js';
import {loadWords} from './load-words.js';
import {checkCount, checkWriter, countDocuments, createIndex, makeCopies, newName, serve} from './new-index.js';
import {openPractices, type PracticeStream} from './practice-stream.js';

export interface IndexOptions extends ReadOptions, ClusterOptions {
  /** The address of the cluster. */
  readonly to: string;
  /** The name under which the widget finds the practices. */
  readonly alias: string;
  /** In how many parts the cluster keeps them. Default: one for each 500,000 practices. */
  readonly shards?: number | undefined;
  /** How many copies of each part there are. Default: one, if there is a second node. */
  readonly replicas?: number | undefined;
  /** Called with what happens, in a few words: `1000 of 5000 practices`. */
  readonly onStep?: ((text: string) => void) | undefined;
  /** After how many documents the index notes how far it is. Default: 20,000. */
  readonly checkpoint?: number | undefined;
}

export interface IndexResult {
  readonly index: string;
  readonly practices: number;
  /** The index that served before; `''` if there was none. It is kept. */
  readonly previous: string;
  /** Indices that were deleted. */
  readonly deleted: readonly string[];
  /** How many documents an earlier run had sent before it broke off; 0 if there was none. */
  readonly continuedAt: number;
}

const PRACTICES_PER_SHARD = 500_000;
const CHECKPOINT = 20_000;

/**
 * Puts the practices of feeds into a new index of a cluster. When all are there, the alias leads to
 * it, in one step. Until then, and if anything fails, the old index serves. Run it again after a
 * failure: it continues, unless the feed has changed. Throws a `ClusterError` or an
 * `UnreadableFeedError`.
 */
export async function indexFeeds(feeds: readonly string[], options: IndexOptions): Promise<IndexResult> {
  const {alias, onStep, to} = options;
  feeds.forEach(checkLogin);
  const client = createClusterClient(to, options);
  checkAlias(alias);
  await readVersion(client);
  const before = await findIndices(client, alias);
  checkVersions(before, alias);
  onStep?.('Reading the feed');
  const practices = await openPractices(feeds, options);
  try {
    if (!practices.count)
      throw new ClusterError(
        'refused',
        `The feed has no practices, so that nothing was sent. “${alias}” stays as it was.`,
      );
    return await fillIndex(client, practices, feeds, before, options);
  } finally {
    await practices.close();
  }
}

/** Pages that show an index need templates and an index of one version. */
function checkVersions(indices: readonly FoundIndex[], alias: string): void {
  const other = indices.find(({isServing, meta}) => isServing && meta.template && meta.template !== TEMPLATE_VERSION);
  if (other)
    throw new ClusterError(
      'refused',
      `“${alias}” serves pages with templates of version ${other.meta.template}, and this version of the command has ${TEMPLATE_VERSION}. These pages would find nothing. Choose another name with --alias, for example ${alias}-new, and follow “Upgrade” in docs/large-feeds.md.`,
    );
}

async function fillIndex(
  client: ClusterClient,
  practices: PracticeStream,
  feeds: readonly string[],
  before: readonly FoundIndex[],
  options: IndexOptions,
): Promise<IndexResult> {
  const {alias, checkpoint = CHECKPOINT, onStep} = options;
  const writer = randomBytes(8).toString('hex');
  const words = await loadWords(practices.languages);
  const {shards = Math.ceil(practices.count / PRACTICES_PER_SHARD)} = options;
  const settings = indexSettings({words, synonyms: practices.info.synonyms, shards, replicas: 0});
  // Not in clear: an address may have a token, and many people may read what an index says.
  const definition = createHash('sha256')
    .update(JSON.stringify([settings, feeds]))
    .digest('hex');
  const unfinished = await findUnfinished(client, alias, before, definition);
  const year = unfinished?.meta.year ?? new Date().getFullYear();
  const index = unfinished?.name ?? newName(alias);
  const own = {template: TEMPLATE_VERSION, year, definition, writer};
  const meta: IndexMeta = {...own, complete: false, documents: 0, hash: ''};
  const metaWith = (change: Partial<IndexMeta>) => ({
    good_practices: {...settings.mappings._meta.good_practices, ...meta, ...change},
  });
  if (!unfinished) await createIndex(client, index, settings, metaWith({}));
  const saveMeta = (change: Partial<IndexMeta>) =>
    client.ask({method: 'PUT', path: `/${index}/_mapping`, body: {_meta: metaWith(change)}});
  const continuedAt = unfinished?.meta.documents ?? 0;
  if (unfinished) await saveMeta({documents: continuedAt, hash: unfinished.meta.hash});

  const documents = createDocumentWriter({info: practices.info, words, currentYear: year});
  const hash = createHash('sha256');
  let sent = 0;
  async function* unsent() {
    for await (const line of linesOf(practices, documents, onStep)) {
      hash.update(line);
      sent++;
      if (sent === continuedAt && hash.copy().digest('hex') !== unfinished?.meta.hash) throw new ChangedFeed();
      if (sent > continuedAt) yield line;
    }
  }
  try {
    await sendDocuments(client, index, unsent(), {
      checkpoint,
      async onCheckpoint() {
        await checkWriter(client, index, writer);
        await saveMeta({documents: sent, hash: hash.copy().digest('hex')});
      },
    });
    if (sent < continuedAt) throw new ChangedFeed();
  } catch (error) {
    if (!(error instanceof ChangedFeed)) throw error;
    await client.ask({method: 'DELETE', path: `/${index}`});
    return fillIndex(
      client,
      practices,
      feeds,
      before.filter(({name}) => name !== index),
      options,
    );
  }
  await checkWriter(client, index, writer);
  await checkCount(client, index, sent);
  onStep?.('Making copies');
  await makeCopies(client, index, options);
  await storeTemplates(client);
  await checkWriter(client, index, writer);
  await saveMeta({complete: true, documents: sent});
  const {deleted, previous} = await serve(client, alias, index);
  return {index, practices: sent - 1, previous, deleted, continuedAt};
}

/** The unfinished index has the beginning of another feed. */
class ChangedFeed extends Error {}

/** The documents as the cluster takes them: those of the practices, and then that of the feed. */
async function* linesOf(
  practices: PracticeStream,
  documents: ReturnType<typeof createDocumentWriter>,
  onStep: IndexOptions['onStep'],
) {
  let position = 0;
  for await (const part of practices.parts()) {
    for (const practice of part) yield toLine(documents.practice(practice, position++));
    onStep?.(`${position} of ${practices.count} practices`);
  }
  yield toLine(documents.feed(practices.topics));
}

const toLine = ({id, source}: {readonly id: string; readonly source: object}) =>
  `${JSON.stringify({index: {_id: id}})}\n${JSON.stringify(source)}\n`;

/** Stores the search templates that the cluster does not have yet. */
async function storeTemplates(client: ClusterClient): Promise<void> {
  for (const {id, source} of searchTemplates)
    if ((await readTemplate(client, id)) !== source)
      await client.ask({method: 'PUT', path: `/_scripts/${id}`, body: {script: {lang: 'mustache', source}}});
}

/**
 * The index of an earlier run that broke off, if it was made in the same way for the same feeds. It
 * has all documents that it says. Another one is deleted at the end.
 */
async function findUnfinished(
  client: ClusterClient,
  alias: string,
  indices: readonly FoundIndex[],
  definition: string,
): Promise<FoundIndex | undefined> {
  const last = indices
    .filter(({meta, name}) => isOwnIndex(name, alias) && !meta.complete && meta.documents)
    .findLast(({meta}) => meta.definition === definition);
  if (!last) return undefined;
  return (await countDocuments(client, last.name)) >= last.meta.documents ? last : undefined;
}
