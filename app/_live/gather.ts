/**
 * Hands on what comes, the first at once, what follows within `everyMs` together: a flood of pushes is drawn ten times
 * a second and not fifty.
 */
export function gather<T>(
  everyMs: number,
  handOn: (items: T[]) => void,
): { add(item: T): void; flush(): void } {
  let items: T[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;

  function flush() {
    if (items.length === 0) return;
    const all = items;
    items = [];
    handOn(all);
  }

  function due() {
    timer = null;
    if (items.length === 0) return;
    flush();
    timer = setTimeout(due, everyMs);
  }

  return {
    add(item) {
      items.push(item);
      if (timer !== null) return;
      flush();
      timer = setTimeout(due, everyMs);
    },
    flush,
  };
}
