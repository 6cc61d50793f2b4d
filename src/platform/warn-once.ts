const said = new Set<string>();

/** Tells whoever keeps the page, in the console, once for the page however often it is found out. */
export function warnOnce(message: string): void {
  if (!said.has(message)) console.warn(`<good-practice-browser>: ${message}`);
  said.add(message);
}
