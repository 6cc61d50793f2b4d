/** The value below which a share of the values lies, by the nearest rank. */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

export const median = (values) => quantile(values, 0.5);
export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Of the documents that must be found, how many are among the first ten; at most ten can be. Where nothing must be found, 1 for finding
 * nothing.
 */
export function recallAt10(ids, expected) {
  if (!expected.length) return ids.length ? 0 : 1;
  return ids.filter((id) => expected.includes(id)).length / Math.min(10, expected.length);
}
