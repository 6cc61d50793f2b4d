/** Where a link leads, as far as its text does not say so: to another site, or to a document. */
export function destination(url: string, text: string): string {
  const {hostname, pathname} = new URL(url, document.baseURI);
  const host = hostname === location.hostname ? '' : hostname.replace(/^www\./, '');
  const [, kind = ''] = /\.(pdf|docx?|xlsx?|pptx?|od[pst]|zip)$/i.exec(pathname) ?? [];
  const unsaid = [host, kind.toUpperCase()].filter((word) => !text.toLowerCase().includes(word.toLowerCase()));
  return unsaid.length ? ` (${unsaid.join(', ')})` : '';
}
