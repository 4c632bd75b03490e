"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Time } from "@/app/_ui/time";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { Conditions } from "@/lib/moderation/rule";
import type { RuleTried } from "@/lib/moderation/try-rule";

const DAYS = 7;
const PATIENCE_MS = 30_000;

/** What a rule would have hit last week, before anybody switches it on. */
export function DryRun({
  conditions,
  brandId,
  isEmpty,
}: {
  conditions: Conditions;
  brandId: string | null;
  isEmpty: boolean;
}) {
  const t = useTranslations("settings.rules.try");
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<RuleTried | null>(null);
  const [failed, setFailed] = useState<string | null>(null);

  async function run() {
    setBusy(true);
    setFailed(null);
    try {
      setFound(
        await api("POST /moderation-rules/try", {
          body: { conditions, brandId, days: DAYS },
          timeoutMs: PATIENCE_MS,
        }),
      );
    } catch (error) {
      setFound(null);
      setFailed(wordsOf(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <section className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-3">
        <Button disabled={busy || isEmpty} onClick={() => void run()}>
          {t(busy ? "busy" : "run", { days: DAYS })}
        </Button>
        <p role="status" className={failed ? "text-now" : "text-ink-2"}>
          {failed ?? (found ? t("found", { hits: found.hits, looked: found.looked }) : null)}
        </p>
      </div>
      {found && found.items.length > 0 ? (
        <ul className="scrolls max-h-60 divide-y divide-line rounded-card border border-line">
          {found.items.map((item) => (
            <li key={`${item.conversationId} ${item.at}`} className="flex items-baseline gap-3 px-3 py-1.5">
              <span className="shrink-0 font-medium">{item.customerName}</span>
              <span className="min-w-0 flex-1 truncate text-ink-2" dir="auto">
                {item.excerpt}
              </span>
              <Time at={item.at} className="shrink-0 text-ink-3 type-meta" />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
