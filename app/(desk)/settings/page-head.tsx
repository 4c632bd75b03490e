import type { ReactNode } from "react";

/** The title of a page of settings, one sentence about it, and what can be begun from it. */
export function PageHead({ title, text, action }: { title: string; text?: string; action?: ReactNode }) {
  return (
    <header className="mb-5 flex items-start justify-between gap-4 max-desk:flex-col">
      <div className="flex flex-col gap-1">
        <h2 className="type-title">{title}</h2>
        {text ? <p className="text-ink-2">{text}</p> : null}
      </div>
      {action ? <div className="shrink-0">{action}</div> : null}
    </header>
  );
}
