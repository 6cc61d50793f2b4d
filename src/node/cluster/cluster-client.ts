import {setTimeout as pause} from 'node:timers/promises';
import {fieldsOf, textOf} from '../../core/feed/json-value.js';
import {shownAddress} from '../shown-address.js';
import {
  ClusterError,
  CREDENTIALS,
  explainAnswer,
  REQUEST_MS,
  toUnreachable,
  type Answer,
  type ClusterRequest,
} from './cluster-error.js';

/** The variables with credentials. They are never arguments, which other users of a computer can see. */
export interface ClusterEnvironment {
  readonly GPB_CLUSTER_USER?: string | undefined;
  readonly GPB_CLUSTER_PASSWORD?: string | undefined;
  /** A whole header, for example `ApiKey …` or `Bearer …`. It takes precedence. */
  readonly GPB_CLUSTER_AUTHORIZATION?: string | undefined;
}

export interface ClusterOptions {
  readonly environment?: ClusterEnvironment | undefined;
  /** Called before each pause, with the reason. */
  readonly onRetry?: ((message: string) => void) | undefined;
  /** The first pause between two attempts, in milliseconds. Each further one is twice as long. Default: 500. */
  readonly pauseMs?: number | undefined;
}

/** How often a request is sent at most. With the pauses, that takes about two minutes. */
export const ATTEMPTS = 9;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
export type ClusterClient = ReturnType<typeof createClusterClient>;

/**
 * Creates a client that sends requests to a cluster. Throws a `ClusterError` if the address is not
 * safe: documents and credentials go over https only, except to this computer.
 */
export function createClusterClient(address: string, options: ClusterOptions = {}) {
  const {environment = {}, onRetry, pauseMs = FIRST_PAUSE_MS} = options;
  const root = checkAddress(address);
  const authorization = authorizationOf(environment);
  const headers = authorization ? {Authorization: authorization} : {};

  async function once({body, method, path}: ClusterRequest): Promise<Answer> {
    const lines = typeof body === 'string';
    const response = await fetch(root + path, {
      method,
      headers: {
        ...headers,
        Accept: 'application/json',
        ...(body !== undefined && {'Content-Type': lines ? 'application/x-ndjson' : 'application/json'}),
      },
      ...(body !== undefined && {body: lines ? body : JSON.stringify(body)}),
      // Credentials are for this address alone.
      redirect: 'manual',
      signal: AbortSignal.timeout(REQUEST_MS),
    });
    const text = await response.text();
    const after = Number(response.headers.get('Retry-After') ?? NaN);
    return {status: response.status, content: parse(text), pauseMs: after >= 0 ? after * 1000 : NaN};
  }

  /**
   * Sends a request, and repeats it while the cluster is busy or does not answer. All our requests
   * can be repeated.
   */
  async function ask(request: ClusterRequest): Promise<unknown> {
    for (let attempt = 1; ; attempt++) {
      const outcome = await once(request).catch((error: unknown) => toUnreachable(error, root));
      if (!(outcome instanceof ClusterError) && outcome.status < 300) return outcome.content;
      const error =
        outcome instanceof ClusterError ? outcome : explainAnswer(outcome, request, root, Boolean(authorization));
      if (!/^(?:busy|unreachable)$/.test(error.code) || attempt === ATTEMPTS) throw error;
      await wait(attempt, error.message, 'pauseMs' in outcome ? outcome.pauseMs : NaN);
    }
  }

  /** Waits before the next attempt; `given` is how long the cluster asked for, in milliseconds. */
  async function wait(attempt: number, reason: string, given = NaN): Promise<void> {
    const own = pauseMs * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);
    const time = Math.min(Number.isNaN(given) ? own : given, LONGEST_PAUSE_MS);
    onRetry?.(`${reason} Attempt ${attempt + 1} of ${ATTEMPTS} follows in ${(time / 1000).toFixed(1)} s.`);
    await pause(time);
  }

  return {root, ask, wait};
}

/** The value of JSON; any other text unchanged. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** The address without a slash at its end. */
function checkAddress(address: string): string {
  const example = 'for example https://search.city.example:9200';
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new ClusterError(
      'address',
      `“${shownAddress(address)}” is not the address of a cluster. Write it with https://, ${example}.`,
    );
  const {hash, hostname, href, password, protocol, search, username} = new URL(address);
  if (username || password)
    throw new ClusterError(
      'address',
      `The address of the cluster contains a user or a password. Others can see it in the list of processes. Set ${CREDENTIALS} in the environment.`,
    );
  if (search || hash) throw new ClusterError('address', `The address of the cluster ends with its path, ${example}.`);
  if (protocol === 'http:' && !/^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname))
    throw new ClusterError(
      'address',
      `${href} is not encrypted, so that others could read the password and change the practices. Use https://. Only a cluster on this computer may have http://.`,
    );
  return href.replace(/\/$/, '');
}

function authorizationOf({
  GPB_CLUSTER_AUTHORIZATION: authorization,
  GPB_CLUSTER_PASSWORD: password,
  GPB_CLUSTER_USER: user,
}: ClusterEnvironment): string {
  if (authorization) {
    // Otherwise Node says what it cannot send, and shows it.
    if (!/^[\t\x20-\x7e\x80-\xff]+$/.test(authorization.trim()))
      throw new ClusterError(
        'address',
        'GPB_CLUSTER_AUTHORIZATION contains a line break or a letter that no header may have. Write it in one line, for example ApiKey and the key.',
      );
    return authorization.trim();
  }
  if (Boolean(user) !== Boolean(password))
    throw new ClusterError(
      'address',
      `Only ${user ? 'GPB_CLUSTER_USER' : 'GPB_CLUSTER_PASSWORD'} is set. Set ${CREDENTIALS}.`,
    );
  return user ? `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` : '';
}

/** The oldest versions with all that we use. */
const OLDEST = {opensearch: 2, elasticsearch: 8} as const;

/** What a cluster is. */
export interface ClusterVersion {
  readonly distribution: 'opensearch' | 'elasticsearch';
  /** `2.19.6` */
  readonly number: string;
}

/** Asks a cluster what it is. Throws a `ClusterError` for one that is too old, and for other servers. */
export async function readVersion({ask, root}: ClusterClient): Promise<ClusterVersion> {
  const version = fieldsOf(fieldsOf(await ask({method: 'GET', path: '/'}))['version']);
  const number = textOf(version['number']);
  if (!/^\d+\./.test(number))
    throw new ClusterError(
      'version',
      `${root} is not a cluster of OpenSearch or Elasticsearch. Name the address at which the cluster itself answers, often with :9200.`,
    );
  const distribution = version['distribution'] === 'opensearch' ? 'opensearch' : 'elasticsearch';
  const name = distribution === 'opensearch' ? 'OpenSearch' : 'Elasticsearch';
  if (parseInt(number) < OLDEST[distribution])
    throw new ClusterError(
      'version',
      `${root} is ${name} ${number}. The widget needs OpenSearch ${OLDEST.opensearch} or Elasticsearch ${OLDEST.elasticsearch}, or newer.`,
    );
  return {distribution, number};
}
