import type { Page } from "@playwright/test";

/** What a page can tell of itself; times in milliseconds. */
export type Told = {
  /** From each key or click until what it asked for was painted, in order. */
  painted: number[];
  /** How many frames were drawn without it before. */
  frames: number[];
  longTasks: number[];
  /** The longest event of each interaction, in steps of 8 ms; those under 16 are not told and count as 16. */
  interactions: number[];
  lcp: number;
  cls: number;
};

/** Puts the instruments into every page of a context, before anything of ours runs. */
export async function instrument(page: Page): Promise<void> {
  await page.addInitScript(instruments);
}

/** What was told since the last time; forgets it. */
export function told(page: Page): Promise<Told> {
  return page.evaluate("window.benchTold()");
}

/** Says what the next key or click should bring to the screen, as the source of a function in the page. */
export async function expectNext(page: Page, isThere: string): Promise<void> {
  await page.evaluate(`window.benchExpect(() => (${isThere}))`);
}

/** Resolves once what was expected has been painted; rejects after 5 s. */
export async function seen(page: Page): Promise<void> {
  await page.evaluate("window.benchSeen()");
}

// The compiler of the bench wraps functions that have names; pages do not know its helper.
const instruments = `(() => {
  window.__name = (named) => named;
  let painted = [], frames = [], longTasks = [], interactions = new Map(), lcp = 0, cls = 0;
  let isThere = null, done = null, pending = null;
  const watch = (type, hear, more = {}) => {
    try { new PerformanceObserver((list) => list.getEntries().forEach(hear)).observe({ type, buffered: true, ...more }); } catch {}
  };
  watch("longtask", (entry) => longTasks.push(entry.duration));
  watch("largest-contentful-paint", (entry) => { lcp = entry.startTime; });
  watch("layout-shift", (entry) => { if (!entry.hadRecentInput) cls += entry.value; });
  watch("event", (entry) => {
    if (entry.interactionId) interactions.set(entry.interactionId, Math.max(entry.duration, interactions.get(entry.interactionId) ?? 0));
  }, { durationThreshold: 16 });
  const begin = (event) => {
    if (!isThere) return;
    const look = isThere, from = event.timeStamp;
    let count = 0;
    isThere = null;
    const frame = () => {
      if (!look()) { count += 1; requestAnimationFrame(frame); return; }
      // A message sent within a frame is heard after that frame has been painted.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => { painted.push(performance.now() - from); frames.push(count); done?.(); };
      channel.port2.postMessage(null);
    };
    requestAnimationFrame(frame);
  };
  addEventListener("keydown", begin, true);
  addEventListener("click", begin, true);
  window.benchExpect = (look) => {
    isThere = look;
    pending = new Promise((resolve, reject) => { done = resolve; setTimeout(() => reject(new Error("not painted: " + look)), 5000); });
    pending.catch(() => {});
  };
  window.benchSeen = () => pending;
  window.benchTold = () => {
    const all = { painted, frames, longTasks, interactions: [...interactions.values()], lcp, cls };
    painted = []; frames = []; longTasks = []; interactions = new Map();
    return all;
  };
})()`;
