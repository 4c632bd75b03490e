import type { ReactNode } from "react";
import { Definition } from "@/app/(desk)/reports/definition";
import { scrollEdges } from "@/app/(desk)/reports/scroll-edges";

/** One part of the page, kept together on paper. */
export function Part({
  title,
  definition = null,
  text,
  children,
}: {
  title: string;
  /** A key of `metrics`: what its figures are. */
  definition?: string | null;
  text?: string;
  children: ReactNode;
}) {
  return (
    <section aria-label={title} className="flex flex-col gap-3 print:break-inside-avoid">
      <div className="flex max-w-170 flex-col gap-1">
        <div className="flex items-center gap-0.5">
          <h3 className="type-zone">{title}</h3>
          {definition === null ? null : <Definition of={definition} />}
        </div>
        {text ? <p className="text-ink-2">{text}</p> : null}
      </div>
      {children}
    </section>
  );
}

export const tableClass = "w-full min-w-120 text-left";
export const headClass = "px-3 py-2 font-normal text-ink-3 type-meta whitespace-nowrap";
export const cellClass = "px-3 py-2 align-top";

/** A table that may be wider than the screen. */
export function Sheet({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen can be scrolled by keyboard
      tabIndex={0}
      className="scrolls overflow-x-auto rounded-card border border-line print:overflow-visible"
      style={scrollEdges}
    >
      {children}
    </section>
  );
}
