/**
 * FNV-1a, 32 bits: fast, and well distributed for short texts. Not a protection against attacks.
 */
export const FNV_SEED = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Adds a byte or a UTF-16 unit to a hash, which starts as `FNV_SEED`. */
export const addToHash = (hash: number, unit: number): number => Math.imul(hash ^ unit, FNV_PRIME);

/** The hash of a text, as at most seven digits and letters. */
export function hashText(text: string): string {
  let hash = FNV_SEED;
  for (let i = 0; i < text.length; i++) hash = addToHash(hash, text.charCodeAt(i));
  return (hash >>> 0).toString(36);
}
