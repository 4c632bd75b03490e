import type { ReactNode } from "react";

/** A part of the profile: what it is about at the left, its fields beside it. */
export function Part({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <section className="grid gap-x-8 gap-y-4 border-line border-t py-6 first:border-t-0 first:pt-0 wide:grid-cols-[11rem_minmax(0,1fr)]">
      <div className="flex flex-col gap-1">
        <h3 className="font-semibold type-message">{title}</h3>
        {text ? <p className="text-ink-3 type-meta">{text}</p> : null}
      </div>
      <div className="flex min-w-0 flex-col gap-5">{children}</div>
    </section>
  );
}
