"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Radio } from "lucide-react";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Select } from "@/app/_ui/field";
import { Go } from "@/app/_ui/go";
import { Time } from "@/app/_ui/time";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import { signalKinds } from "@/db/enums";
import { Detail } from "./in-context";

/** The newest signs first, of one kind or all. */
export function Latest() {
  const t = useTranslations("signals");
  const format = useFormatter();
  const [kind, setKind] = useState("");
  const { data, error, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery({
    queryKey: ["signals", "latest", kind],
    initialPageParam: "",
    queryFn: ({ pageParam }) => {
      const chosen = signalKinds.find((one) => one === kind);
      return api("GET /signals", {
        query: { ...(chosen ? { kind: chosen } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
      });
    },
    getNextPageParam: (page) => page.next,
  });
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="latest" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <h2 id="latest" className="type-zone">
          {t("latest")}
        </h2>
        <Select
          label={t("imports.fields.kind")}
          value={kind}
          onChange={(event) => setKind(event.target.value)}
          options={[
            { value: "", label: t("all") },
            ...signalKinds.map((one) => ({ value: one, label: t(`kinds.${one}`) })),
          ]}
        />
      </div>
      {error ? <p className="text-now">{wordsOf(error)}</p> : null}
      {data && items.length === 0 ? (
        <EmptyState icon={Radio} title={t("empty.title")}>
          {t("empty.text")}
        </EmptyState>
      ) : null}
      {items.length > 0 ? (
        <ul className="divide-y divide-line rounded-card border border-line bg-surface">
          {items.map((one) => (
            <li
              key={one.id}
              className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 px-4 py-2"
            >
              <span className="min-w-0 flex-1 basis-52 truncate" dir="auto">
                <Go href={`/customers/${one.customerId}`} className="font-medium hover:underline">
                  {one.customerName}
                </Go>{" "}
                · {t(`kinds.${one.kind}`)}
                <Detail of={one.details} />
              </span>
              <span className="flex gap-3 text-ink-2 tabular-nums">
                {one.amountMinor !== null && one.currency !== null
                  ? format.number(one.amountMinor / 100, { style: "currency", currency: one.currency })
                  : null}
                <Time at={one.at} className="text-ink-3" />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {hasNextPage ? (
        <div>
          <Button disabled={isFetching} onClick={() => void fetchNextPage()}>
            {t("more")}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
