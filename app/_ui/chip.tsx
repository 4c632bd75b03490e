import type { ReactNode } from "react";

/** A fact about a conversation: 24 px, outlined, never coloured except when it is about *now*. */
export function Chip({ children, tone = "plain" }: { children: ReactNode; tone?: "plain" | "now" }) {
  return <span className={chipClass(tone)}>{children}</span>;
}

/** The same look for a chip that is a button. */
export function chipClass(tone: "plain" | "now" = "plain"): string {
  return `inline-flex h-6 max-w-60 shrink-0 items-center gap-1.5 truncate rounded-control px-2 type-row font-medium ${
    tone === "now" ? "bg-now-soft text-now" : "border border-line text-ink-2"
  }`;
}
