"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Time } from "@/app/_ui/time";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { MonthPage } from "@/lib/reports/month-page";

/** What a manager writes under the figures; kept a moment after the last key, and on paper plain text. */
export function Changed({
  month,
  brandId,
  page,
  mayWrite,
}: {
  month: string;
  brandId: string | null;
  page: MonthPage;
  mayWrite: boolean;
}) {
  const t = useTranslations("satisfaction.month");
  const [text, setText] = useState(page.changed);
  const [state, setState] = useState<"kept" | "typing" | "failed">("kept");
  const [failed, setFailed] = useState("");
  const version = useRef(page.version);
  const saved = useRef(page.changed);
  // The picking of voices makes the page newer too.
  version.current = Math.max(version.current, page.version);

  useEffect(() => {
    if (text === saved.current) return;
    setState("typing");
    const timer = setTimeout(async () => {
      try {
        const done = await api("PATCH /months/{month}", {
          params: { month },
          body: { brandId, changed: text, version: version.current },
        });
        version.current = done.version;
        saved.current = text;
        setState("kept");
      } catch (error) {
        setFailed(wordsOf(error));
        setState("failed");
      }
    }, 800);
    return () => clearTimeout(timer);
  }, [text, month, brandId]);

  const paper = (
    <p className={`whitespace-pre-line ${mayWrite ? "hidden print:block" : ""}`}>
      {text || t("nothingChanged")}
    </p>
  );
  if (!mayWrite) return paper;
  return (
    <>
      <textarea
        aria-label={t("changed")}
        value={text}
        rows={4}
        maxLength={4000}
        placeholder={t("changedHint")}
        onChange={(event) => setText(event.target.value)}
        className="w-full rounded-row border border-line-strong bg-surface px-3 py-2 type-body max-desk:text-[1rem] print:hidden"
      />
      {paper}
      <p role="status" className={`type-meta print:hidden ${state === "failed" ? "text-now" : "text-ink-3"}`}>
        {state === "failed" ? (
          failed
        ) : state === "typing" ? (
          t("saving")
        ) : page.updatedAt && page.updatedBy ? (
          <>
            {t("keptBy", { name: page.updatedBy })} <Time at={page.updatedAt} />
          </>
        ) : (
          t("autosave")
        )}
      </p>
    </>
  );
}
