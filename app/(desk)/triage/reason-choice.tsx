"use client";

import { useQuery } from "@tanstack/react-query";
import { History, MessagesSquare, Sparkles } from "lucide-react";
import { useLocale, useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Menu, type MenuItem } from "@/app/_ui/menu";
import { nameOf } from "@/lib/contact-reasons/list-name";
import type { QueueRow } from "@/lib/conversations/types";
import { useActed } from "./acted";

const kept = "avant-reasons";

/** What it was about: what its tags suggest, what I chose last, then all of them. The one it has is taken away by choosing it. */
export function ReasonChoice({
  row,
  anchor,
  onClose,
}: {
  row: QueueRow;
  anchor: Element | null;
  onClose(): void;
}) {
  const t = useTranslations("triage.reasons");
  const locale = useLocale();
  const act = useActed();
  const { data, isPending } = useQuery({
    queryKey: ["contact-reason", row.id],
    queryFn: () => api("GET /conversations/{id}/reason", { params: { id: row.id } }),
    staleTime: 0,
  });
  const all = data?.all ?? [];
  const known = new Map(all.map((reason) => [reason.id, reason]));
  const named = (id: string) => {
    const reason = known.get(id);
    return reason
      ? nameOf(reason, reason.parentId ? (known.get(reason.parentId) ?? null) : null, locale)
      : "";
  };
  const suggested = data?.suggested ?? [];
  const last = lastOnes().filter((id) => known.has(id) && !suggested.includes(id));
  const first = [...suggested, ...last];
  const item = (id: string, more: Partial<MenuItem> = {}): MenuItem => ({
    id,
    label: named(id),
    icon: MessagesSquare,
    chosen: data?.current === id,
    ...more,
  });
  // A theme with something below it is a heading of two levels; alone it can be chosen itself.
  const themes = new Set(all.flatMap(({ parentId }) => parentId ?? []));
  const rest = all.filter(({ id }) => !themes.has(id) && !first.includes(id)).map(({ id }) => item(id));

  return (
    <Menu
      anchor={anchor}
      label={t("about", { name: row.customerName })}
      placeholder={t("find")}
      empty={isPending ? t("loading") : all.length === 0 ? t("none") : t("nothing")}
      onClose={onClose}
      onPick={(id) => {
        onClose();
        const reasonId = data?.current === id ? null : id;
        if (reasonId) keep(reasonId);
        void act({
          ask: () => api("PUT /conversations/{id}/reason", { params: { id: row.id }, body: { reasonId } }),
          said: t(reasonId ? "said" : "taken", { name: row.customerName, reason: named(id) }),
          icon: MessagesSquare,
          ids: [row.id],
        });
      }}
      items={[
        ...suggested.map((id) => item(id, { icon: Sparkles, aside: t("suggested") })),
        ...last.map((id) => item(id, { icon: History, aside: t("last") })),
        ...rest,
      ]}
    />
  );
}

function lastOnes(): string[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(kept) ?? "[]");
    return Array.isArray(read) ? read.map(String).slice(0, 3) : [];
  } catch {
    return [];
  }
}

function keep(id: string): void {
  try {
    localStorage.setItem(kept, JSON.stringify([id, ...lastOnes().filter((one) => one !== id)].slice(0, 3)));
  } catch {
    // A browser that keeps nothing only forgets the order.
  }
}
