"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Time } from "@/app/_ui/time";
import type { ConversationView } from "@/lib/conversations/types";

/** What this person did without words, the rhythm of their orders, and which customers they are among. */
export function SignalsInContext({ view }: { view: ConversationView }) {
  return <SignalsOf customerId={view.customer.id} version={view.row.version} shown={5} heading="h3" />;
}

export function SignalsOf({
  customerId,
  version,
  shown,
  heading: Heading,
}: {
  customerId: string;
  version: number;
  shown: number;
  heading: "h2" | "h3";
}) {
  const t = useTranslations("signalLine");
  const { data, error } = useQuery({
    queryKey: ["signals", customerId, version],
    queryFn: () => api("GET /customers/{id}/signals", { params: { id: customerId } }),
    placeholderData: (before) => before,
  });
  if (error && !data) return <p className="text-ink-2">{t("failed")}</p>;
  if (!data || (data.count === 0 && !data.hasObjected)) return null;
  const { rhythm, segment } = data;
  return (
    <section aria-label={t("title")} className="flex flex-col gap-1.5">
      <Heading className="flex items-baseline justify-between font-semibold">
        {t("title")}
        <span className="font-normal text-ink-2">
          {segment && t.has(`segments.${segment}`)
            ? t(`segments.${segment}`)
            : t("count", { count: data.count })}
        </span>
      </Heading>
      {data.hasObjected ? <p className="text-ink-2">{t("objected")}</p> : null}
      {rhythm ? (
        <p className={rhythm.hasStopped ? "font-medium text-ink" : "text-ink-2"}>
          {t(rhythm.hasStopped ? "stopped" : "rhythm", { usual: rhythm.ownDays, since: rhythm.daysSince })}
        </p>
      ) : null}
      <ul className="flex flex-col gap-1">
        {data.items.slice(0, shown).map((one) => (
          <li key={one.id} className="flex justify-between gap-3">
            <span className="min-w-0 truncate" dir="auto">
              {t(`kinds.${one.kind}`)}
              <Detail of={one.details} />
            </span>
            <Time at={one.at} className="shrink-0 text-ink-3" />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The one thing that says most about a sign. */
export function Detail({ of }: { of: { [name: string]: unknown } }) {
  const found = ["product", "reason", "campaign", "order", "shop"].map((name) => of[name]).find(Boolean);
  return typeof found === "string" || typeof found === "number" ? (
    <span className="text-ink-2"> · {String(found)}</span>
  ) : null;
}
