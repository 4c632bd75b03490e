"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { CalendarCheck, Unplug } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import { listPromises, promiseKeys } from "./calls";
import { PromiseRows } from "./promise-rows";

const whoses = ["mine", "team", "all"] as const;
type Whose = (typeof whoses)[number];
type State = (typeof states)[number];
const firstPage: { cursor: string | null } = { cursor: null };
const states = ["open", "due", "overdue", "closed"] as const;

/** Mine, my teams', or all; open by date, those that show in the queue, those not kept, those settled. */
export function PromiseList() {
  const t = useTranslations("promises");
  const [whose, setWhose] = useState<Whose>("team");
  const [state, setState] = useState<State>("open");
  const { data, error, refetch, hasNextPage, fetchNextPage, isPending } = useInfiniteQuery({
    queryKey: promiseKeys.list(whose, state),
    queryFn: ({ pageParam }) => listPromises(whose, state, pageParam.cursor),
    initialPageParam: firstPage,
    getNextPageParam: (page) => (page.next === null ? null : { cursor: page.next }),
    refetchInterval: 60_000,
  });
  const items = data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <Choice<Whose>
          label={t("list.whose")}
          values={whoses}
          value={whose}
          onChange={setWhose}
          say={(one) => t(`list.${one}`)}
        />
        <Choice<State>
          label={t("list.state")}
          values={states}
          value={state}
          onChange={setState}
          say={(one) => t(`list.${one}`)}
        />
      </div>
      {error && !data ? (
        <EmptyState
          icon={Unplug}
          title={t("failed")}
          actions={<Button onClick={() => void refetch()}>{t("again")}</Button>}
        >
          {wordsOf(error)}
        </EmptyState>
      ) : null}
      {isPending ? (
        <p role="status" className="text-ink-3">
          {t("loading")}
        </p>
      ) : null}
      {data && items.length === 0 ? (
        <EmptyState icon={CalendarCheck} title={t("list.empty")}>
          {t("list.emptyText")}
        </EmptyState>
      ) : null}
      <PromiseRows items={items} />
      {hasNextPage ? <Button onClick={() => void fetchNextPage()}>{t("list.more")}</Button> : null}
    </>
  );
}

function Choice<Value extends string>({
  label,
  values,
  value,
  onChange,
  say,
}: {
  label: string;
  values: readonly Value[];
  value: Value;
  onChange(value: Value): void;
  say(value: Value): string;
}) {
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="sr-only">{label}</legend>
      {values.map((one) => (
        <Button
          key={one}
          look={one === value ? "ink" : "outline"}
          aria-pressed={one === value}
          onClick={() => onChange(one)}
        >
          {say(one)}
        </Button>
      ))}
    </fieldset>
  );
}
