import type {Finding, Report, Severity} from '../core/doctor/report.js';
import {sum} from '../core/sum.js';
import {stripControls} from '../core/text/clean.js';
import {count} from '../core/text/count.js';

/** A stream that a command writes to. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

export type Color = 'red' | 'yellow' | 'cyan' | 'bold' | 'dim';
export type Paint = (color: Color, text: string) => string;

const CODES: Record<Color, number> = {red: 31, yellow: 33, cyan: 36, bold: 1, dim: 2};

/**
 * Colours text in terminals; not in files and pipes, and not if `NO_COLOR` is set (no-color.org).
 */
export function createPaint({isTTY}: Output, {NO_COLOR, TERM}: NodeJS.ProcessEnv): Paint {
  const isOn = isTTY && !NO_COLOR && TERM !== 'dumb';
  return (color, text) => (isOn ? `\x1b[${CODES[color]}m${text}\x1b[0m` : text);
}

/** One line without controls: texts of a feed must not drive the terminal. */
export const plain = (text: string) => stripControls(text).replace(/\s+/g, ' ');

/** Time between two updates of the progress line. */
const PROGRESS_INTERVAL_MS = 100;

/**
 * Shows the progress of long work in a line of the terminal; `''` removes the line. Short work
 * shows none.
 */
export function createProgress(output: Output): (text: string) => void {
  let last = 0;
  let isShown = false;
  return (text) => {
    const now = Date.now();
    if (!output.isTTY || (text ? now - last < PROGRESS_INTERVAL_MS : !isShown)) return;
    if (last) output.write(`\r\x1b[K${text}`);
    isShown = Boolean(last && text);
    last = now;
  };
}

/** Findings of one kind that are listed; `--json` lists all. */
const MAX_LISTED = 10;

const colors: Record<Severity, Color> = {error: 'red', warning: 'yellow', note: 'cyan'};

/** What is shown of a finding, about a feed or a cluster. */
type ShownFinding = Omit<Finding, 'code'> & {readonly code: string};
type ShownReport = Pick<Report, 'address' | 'isReadable' | 'practices' | 'records'> & {
  readonly findings: readonly ShownFinding[];
};

/** A report for people: each finding with its place, the problem and the fix; and a summary. */
export function reportToText({address, findings, isReadable, practices, records}: ShownReport, paint: Paint): string {
  const kinds = new Map<string, ShownFinding[]>();
  for (const finding of findings) kinds.set(finding.code, [...(kinds.get(finding.code) ?? []), finding]);
  const blocks = [...kinds.values()].map((kind) => {
    const listed = kind.slice(0, MAX_LISTED).map((finding) => findingToText(finding, address, paint));
    const rest = kind.length - MAX_LISTED;
    if (rest > 0) listed.push(paint('dim', `… and ${rest} more of this kind (--json lists all).`));
    return [...listed, `${paint('bold', '→')} ${kind[0]!.hint}`].join('\n');
  });
  const all =
    records === practices ? count(practices, 'practice') : `${practices} of ${count(records, 'record')} can be shown`;
  const summary = [isReadable ? all : 'This feed cannot be read', countAll(findings)].join(': ');
  return [...blocks, `${paint('bold', plain(summary))}\n`].join('\n\n');
}

/** The summary of a feed with several pages. */
export function pagesToText(reports: readonly Report[], paint: Paint): string {
  const practices = sum(reports.map((report) => report.practices));
  const all = `${count(reports.length, 'page')}, ${count(practices, 'practice')}`;
  return `${paint('bold', `${all}: ${countAll(reports.flatMap(({findings}) => findings))}`)}\n`;
}

function findingToText({code, column, line, message, pointer, severity}: ShownFinding, address: string, paint: Paint) {
  const place = [plain(address), line, column].filter(Boolean).join(':');
  const head = [place, paint(colors[severity], severity), code, paint('dim', plain(pointer))].filter(Boolean).join(' ');
  return `${head}\n  ${plain(message)}`;
}

function countAll(findings: readonly Pick<Finding, 'severity'>[]): string {
  const counts = (['error', 'warning', 'note'] as const)
    .map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const)
    .filter(([, number]) => number)
    .map(([severity, number]) => count(number, severity));
  return counts.join(', ') || 'no problems';
}
