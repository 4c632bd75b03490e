"use client";

import { Fragment } from "react";

export type Mark = { from: number; to: number; tone: "gap" | "mention" | "fact" };

/** A text with some of its stretches marked; marks that overlap an earlier one are left out. */
export function MarkedText({ text, marks }: { text: string; marks: readonly Mark[] }) {
  const sorted = [...marks].sort((a, b) => a.from - b.from);
  let at = 0;
  return (
    <>
      {sorted.map((mark) => {
        if (mark.from < at) return null;
        const before = text.slice(at, mark.from);
        at = mark.to;
        return (
          <Fragment key={mark.from}>
            {before}
            <mark className={tones[mark.tone]}>{text.slice(mark.from, mark.to)}</mark>
          </Fragment>
        );
      })}
      {text.slice(at)}
    </>
  );
}

const tones = {
  gap: "rounded-key bg-now-soft text-inherit shadow-[0_2px_0_var(--now)]",
  mention: "rounded-key bg-accent-soft text-inherit",
  fact: "rounded-key bg-now-soft text-inherit shadow-[0_2px_0_var(--now)]",
};
