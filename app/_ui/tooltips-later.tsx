"use client";

import { Suspense, useEffect, useState } from "react";
import { lazy } from "./lazy";

const Tooltips = lazy(async () => ({ default: (await import("./tooltips")).Tooltips }));

/** Tooltips from the first sign of a pointer or of the keyboard on. */
export function TooltipsLater() {
  const [wanted, want] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    function begin() {
      stop.abort();
      want(true);
    }
    for (const sign of ["pointermove", "focusin"]) addEventListener(sign, begin, { signal: stop.signal });
    return () => stop.abort();
  }, []);
  return <Suspense fallback={null}>{wanted ? <Tooltips /> : null}</Suspense>;
}
