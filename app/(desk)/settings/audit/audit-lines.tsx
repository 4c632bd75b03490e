"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Time } from "@/app/_ui/time";
import { toast } from "@/app/_ui/toast";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { AuditLine } from "@/lib/audit/read-audit";
import { useChangesOf } from "./changes";
import { useLimitWords } from "./limit-words";

type Page = { items: AuditLine[]; names: { [id: string]: string }; next: string | null };

/** Each change in one line: who, what, when; what it was and is unfolds. */
export function AuditLines({ first }: { first: Page }) {
  const t = useTranslations("settings.audit");
  const changesOf = useChangesOf();
  const limitOf = useLimitWords();
  const [page, setPage] = useState(first);
  const [busy, setBusy] = useState(false);

  async function more() {
    setBusy(true);
    try {
      const next = await api("GET /audit", { query: { cursor: page.next } });
      setPage({
        items: [...page.items, ...next.items],
        names: { ...page.names, ...next.names },
        next: next.next,
      });
    } catch (error) {
      toast({ tone: "failed", text: wordsOf(error) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <ul className="divide-y divide-line rounded-card border border-line">
        {page.items.map((line) => {
          const changes = changesOf(line, page.names);
          const key = line.event.replace(".", "_");
          return (
            <li key={line.id} className="px-4 py-2">
              <details className="group">
                <summary
                  className={`flex flex-wrap items-baseline gap-x-3 gap-y-0.5 ${changes.length > 0 ? "cursor-pointer" : "pointer-events-none list-none"}`}
                >
                  <span className="min-w-0 flex-1 basis-60">
                    <span className="font-medium">{line.by ?? t("system")}</span>{" "}
                    {limitOf(line, page.names) ??
                      (t.has(`events.${key}`)
                        ? t(`events.${key}`, {
                            about: line.about ?? "",
                            named: line.about === null ? "no" : "yes",
                          })
                        : line.event)}
                  </span>
                  <Time at={line.at} className="text-ink-3 type-meta" />
                </summary>
                <dl className="mt-1 flex flex-col gap-0.5 text-ink-2 type-meta">
                  {changes.map(({ name, before, after }) => (
                    <div key={name} className="flex flex-wrap gap-x-2">
                      <dt>{name}</dt>
                      <dd className="min-w-0 break-words">
                        {before === "" ? after : `${before} → ${after === "" ? "–" : after}`}
                      </dd>
                    </div>
                  ))}
                </dl>
              </details>
            </li>
          );
        })}
      </ul>
      {page.next ? (
        <div className="mt-4">
          <Button disabled={busy} onClick={more}>
            {t("older")}
          </Button>
        </div>
      ) : null}
    </>
  );
}
