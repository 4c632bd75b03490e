"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { Now } from "@/lib/reports/slice";

/** Nobody wants to be told more often than this what the screen shows anyway. */
const everyMs = 5_000;

const told = ["open", "unassigned", "dueWithinHour", "pastTarget", "promisesToday", "theirTurn"] as const;

/** What has changed since it was last said, for whoever hears the page instead of seeing it; empty at first. */
export function useAnnounced(now: Now): string {
  const t = useTranslations("reportNow");
  const said = useRef({ now, at: 0 });
  const [text, setText] = useState("");
  useEffect(() => {
    const wait = Math.max(0, said.current.at + everyMs - Date.now());
    const timer = setTimeout(() => {
      const before = said.current.now;
      const changed = told.filter((name) => before[name] !== now[name]);
      if (changed.length === 0) return;
      said.current = { now, at: Date.now() };
      setText(
        changed
          .map((name) => t("changed", { name: t(`figures.${name}`), n: now[name], before: before[name] }))
          .join(" "),
      );
    }, wait);
    return () => clearTimeout(timer);
  }, [now, t]);
  return text;
}
