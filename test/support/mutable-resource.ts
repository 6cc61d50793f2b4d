/** What the fault server answers at an address of ours, until something else is put there. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A value that becomes JSON, or text. */
  readonly body?: unknown;
  /** Requests wait until the next answer is put. */
  readonly wait?: boolean;
  /** Another answer of the fault server, by its name; its parameters beside it. */
  readonly fault?: string;
  readonly [parameter: string]: unknown;
}

interface Asked {
  /** What it was answered with; 0 for not yet. */
  readonly status: number;
  readonly query: Readonly<Record<string, string>>;
  readonly closed: boolean;
}

/** A document on the server that may change. */
export interface MutableResource {
  readonly address: string;
  put(answer: Answer): Promise<void>;
  /** How it has been asked for. */
  asked(): Promise<readonly Asked[]>;
}

let last = 0;

export async function createResource(answer: Answer): Promise<MutableResource> {
  const key = `kept-${Date.now()}-${++last}`;
  const kept: MutableResource = {
    address: `${location.origin}/__fault/kept?key=${key}`,
    async put({body = '', ...rest}) {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      await fetch(`/__fault/put?key=${key}`, {method: 'POST', body: JSON.stringify({...rest, body: text})});
    },
    asked: async () => (await fetch(`/__fault/asked?key=${key}`)).json(),
  };
  await kept.put(answer);
  return kept;
}
