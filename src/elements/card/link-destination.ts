/** Whose page an address leads to; `''` for a mail or a call. */
export const hostOf = (url: string): string => new URL(url).hostname.replace('www.', '');

/** Where a link leads, as far as its text does not say so: to another site, or to a document. */
export function destination(url: string, text: string): string {
  const host = hostOf(url);
  const [, kind = ''] = /\.(pdf|docx?|xlsx?|pptx?|zip)(?:[?#]|$)/i.exec(url) ?? [];
  const unsaid = [host === hostOf(location.href) ? '' : host, kind.toUpperCase()].filter(
    (word) => !text.includes(word),
  );
  return unsaid[0] ? ` (${unsaid.join(', ')})` : '';
}
