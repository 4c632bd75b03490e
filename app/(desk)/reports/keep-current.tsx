"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect } from "react";
import { gather } from "@/app/_live/gather";
import { withSocket } from "@/app/_live/socket";

/** Figures of weeks do not have to jump with every answer. */
const lookEveryMs = 15_000;
const countingMs = 4_000;

/** Pages that are asked again as a whole when figures have moved; the others keep themselves. */
const pages = /^\/reports\/(times|targets|workload)/;

/** Draws a report anew when its figures have moved, and often while they are still being counted. */
export function KeepCurrent({ isCounting }: { isCounting: boolean }) {
  const router = useRouter();
  const path = usePathname();
  const isKept = pages.test(path);
  useEffect(() => {
    if (!isKept) return;
    return withSocket((socket) => {
      const moved = gather<null>(lookEveryMs, () => {
        if (document.visibilityState === "visible") router.refresh();
      });
      const look = () => moved.add(null);
      socket.on("reports", look);
      return () => void socket.off("reports", look);
    });
  }, [isKept, router]);
  useEffect(() => {
    if (!isCounting) return;
    const timer = setInterval(() => router.refresh(), countingMs);
    return () => clearInterval(timer);
  }, [isCounting, router]);
  return null;
}
