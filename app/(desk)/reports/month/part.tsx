import type { ReactNode } from "react";

/** One part of the page; on paper without a frame. */
export function Part({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section
      aria-label={title}
      className="flex min-w-0 flex-col gap-2 rounded-card border border-line bg-surface p-4 print:break-inside-avoid print:gap-1 print:border-0 print:p-0"
    >
      <header className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="font-semibold">{title}</h3>
        {aside ? <span className="text-ink-2 type-meta">{aside}</span> : null}
      </header>
      {children}
    </section>
  );
}
