import type { ReactNode } from "react";

/** What a report is about in one sentence, and at the right what narrows or takes it away. */
export function ReportHead({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <header className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="flex max-w-170 flex-col gap-1">
        <h2 className="type-zone">{title}</h2>
        <p className="text-ink-2">{text}</p>
      </div>
      {children ? <div className="flex flex-wrap items-center gap-2 print:hidden">{children}</div> : null}
    </header>
  );
}
