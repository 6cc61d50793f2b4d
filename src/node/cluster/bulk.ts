import {fieldsOf, listOf} from '../../core/feed/json-value.js';
import {ATTEMPTS, type ClusterClient} from './cluster-client.js';
import {ClusterError, explainBlock, faultIn, isBlock, type ClusterFault} from './cluster-error.js';

const MAX_BULK_BYTES = 4_000_000;
const MAX_BULK_DOCUMENTS = 1000;
/** Requests at once: while the cluster writes, we make the next one. */
const MAX_WAITING = 2;

export interface SendOptions {
  /** After how many documents `onCheckpoint` is called. */
  readonly checkpoint: number;
  /** Called when the cluster has all documents so far. */
  readonly onCheckpoint: () => Promise<void>;
}

/**
 * Sends documents to an index, each as two lines of a bulk request. If the cluster is too busy for
 * some of them, it gets these again. Throws a `ClusterError`.
 */
export async function sendDocuments(
  client: ClusterClient,
  index: string,
  documents: AsyncIterable<string>,
  {checkpoint, onCheckpoint}: SendOptions,
): Promise<void> {
  const waiting = new Set<Promise<void>>();
  let [batch, bytes, sent] = [[] as string[], 0, 0];
  let failure: unknown;

  async function flush() {
    const lines = batch;
    [batch, bytes] = [[], 0];
    if (waiting.size >= MAX_WAITING) await Promise.race(waiting);
    if (failure) throw failure;
    if (!lines.length) return;
    const request: Promise<void> = sendBulk(client, index, lines)
      .catch((error: unknown) => void (failure ??= error))
      .finally(() => waiting.delete(request));
    waiting.add(request);
  }
  async function drain() {
    await flush();
    await Promise.all(waiting);
    if (failure) throw failure;
  }
  try {
    for await (const document of documents) {
      batch.push(document);
      bytes += document.length;
      if (batch.length >= MAX_BULK_DOCUMENTS || bytes >= MAX_BULK_BYTES) await flush();
      if (++sent % checkpoint === 0) {
        await drain();
        await onCheckpoint();
      }
    }
    await drain();
  } finally {
    await Promise.all(waiting);
  }
}

/** The documents of a request that the cluster has not taken. */
interface Untaken {
  /** As lines, to send again. */
  readonly busy: readonly string[];
  readonly reason: string;
}

async function sendBulk(client: ClusterClient, index: string, lines: readonly string[]): Promise<void> {
  let left = lines;
  for (let attempt = 1; ; attempt++) {
    const {busy, reason} = await sendOnce(client, index, left);
    if (!busy.length) return;
    const message = `${client.root} is busy: it has not taken ${busy.length} of ${left.length} documents (${reason}).`;
    if (attempt === ATTEMPTS) throw new ClusterError('busy', `${message} Run the command again later. It continues.`);
    left = busy;
    await client.wait(attempt, message);
  }
}

async function sendOnce(client: ClusterClient, index: string, lines: readonly string[]): Promise<Untaken> {
  const path = `/${index}/_bulk?require_alias=false&filter_path=errors,items.*.status,items.*.error`;
  let answer: unknown;
  try {
    answer = await client.ask({method: 'POST', path, body: lines.join('')});
  } catch (error) {
    // A proxy before the cluster allows less.
    if (!(error instanceof ClusterError && error.code === 'too-large') || lines.length === 1) throw error;
    const half = Math.ceil(lines.length / 2);
    await sendBulk(client, index, lines.slice(0, half));
    await sendBulk(client, index, lines.slice(half));
    return {busy: [], reason: ''};
  }
  const {errors, items} = fieldsOf(answer);
  const busy: string[] = [];
  let reason = '';
  if (errors !== true) return {busy, reason};
  listOf(items).forEach((item, i) => {
    const [outcome] = Object.values(fieldsOf(item));
    const status = Number(fieldsOf(outcome)['status']);
    if (status < 300) return;
    const fault = faultIn(outcome);
    if (isBlock(fault)) throw new ClusterError('blocked', explainBlock(fault, client.root), fault.type);
    if (status !== 429 && status < 500) throw refusal(client, lines[i]!, fault);
    busy.push(lines[i]!);
    reason = fault.reason || `status ${status}`;
  });
  return {busy, reason};
}

function refusal(client: ClusterClient, line: string, {reason, type}: ClusterFault): ClusterError {
  const id = /"_id":"((?:[^"\\]|\\.)*)"/.exec(line)?.[1] ?? '';
  return new ClusterError(
    'refused',
    `${client.root} refuses the practice “${id.replace(/^p:/, '')}”: ${reason}.`,
    type,
  );
}
