import {stripControls} from '../core/text/clean.js';

/** Where a command writes; a terminal may have colours, and a line that is written over. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

export type Color = 'red' | 'yellow' | 'cyan' | 'bold' | 'dim';
export type Paint = (color: Color, text: string) => string;

const CODES: Record<Color, number> = {red: 31, yellow: 33, cyan: 36, bold: 1, dim: 2};

/** Paints on a terminal, and nowhere else: not into files and pipes, and not where `NO_COLOR` says so (no-color.org). */
export function createPaint({isTTY}: Output, {NO_COLOR, TERM}: NodeJS.ProcessEnv): Paint {
  const isOn = isTTY && !NO_COLOR && TERM !== 'dumb';
  return (color, text) => (isOn ? `\x1b[${CODES[color]}m${text}\x1b[0m` : text);
}

/** What a feed says must not drive the terminal. */
export const plain = (text: string) => stripControls(text).replace(/\s+/g, ' ');

/** Says how far long work has come, on a terminal only; `''` takes it away. */
export function createProgress(output: Output): (text: string) => void {
  let last = 0;
  let isShown = false;
  return (text) => {
    const now = Date.now();
    if (!output.isTTY || (text ? now - last < 100 : !isShown)) return;
    // not before a moment has passed: what is quick needs no progress
    if (last) output.write(`\r\x1b[K${text}`);
    isShown = Boolean(last && text);
    last = now;
  };
}
