import type { ReactNode } from "react";
import { Go } from "@/app/_ui/go";
import { Definition } from "./definition";

/**
 * One figure: what it is, the number, and what it rests on. What is underlined with dots opens exactly the rows that its
 * own number counts: `valueHref` those of the large number, `href` those of the line below, `also.href` its own. Null
 * where nothing holds just these rows. `definition` is a key of `metrics`; null where the page itself says what is counted.
 */
export function Figure({
  title,
  definition,
  value,
  of,
  href,
  valueHref = null,
  also = null,
  tone = "plain",
  children,
}: {
  title: string;
  definition: string | null;
  value: string;
  of: string;
  href: string | null;
  valueHref?: string | null;
  /** A second thing that it rests on, with its own rows: "and 14 still waiting". */
  also?: { text: string; href: string } | null;
  tone?: "plain" | "now";
  children?: ReactNode;
}) {
  return (
    <section
      aria-label={title}
      className="flex min-w-0 flex-col rounded-card border border-line bg-surface px-4 py-3 print:break-inside-avoid"
    >
      <div className="flex min-h-6 items-center justify-between gap-1">
        <h3 className="min-w-0 text-ink-2">{title}</h3>
        <span className="-mr-1.5">{definition === null ? null : <Definition of={definition} />}</span>
      </div>
      <p className={`type-figure ${tone === "now" ? "text-now" : ""}`}>
        {valueHref ? (
          <Go
            href={valueHref}
            className="underline decoration-1 decoration-dotted underline-offset-6 hover:text-ink-2"
          >
            {value}
          </Go>
        ) : (
          value
        )}
      </p>
      <p>
        {href ? (
          <Go
            href={href}
            className="text-ink-2 underline decoration-dotted underline-offset-4 hover:text-ink"
          >
            {of}
          </Go>
        ) : (
          <span className="text-ink-2">{of}</span>
        )}
        {also ? (
          <>
            {" "}
            <Go
              href={also.href}
              className="text-ink-2 underline decoration-dotted underline-offset-4 hover:text-ink"
            >
              {also.text}
            </Go>
          </>
        ) : null}
      </p>
      {children}
    </section>
  );
}
