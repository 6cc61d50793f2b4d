const shown = new Set<string>();

/** Warns the webmaster in the console. The same message appears once for each page. */
export function warnOnce(message: string): void {
  if (!shown.has(message)) console.warn(`<good-practice-browser>: ${message}`);
  shown.add(message);
}
