/**
 * What several parts of a page ask for in the same turn of the event loop is read once, and given to all of them. Whoever
 * asks later reads anew, so that nobody gets what was true before they asked. Nobody may change what they get.
 */
export function atOnce<Key extends readonly unknown[], T>(
  read: (...key: Key) => Promise<T>,
): (...key: Key) => Promise<T> {
  const asked = new Map<string, Promise<T>>();
  return (...key) => {
    const name = JSON.stringify(key);
    const known = asked.get(name);
    if (known) return known;
    const promise = read(...key);
    asked.set(name, promise);
    setImmediate(() => asked.delete(name));
    return promise;
  };
}
