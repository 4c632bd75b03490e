"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { PromiseRows } from "@/app/(desk)/promises/promise-rows";
import { Card } from "@/app/(desk)/reports/card";
import type { Person } from "@/lib/conversations/types";
import type { Now } from "@/lib/reports/slice";

/** What is promised for today, and to whom; asked again when their number has moved. */
export function PromisesToday({ now, brand }: { now: Now; brand: Person | null }) {
  const t = useTranslations("reportNow");
  const { data } = useQuery({
    queryKey: ["promises", "today", now.today, now.promisesToday, brand?.id ?? null],
    queryFn: () =>
      api("GET /commitments", {
        query: {
          whose: "all",
          state: "open",
          until: now.endOfToday,
          limit: 50,
          ...(brand ? { brandId: brand.id } : {}),
        },
      }),
    placeholderData: (before) => before,
    enabled: now.promisesToday > 0,
  });
  const items = (data?.items ?? []).filter(({ state }) => state === "open");
  return (
    <div id="promises" className="scroll-mt-4">
      <Card
        title={t("promises")}
        aside={<span className="text-ink-2">{t("n", { n: now.promisesToday })}</span>}
      >
        {now.promisesToday === 0 ? (
          <p className="text-ink-2">{t("noPromises")}</p>
        ) : (
          <PromiseRows items={items} />
        )}
      </Card>
    </div>
  );
}
