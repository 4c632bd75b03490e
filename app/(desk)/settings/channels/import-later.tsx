"use client";

import { Suspense } from "react";
import { lazy } from "@/app/_ui/lazy";

const ImportFile = lazy(async () => ({ default: (await import("./import-file")).ImportFile }));

/** The import comes after the page: most who look at a channel import nothing. */
export function ImportLater({ channelId, kind }: { channelId: string; kind: string }) {
  return (
    <Suspense fallback={null}>
      <ImportFile channelId={channelId} kind={kind} />
    </Suspense>
  );
}
