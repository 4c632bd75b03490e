"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { held } from "@/app/_live/keys";
import { useWhereabouts } from "@/app/_live/presence";
import { Avatar } from "@/app/_ui/avatar";
import { Go } from "@/app/_ui/go";
import { getConversation } from "@/app/(desk)/first-calls";
import { Card } from "@/app/(desk)/reports/card";
import type { Person } from "@/lib/conversations/types";
import type { Now } from "@/lib/reports/slice";
import { queueHref } from "./queue-href";

/** Who is there, with how much in hand, and what they are on at this moment. Sorted by name, never by a figure. */
export function Here({ now, brand }: { now: Now; brand: Person | null }) {
  const t = useTranslations("reportNow");
  const where = useWhereabouts();
  const here = now.agents.filter(({ id, state }) => state === "here" || where.has(id));
  const others = now.agents.length - here.length;
  return (
    <Card title={t("here")} aside={<span className="text-ink-2">{t("n", { n: here.length })}</span>}>
      {here.length === 0 ? <p className="text-ink-2">{t("nobodyHere")}</p> : null}
      <ul className="flex flex-col">
        {here.map(({ id, name, open }) => (
          <li key={id} data-agent={name} className="flex items-center gap-2.5 py-1.5">
            <Avatar name={name} of="agent" size={28} />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{name}</span>
              <On at={where.get(id) ?? null} />
            </span>
            <Go
              href={queueHref(`is:open assignee:"${name}"`, brand)}
              className="shrink-0 text-ink-2 underline decoration-dotted underline-offset-4 hover:text-ink max-desk:inline-flex max-desk:min-h-11 max-desk:items-center"
            >
              {t("hasOpen", { n: open })}
            </Go>
          </li>
        ))}
      </ul>
      {others > 0 ? <p className="text-ink-2 type-meta">{t("othersAway", { n: others })}</p> : null}
    </Card>
  );
}

/** What somebody has on their screen, as far as I may see it. */
function On({ at }: { at: { conversationId: string; isWriting: boolean } | null }) {
  const t = useTranslations("reportNow");
  const { data } = useQuery({
    queryKey: held.conversation(at?.conversationId ?? ""),
    queryFn: () => getConversation(at?.conversationId ?? ""),
    enabled: at !== null,
    retry: false,
  });
  if (at === null) return <span className="block truncate text-ink-3">{t("onNothing")}</span>;
  const name = data?.row.customerName ?? "…";
  return (
    <Go
      href={data ? `/queue?c=${data.row.number}` : "/queue"}
      className="block truncate text-ink-2 hover:text-ink hover:underline"
    >
      {t(at.isWriting ? "writing" : "reading", { name })}
    </Go>
  );
}
