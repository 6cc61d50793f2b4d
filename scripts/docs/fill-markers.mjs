const MARKED = /<!-- docs:([\w-]+) -->[\s\S]*?<!-- \/docs -->/g;
const count = (text, pattern) => text.match(pattern)?.length ?? 0;

/**
 * Fills the generated parts of a page: what is between `<!-- docs:NAME -->` and `<!-- /docs -->`.
 * `parts` has a function for each name. Throws if the page and `parts` do not have the same names.
 * @param {string} file how messages call the page
 * @param {string} text
 * @param {Record<string, (file: string) => string>} parts
 * @returns {string}
 */
export function fillMarkers(file, text, parts) {
  if (count(text, /<!-- docs:[\w-]+ -->/g) !== count(text, /<!-- \/docs -->/g))
    throw new Error(`${file}: each <!-- docs:NAME --> needs a <!-- /docs -->, and the other way round.`);
  const seen = new Set();
  const filled = text.replace(MARKED, (_, name) => {
    if (!Object.hasOwn(parts, name)) {
      const known = Object.keys(parts).join(', ') || 'none';
      throw new Error(`${file}: no generated part has the name “${name}”. The names for this page are: ${known}.`);
    }
    seen.add(name);
    return `<!-- docs:${name} -->\n${parts[name](file)}\n<!-- /docs -->`;
  });
  const missing = Object.keys(parts).filter((name) => !seen.has(name));
  if (missing.length)
    throw new Error(`${file}: add <!-- docs:${missing[0]} --> and <!-- /docs --> where this part belongs.`);
  return filled;
}
