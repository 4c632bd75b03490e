import type { Challenge } from "altcha-lib/types";

/** The server lets a challenge live for 30 minutes; one that is almost over is not worth sending. */
const freshMs = 25 * 60 * 1000;

export type Worker = { start(): void; take(): Promise<string | null>; forget(): void };

/**
 * Does the proof of work while the visitor types. The browser derives keys on threads of its own, so the page
 * stays quick. `take` resolves with null where it cannot be done (no secure context, no connection): the form then
 * goes with its token.
 */
export function openWork(address: string): Worker {
  let running: { since: number; proof: Promise<string | null> } | null = null;
  const start = () => {
    if (running && Date.now() - running.since < freshMs) return;
    running = { since: Date.now(), proof: work(address).catch(() => null) };
  };
  return {
    start,
    take: async () => {
      start();
      const proof = (await running?.proof) ?? null;
      if (proof === null) running = null;
      return proof;
    },
    forget: () => {
      running = null;
    },
  };
}

async function work(address: string): Promise<string | null> {
  // Absent on http:// pages, and in a frame inside one.
  if (!window.isSecureContext || !window.crypto?.subtle) return null;
  const response = await fetch(address, { headers: { accept: "application/json" }, credentials: "omit" });
  if (!response.ok) return null;
  const challenge: Challenge = await response.json();
  const [{ solveChallenge }, { deriveKey }] = await Promise.all([
    import("altcha-lib"),
    import("altcha-lib/algorithms/web/pbkdf2"),
  ]);
  const solution = await solveChallenge({ challenge, deriveKey, timeout: 60_000 });
  return solution ? btoa(JSON.stringify({ challenge, solution })) : null;
}
