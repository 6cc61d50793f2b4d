import type {Output, Paint} from '../terminal.js';

/** The options of all commands, as they were written. */
export interface Options {
  readonly json?: boolean | undefined;
  readonly 'max-warnings'?: string | undefined;
  readonly base?: string | undefined;
  readonly format?: string | undefined;
  readonly lang?: string | undefined;
  readonly split?: boolean | undefined;
  readonly to?: string | undefined;
}

/** What a command writes to. */
export interface Surface {
  readonly out: Output;
  readonly err: Output;
  readonly paint: Paint;
  readonly progress: (text: string) => void;
}

/** Does something with a feed, and tells the exit code. */
export type Command = (feed: string, options: Options, surface: Surface) => Promise<number>;
