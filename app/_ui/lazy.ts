"use client";

import { lazy as once } from "react";

const againMs = 1_500;

/**
 * React's `lazy` for a line that may be cut: what could not be fetched is asked for again instead of taking the page
 * down with it, and is not there until then.
 */
export const lazy: typeof once = (load) => once(() => patiently(load));

async function patiently<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch (error) {
      if (!(error instanceof Error && error.name === "ChunkLoadError")) throw error;
      await new Promise((resolve) => setTimeout(resolve, againMs));
    }
  }
}
