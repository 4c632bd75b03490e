"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Go } from "@/app/_ui/go";
import { Time } from "@/app/_ui/time";
import { toast } from "@/app/_ui/toast";
import { placeHref } from "@/app/(desk)/place-of";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { HitView } from "@/lib/moderation/list-hits";

type Page = { items: HitView[]; next: string | null };

/** Everything that the rules did, the newest first, each with its way back. */
export function HitLog({ first, mayUndo }: { first: Page; mayUndo: boolean }) {
  const t = useTranslations("settings.rules.log");
  const [page, setPage] = useState(first);
  const [busy, setBusy] = useState(false);

  // Drawn anew after a rule was saved: what it did meanwhile stands on top.
  useEffect(() => setPage(first), [first]);

  async function act(call: () => Promise<void>) {
    setBusy(true);
    try {
      await call();
    } catch (error) {
      toast({ tone: "failed", text: wordsOf(error) });
    } finally {
      setBusy(false);
    }
  }

  const more = () =>
    act(async () => {
      const next = await api("GET /moderation-hits", { query: { cursor: page.next } });
      setPage({ items: [...page.items, ...next.items], next: next.next });
    });

  const undo = (hit: HitView) =>
    act(async () => {
      const { did } = await api("POST /moderation-hits/{id}/undo", { params: { id: hit.id } });
      const isWhole = did.every(({ state }) => state !== "kept");
      const items = page.items.map((one) =>
        one.id === hit.id ? { ...one, did, canUndo: false, undoneAt: new Date().toISOString() } : one,
      );
      setPage({ ...page, items });
      toast({ tone: "done", text: t(isWhole ? "undone" : "partly"), seconds: 5 });
    });

  return (
    <section aria-labelledby="hit-log" className="mt-8">
      <h3 id="hit-log" className="mb-2 font-semibold">
        {t("title")}
      </h3>
      {page.items.length === 0 ? (
        <p className="text-ink-2">{t("none")}</p>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line">
          {page.items.map((hit) => (
            <li key={hit.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
              <span className="min-w-0 flex-1 basis-60">
                <Go
                  href={placeHref({ view: "queue", sort: "left", q: "", open: hit.conversation.number })}
                  className="font-medium hover:underline"
                >
                  {hit.conversation.customerName}, #{hit.conversation.number}
                </Go>
                <span className="block truncate text-ink-2" dir="auto">
                  {hit.excerpt}
                </span>
                <span className="block text-ink-3 type-meta">
                  {hit.rule.name}:{" "}
                  {hit.did
                    .map(({ kind, state }) => t("deed", { what: t(`kinds.${kind}`), state }))
                    .join(", ")}
                </span>
              </span>
              <Time at={hit.at} className="text-ink-3 type-meta" />
              {hit.undoneAt !== null ? (
                <span className="text-ink-3 type-meta">
                  {hit.undoneBy ? t("undoneBy", { name: hit.undoneBy }) : t("isUndone")}
                </span>
              ) : mayUndo && hit.canUndo ? (
                <Button disabled={busy} onClick={() => void undo(hit)}>
                  {t("undo")}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {page.next ? (
        <Button look="plain" disabled={busy} onClick={() => void more()}>
          {t("more")}
        </Button>
      ) : null}
    </section>
  );
}
