import {setTimeout as pause} from 'node:timers/promises';
import {isObject} from '../../core/feed/json-value.js';

/** Why a cluster does not do what it should. `message` says it in plain English, for the person at the command line. */
export class ClusterError extends Error {
  override readonly name = 'ClusterError';

  constructor(
    /**
     * - `address`: the address or the credentials cannot be used
     * - `unreachable`: no answer
     * - `login`: 401
     * - `permission`: 403
     * - `blocked`: the cluster takes no documents, for example because a disk is full
     * - `busy`: 429 or 503 after all attempts
     * - `version`: not a cluster that we know, or too old
     * - `not-found`: 404
     * - `too-large`: 413
     * - `refused`: any other error
     */
    readonly code:
      | 'address'
      | 'unreachable'
      | 'login'
      | 'permission'
      | 'blocked'
      | 'busy'
      | 'version'
      | 'not-found'
      | 'too-large'
      | 'refused',
    message: string,
    /** The cluster's own name for the error: `resource_already_exists_exception`. */
    readonly type = '',
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

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

/** A request: the method, the path from the address of the cluster, and a body. */
export interface ClusterRequest {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  /** Lines of JSON if it is a text, otherwise JSON. */
  readonly body?: unknown;
}

/** How often a request is sent at most. With the pauses, that takes about two minutes. */
export const ATTEMPTS = 9;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** A cluster that is busy may take long for one request. */
const REQUEST_MS = 180_000;

const CREDENTIALS = 'GPB_CLUSTER_USER and GPB_CLUSTER_PASSWORD, or GPB_CLUSTER_AUTHORIZATION';

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

interface Answer {
  readonly status: number;
  readonly content: unknown;
  /** How long the cluster asks to wait; `NaN` if it does not say. */
  readonly pauseMs: number;
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
      `“${address}” is not the address of a cluster. Write it with https://, ${example}.`,
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

/** What Node calls certificates that it does not trust. */
const CERTIFICATE = /CERT|SIGNATURE|ISSUER/;

function toUnreachable(error: unknown, root: string): ClusterError {
  const {cause, message, name} = error as Error;
  const {code = '', message: reason} = (cause ?? error) as NodeJS.ErrnoException;
  if (CERTIFICATE.test(code))
    return new ClusterError(
      'address',
      `The certificate of ${root} is not trusted: ${reason}. If your organisation signs its own certificates, name its file in NODE_EXTRA_CA_CERTS.`,
    );
  const said = name === 'TimeoutError' ? `no answer within ${REQUEST_MS / 1000} seconds` : reason || code || message;
  return new ClusterError(
    'unreachable',
    `${root} does not answer: ${said.replace(/\.$/, '')}. Check the address, and whether the cluster runs and accepts connections from this computer.`,
    '',
    {cause: error},
  );
}

/** What a cluster says of an error. */
export interface ClusterFault {
  readonly type: string;
  readonly reason: string;
}

/** The first cause of an error of a cluster, or of a document in a bulk request. */
export function faultIn(content: unknown): ClusterFault {
  const error = isObject(content) && 'error' in content ? content['error'] : content;
  if (typeof error === 'string') return {type: '', reason: error.slice(0, 300)};
  if (!isObject(error)) return {type: '', reason: ''};
  const {caused_by: cause, reason, type} = error;
  const inner = isObject(cause) && typeof cause['reason'] === 'string' ? ` (${cause['reason']})` : '';
  return {type: textIn(type), reason: `${textIn(reason)}${inner}`};
}

const textIn = (value: unknown) => (typeof value === 'string' ? value : '');

/** Whether the cluster takes no documents until somebody does something. */
export const isBlock = ({type}: ClusterFault): boolean => type === 'cluster_block_exception';

/** A cluster that takes no documents, and what to do. */
export const explainBlock = ({reason}: ClusterFault, root: string): string =>
  /flood|disk|read-only-allow-delete/i.test(reason)
    ? `${root} takes no documents, because a disk is almost full: ${reason}. Free space on the nodes or add one, then run the command again. It continues where it ended.`
    : `${root} takes no documents: ${reason}. Remove the block, then run the command again. It continues where it ended.`;

function explainAnswer(
  {content, status}: Answer,
  {method, path}: ClusterRequest,
  root: string,
  hasCredentials: boolean,
): ClusterError {
  const fault = faultIn(content);
  const {reason, type} = fault;
  const what = `${method} ${path.split('?')[0]}`;
  const said = reason ? `: ${reason.replace(/\.$/, '')}` : '';
  if (isBlock(fault)) return new ClusterError('blocked', explainBlock(fault, root), type);
  if (status === 401)
    return new ClusterError(
      'login',
      hasCredentials
        ? `${root} does not accept the credentials in the environment (HTTP status 401). Check ${CREDENTIALS}.`
        : `${root} asks for credentials (HTTP status 401). Set ${CREDENTIALS} in the environment.`,
    );
  if (status === 403)
    return new ClusterError(
      'permission',
      `${root} does not allow ${what} (HTTP status 403)${said}. Give the user the permissions that docs/large-feeds.md lists.`,
      type,
    );
  if (status === 404) return new ClusterError('not-found', `${root} has no ${path}${said}.`, type);
  if (status === 413)
    return new ClusterError(
      'too-large',
      `${root} does not allow a request of this size (HTTP status 413). Raise the limit of the proxy.`,
    );
  if (status === 429 || status >= 502)
    return new ClusterError('busy', `${root} is busy (HTTP status ${status})${said}.`, type);
  if (status >= 300 && status < 400)
    return new ClusterError('address', `${root} redirects to another address. Use the address of the cluster itself.`);
  return new ClusterError('refused', `${root} refused ${what} (HTTP status ${status})${said}.`, type);
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
  const content = await ask({method: 'GET', path: '/'});
  const version = isObject(content) ? content['version'] : undefined;
  const number = isObject(version) ? textIn(version['number']) : '';
  if (!isObject(version) || !/^\d+\./.test(number))
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
