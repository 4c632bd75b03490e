import type { ReactNode } from "react";
import { Logo } from "@/app/_ui/logo";
import { LanguageChoice } from "./language-choice";

/** The page before the desk: one column of words and fields, and a quiet half beside it. */
export function Sheet({
  title,
  text,
  aside,
  foot,
  children,
}: {
  title: ReactNode;
  text?: ReactNode;
  aside: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="grid min-h-dvh wide:grid-cols-2">
      <main className="flex flex-col bg-canvas px-6 py-10 desk:px-16 desk:py-16">
        <div className="mx-auto flex w-full max-w-132 flex-1 flex-col">
          <Logo className="mb-14 max-desk:mb-8" />
          <h1 className="mb-2 text-balance type-figure max-desk:type-form-title">{title}</h1>
          {text ? <p className="mb-6 text-ink-2 type-field">{text}</p> : null}
          {children}
          <div className="mt-auto flex items-center justify-between gap-4 pt-10">
            {foot ?? <span />}
            <LanguageChoice />
          </div>
        </div>
      </main>
      <aside className="hidden items-center justify-center border-line border-l bg-sunken p-16 wide:flex">
        <div className="max-w-96">{aside}</div>
      </aside>
    </div>
  );
}
