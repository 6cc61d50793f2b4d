/** The host that an address leads to, with its port; `''` for a mail or a call. */
export const hostOf = (url: string): string => new URL(url).host.replace(/^www\./, '');

/** Where a link leads, as far as its text does not say so: to another site, or to a document. */
export function destination(url: string, text: string): string {
  const host = hostOf(url);
  const [, kind = ''] = /\.(pdf|docx?|xlsx?|pptx?|zip)(?:[?#]|$)/i.exec(url) ?? [];
  const isSaid = !host || host === hostOf(location.href) || namesHost(text, host);
  const unsaid = [isSaid ? '' : host, text.includes(kind.toUpperCase()) ? '' : kind.toUpperCase()].filter(Boolean);
  return unsaid.length ? ` (${unsaid.join(', ')})` : '';
}

/** Between the words of a text, where an address begins or ends. */
const BETWEEN_WORDS = /[\s()<>"'“”„‘’«»,;!|…]+/;

/**
 * Whether one word of a text is this host, or an address there. The browser parses each word, because `t.co` also occurs in
 * `parliament.co.uk`. It takes numbers for hosts too, so the host must occur in the word as well.
 */
function namesHost(text: string, host: string): boolean {
  return text.split(BETWEEN_WORDS).some((word) => {
    const address = /^https?:/i.test(word) ? word : `https://${word}`;
    if (!word.toLowerCase().includes(host) || !URL.canParse(address)) return false;
    const named = hostOf(address);
    // The dot may end the sentence.
    return named === host || named === `${host}.`;
  });
}
