/** A cell of a Markdown table: one line, and no bar that would end it. */
export const cell = (text = '') => String(text).replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();

/** The same, as code. */
export const code = (text) => (text ? `\`${cell(text)}\`` : '');

/**
 * A Markdown table. The formatter aligns its columns.
 * @param {string[]} titles those that end in `:` are aligned to the right
 * @param {(string | number)[][]} rows of finished cells
 */
export function table(titles, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [
    line(titles.map((title) => title.replace(/:$/, ''))),
    line(titles.map((title) => (title.endsWith(':') ? '---:' : '---'))),
    ...rows.map(line),
  ].join('\n');
}
