/** Object.entries that keeps the keys' own type. */
export function entries<K extends string, V>(record: Record<K, V>): Array<[K, V]> {
  const list: Array<[K, V]> = [];
  for (const key in record) list.push([key, record[key]]);
  return list;
}

/** The same keys with other values. */
export function mapValues<K extends string, V, W>(record: Record<K, V>, map: (value: V) => W): Record<K, W>;
export function mapValues<V>(record: Record<string, V>, map: (value: V) => unknown): object {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
