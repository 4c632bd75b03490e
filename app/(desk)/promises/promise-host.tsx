"use client";

import { Suspense, useEffect, useState } from "react";
import { lazy } from "@/app/_ui/lazy";
import { onPromise, type Wanted } from "./want-promise";

const PromiseDialog = lazy(async () => ({ default: (await import("./promise-dialog")).PromiseDialog }));

/** The place on the desk where a promise is written down. */
export function PromiseHost() {
  const [wanted, setWanted] = useState<Wanted | null>(null);
  useEffect(() => onPromise(setWanted), []);
  return (
    <Suspense fallback={null}>
      {wanted ? <PromiseDialog wanted={wanted} onClose={() => setWanted(null)} /> : null}
    </Suspense>
  );
}
