/**
 * Runs something once what was drawn now is on screen: whoever pressed a key does not wait for it. Returns what calls
 * it off. A page that nobody sees paints nothing, and does not wait.
 */
export function afterPaint(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(run, 0);
  });
  timer = setTimeout(
    () => {
      cancelAnimationFrame(frame);
      run();
    },
    document.hidden ? 0 : UNSEEN_MS,
  );
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** A window behind others may get no frames although it is not hidden. */
const UNSEEN_MS = 500;
