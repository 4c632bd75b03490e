import type { ReactNode } from "react";

/** One part of connecting a channel, with its number. */
export function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <section className="rounded-card border border-line p-4 max-desk:px-3">
      <h3 className="mb-3 flex items-center gap-2.5 font-semibold">
        <span
          aria-hidden
          className="grid size-6 shrink-0 place-items-center rounded-full bg-accent-soft text-accent type-meta"
        >
          {number}
        </span>
        {title}
      </h3>
      {children}
    </section>
  );
}
