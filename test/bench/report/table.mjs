// Numbers and tables as Markdown.

/** Where two numbers differ by tenths of a millisecond, a hundredth is still told; where by seconds, none is. */
const decimals = (value) => (value < 10 ? 2 : value < 100 ? 1 : 0);

/** Figures went through JSON: what is no number is null there. */
export const number = (value) =>
  Number.isFinite(value)
    ? value.toLocaleString('en', {minimumFractionDigits: decimals(value), maximumFractionDigits: decimals(value)})
    : '–';
export const count = (value) => value.toLocaleString('en');
export const ratio = (ours, theirs) =>
  Number.isFinite(ours) && theirs ? String(Number((ours / theirs).toPrecision(2))) : '–';

/** The first column holds words, the others figures, unless `alignment` says otherwise. */
export function table(columns, rows, alignment = '--:') {
  const lines = [columns, columns.map((_, i) => (i ? alignment : '---')), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export const sectionOf = (...blocks) => blocks.filter(Boolean).join('\n\n');
