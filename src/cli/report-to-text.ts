import type {Finding, Report, Severity} from '../core/doctor/report.js';
import {sum} from '../core/sum.js';
import {plain, type Color, type Paint} from './terminal.js';

/** Of one kind so many are listed; `--json` has them all. */
const MAX_LISTED = 10;

const colors: Record<Severity, Color> = {error: 'red', warning: 'yellow', note: 'cyan'};

/** A report for people: each finding with its place, what is wrong, and how to mend it; and a closing line. */
export function reportToText({address, findings, isReadable, practices, records}: Report, paint: Paint): string {
  const kinds = new Map<string, Finding[]>();
  for (const finding of findings) kinds.set(finding.code, [...(kinds.get(finding.code) ?? []), finding]);
  const blocks = [...kinds.values()].map((kind) => {
    const listed = kind.slice(0, MAX_LISTED).map((finding) => findingToText(finding, address, paint));
    const rest = kind.length - MAX_LISTED;
    if (rest > 0) listed.push(paint('dim', `… and ${rest} more of this kind (--json lists all).`));
    return [...listed, `${paint('bold', '→')} ${kind[0]!.hint}`].join('\n');
  });
  const all =
    records === practices ? count(practices, 'practice') : `${practices} of ${count(records, 'record')} can be shown`;
  const closing = [isReadable ? all : 'This feed cannot be read', countAll(findings)].join(': ');
  return [...blocks, `${paint('bold', plain(closing))}\n`].join('\n\n');
}

/** The closing line of a feed with several pages. */
export function pagesToText(reports: readonly Report[], paint: Paint): string {
  const practices = sum(reports.map((report) => report.practices));
  const all = `${count(reports.length, 'page')}, ${count(practices, 'practice')}`;
  return `${paint('bold', `${all}: ${countAll(reports.flatMap(({findings}) => findings))}`)}\n`;
}

function findingToText({code, column, line, message, pointer, severity}: Finding, address: string, paint: Paint) {
  const place = [plain(address), line, column].filter(Boolean).join(':');
  const head = [place, paint(colors[severity], severity), code, paint('dim', plain(pointer))].filter(Boolean).join(' ');
  return `${head}\n  ${plain(message)}`;
}

function countAll(findings: readonly Finding[]): string {
  const counts = (['error', 'warning', 'note'] as const)
    .map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const)
    .filter(([, number]) => number)
    .map(([severity, number]) => count(number, severity));
  return counts.join(', ') || 'nothing wrong';
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
