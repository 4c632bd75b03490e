"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Go } from "@/app/_ui/go";
import { gesturesOfCustomer, promiseKeys, promisesOfCustomer } from "./calls";
import { GestureLine } from "./gestures-in-context";
import { PromiseLine } from "./promise-line";
import { useMoney } from "./use-amount";

const FEW = 5;

/** On the page of a customer: everything promised to them, the open ones first, and what they were given. */
export function PromisesOfCustomer({ id }: { id: string }) {
  const t = useTranslations("promises");
  const [all, setAll] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: promiseKeys.ofCustomer(id),
    queryFn: () => promisesOfCustomer(id),
  });
  const shown = all ? (data ?? []) : (data ?? []).slice(0, FEW);
  const hidden = (data?.length ?? 0) - shown.length;

  return (
    <section aria-label={t("heading")} className="flex flex-col gap-3">
      <h2 className="font-semibold">{t("heading")}</h2>
      {error && !data ? (
        <p className="text-ink-2">
          {t("failed")}{" "}
          <Button look="link" onClick={() => void refetch()}>
            {t("again")}
          </Button>
        </p>
      ) : null}
      {data && data.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      {shown.length > 0 ? (
        <ul className="flex flex-col gap-3">
          {shown.map((one) => (
            <PromiseLine key={one.id} one={one} view={null} about={<Where of={one.conversationNumber} />} />
          ))}
        </ul>
      ) : null}
      {hidden > 0 ? (
        <Button look="plain" onClick={() => setAll(true)}>
          {t("earlier", { count: hidden })}
        </Button>
      ) : null}
      <GesturesOfCustomer id={id} />
    </section>
  );
}

/** What they were given, in all their conversations; given it is from within one of them. */
function GesturesOfCustomer({ id }: { id: string }) {
  const t = useTranslations("promises.gestures");
  const money = useMoney();
  const { data } = useQuery({
    queryKey: promiseKeys.gesturesOfCustomer(id),
    queryFn: () => gesturesOfCustomer(id),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      <h3 className="font-medium">{t("heading")}</h3>
      {data.thisYear.map((sum) => (
        <p key={sum.currency} className="text-ink-2">
          {t("thisYear", { count: sum.count, sum: money(sum.amountMinor, sum.currency) })}
        </p>
      ))}
      <ul className="flex flex-col gap-2">
        {data.items.map((one) => (
          <GestureLine key={one.id} one={one} />
        ))}
      </ul>
    </div>
  );
}

function Where({ of }: { of: number }) {
  return (
    <Go href={`/queue?c=${of}`} className="text-ink-2 type-meta underline-offset-4 hover:underline">
      #{of}
    </Go>
  );
}
