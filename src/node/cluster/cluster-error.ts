import {fieldsOf, isObject, textOf} from '../../core/feed/json-value.js';

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

/** A request: the method, the path from the address of the cluster, and a body. */
export interface ClusterRequest {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  /** Lines of JSON if it is a text, otherwise JSON. */
  readonly body?: unknown;
}

/** What a cluster answered. */
export interface Answer {
  readonly status: number;
  readonly content: unknown;
  /** How long the cluster asks to wait; `NaN` if it does not say. */
  readonly pauseMs: number;
}

/** A cluster that is busy may take long for one request. */
export const REQUEST_MS = 180_000;

/** Where the credentials are. */
export const CREDENTIALS = 'GPB_CLUSTER_USER and GPB_CLUSTER_PASSWORD, or GPB_CLUSTER_AUTHORIZATION';

/** What Node calls certificates that it does not trust. */
const CERTIFICATE = /CERT|SIGNATURE|ISSUER/;

/** Says why there was no answer. */
export function toUnreachable(error: unknown, root: string): ClusterError {
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
  const inner = textOf(fieldsOf(cause)['reason']);
  return {type: textOf(type), reason: textOf(reason) + (inner && ` (${inner})`)};
}

/** Whether the cluster takes no documents until somebody does something. */
export const isBlock = ({type}: ClusterFault): boolean => type === 'cluster_block_exception';

/** A cluster that takes no documents, and what to do. */
export const explainBlock = ({reason}: ClusterFault, root: string): string =>
  /flood|disk|read-only-allow-delete/i.test(reason)
    ? `${root} takes no documents, because a disk is almost full: ${reason}. Free space on the nodes or add one, then run the command again. It continues where it ended.`
    : `${root} takes no documents: ${reason}. Remove the block, then run the command again. It continues where it ended.`;

/** Says what an answer means that is no success. */
export function explainAnswer(
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
