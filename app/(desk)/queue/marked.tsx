import type { ReactNode } from "react";
import type { Snippet } from "@/lib/conversations/types";

/** Words with those that were looked for marked; what stands before the first mark is cut to keep it in sight. */
export function Marked({ text, marks }: Snippet) {
  const [first] = marks;
  const from = first && first[0] > LEAD ? text.lastIndexOf(" ", first[0] - LEAD / 2) + 1 : 0;
  const parts: ReactNode[] = from > 0 ? ["… "] : [];
  let at = from;
  for (const [start, end] of marks) {
    parts.push(
      text.slice(at, start),
      <mark key={start} className="rounded-speaker bg-accent-soft font-medium text-ink">
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  return <>{[...parts, text.slice(at)]}</>;
}

const LEAD = 24;
