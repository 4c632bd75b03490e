"use client";

import { CheckCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button, buttonClass } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Go } from "@/app/_ui/go";
import { Time } from "@/app/_ui/time";
import { toast } from "@/app/_ui/toast";
import { useFileSize } from "@/app/(desk)/conversation/files";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { InboundItem, InboundKind } from "@/lib/inbound/list-parked";

/** Items with their raw source; what could not be read can be tried again, one or all. */
export function ParkedList({
  items,
  kind,
  next,
  mayRetry,
}: {
  items: InboundItem[];
  kind: InboundKind;
  next: string | null;
  mayRetry: boolean;
}) {
  const t = useTranslations("settings.parked");
  const size = useFileSize();
  const router = useRouter();
  const [busy, setBusy] = useState(false);

  async function run(call: () => Promise<unknown>, done: string) {
    setBusy(true);
    try {
      await call();
      toast({ tone: "done", text: done, seconds: 6 });
      router.refresh();
    } catch (error) {
      toast({ tone: "failed", text: wordsOf(error) });
    } finally {
      setBusy(false);
    }
  }

  if (items.length === 0) {
    return (
      <EmptyState icon={CheckCheck} title={t(`empty.${kind}.title`)}>
        {t(`empty.${kind}.text`)}
      </EmptyState>
    );
  }
  return (
    <>
      {kind === "parked" && mayRetry ? (
        <div className="mb-3">
          <Button disabled={busy} onClick={() => run(() => api("POST /inbound/retry-all"), t("retriedAll"))}>
            {t("retryAll")}
          </Button>
        </div>
      ) : null}
      <ul className="divide-y divide-line rounded-card border border-line">
        {items.map((item) => (
          <li key={item.id} className="flex flex-wrap items-center gap-3 px-4 py-3">
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium" dir="auto">
                {item.filed
                  ? (item.filed.subject ?? item.filed.from ?? t("noSubject"))
                  : (item.failure?.detail ?? t("unreadable"))}
              </p>
              <p className="text-ink-2 type-meta">
                {item.channelName} · <Time at={item.receivedAt} /> · {size(item.size)}
                {item.filed
                  ? ` · ${t.has(`reasons.${item.filed.reason}`) ? t(`reasons.${item.filed.reason}`) : item.filed.reason}`
                  : ""}
                {item.attempts > 1 ? ` · ${t("attempts", { count: item.attempts })}` : ""}
              </p>
            </div>
            <a href={`/api/v1/inbound/${item.id}/raw`} className={buttonClass("plain")} download>
              {t("raw")}
            </a>
            {item.failure && mayRetry ? (
              <Button
                disabled={busy}
                onClick={() =>
                  run(() => api("POST /inbound/{id}/retry", { params: { id: item.id } }), t("retried"))
                }
              >
                {t("retry")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {next ? (
        <Go href={next} className={`mt-4 ${buttonClass("outline")}`}>
          {t("older")}
        </Go>
      ) : null}
    </>
  );
}
