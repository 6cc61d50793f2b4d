/** Makes room in a map: the entries that came first go until there are `max`. */
export function forgetOldest<Key>(map: Map<Key, unknown>, max: number): void {
  for (const key of map.keys()) {
    if (map.size <= max) return;
    map.delete(key);
  }
}
