import type { ReactNode } from "react";

/** One question and its answer on a report. */
export function Card({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section
      aria-label={title}
      className="flex min-w-0 flex-col gap-3 rounded-card border border-line bg-surface p-4 print:break-inside-avoid"
    >
      <header className="flex min-h-7 items-center justify-between gap-3">
        <h3 className="font-semibold">{title}</h3>
        {aside}
      </header>
      {children}
    </section>
  );
}
