import type { Language } from "@/db/enums";
import { sentence } from "@/lib/sentences";

/**
 * A form that was closed, renamed, or never was: for customers, so without a way into the desk. The status 404 is
 * set in server/public-form.ts.
 */
export function NoSuchForm({ language }: { language: Language }) {
  return (
    <main lang={language} className="grid min-h-dvh place-items-center bg-canvas px-4 py-12 text-ink">
      <div className="flex max-w-[32rem] flex-col gap-3 rounded-form border border-line bg-surface p-8">
        <h1 className="type-form-title">{sentence(language, "form.missing.title")}</h1>
        <p className="text-ink-2 type-field">{sentence(language, "form.missing.text")}</p>
      </div>
    </main>
  );
}
