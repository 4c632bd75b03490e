"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Ban, ContactRound, Download, SearchX, Upload } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Avatar } from "@/app/_ui/avatar";
import { Button, buttonClass } from "@/app/_ui/button";
import { Chip } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { Select, TextField } from "@/app/_ui/field";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { useDay } from "@/app/_ui/time";
import { useDesk } from "@/app/(desk)/desk";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { Api } from "@/app/api/v1/index";

/** Everybody outside whom I may see, found by anything they ever used. */
export function CustomerList() {
  const t = useTranslations("customers");
  const { me, brands } = useDesk();
  const [text, setText] = useState("");
  const [brandId, setBrand] = useState("");
  const [tag, setTag] = useState("");
  const asked = { text: useDeferredValue(text.trim()), brandId: brandId || null, tag: tag || null };
  const list = useInfiniteQuery({
    queryKey: ["customers", asked],
    queryFn: ({ pageParam, signal }) =>
      api("GET /customers", {
        query: { ...without(asked), ...(pageParam ? { cursor: pageParam } : {}), limit: 50 },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  });
  const tags = useQuery({ queryKey: ["customers", "tags"], queryFn: () => api("GET /customers/tags") });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const isNarrowed = asked.text !== "" || asked.brandId !== null || asked.tag !== null;

  return (
    <>
      <header className="flex flex-wrap items-center gap-3">
        <h1 className="mr-auto type-title">{t("title")}</h1>
        {me.canSeeReports ? (
          <Go href="/customers/import" className={buttonClass("outline")}>
            <Icon of={Upload} size={15} />
            {t("import")}
          </Go>
        ) : null}
        {me.canSeeReports ? (
          <Go href="/privacy" className="font-medium text-accent underline-offset-4 hover:underline">
            {t("privacyRequests")}
          </Go>
        ) : null}
        {me.canSeeReports ? (
          <a href="/api/v1/customers/export" className={buttonClass("outline")} download="customers.csv">
            <Icon of={Download} size={15} />
            {t("export")}
          </a>
        ) : null}
      </header>
      <div className="grid grid-cols-[1fr_auto_auto] items-end gap-3 max-desk:grid-cols-1">
        <TextField
          label={t("search")}
          hint={t("searchHint")}
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {brands.length > 1 ? (
          <Select
            label={t("brand")}
            value={brandId}
            onChange={(event) => setBrand(event.target.value)}
            options={[
              { value: "", label: t("anyBrand") },
              ...brands.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        ) : null}
        {(tags.data?.items.length ?? 0) > 0 ? (
          <Select
            label={t("tag")}
            value={tag}
            onChange={(event) => setTag(event.target.value)}
            options={[
              { value: "", label: t("anyTag") },
              ...(tags.data?.items ?? []).map((one) => ({ value: one, label: one })),
            ]}
          />
        ) : null}
      </div>
      {list.error ? (
        <EmptyState
          icon={SearchX}
          title={t("failed")}
          actions={<Button onClick={() => void list.refetch()}>{t("again")}</Button>}
        >
          {wordsOf(list.error)}
        </EmptyState>
      ) : list.isPending ? (
        <p className="text-ink-2">{t("loading")}</p>
      ) : rows.length === 0 ? (
        <EmptyState
          icon={isNarrowed ? SearchX : ContactRound}
          title={t(isNarrowed ? "nobodyFound" : "nobody")}
        >
          {t(isNarrowed ? "nobodyFoundText" : "nobodyText")}
        </EmptyState>
      ) : (
        <ul className="flex flex-col" aria-label={t("title")} aria-busy={list.isFetching}>
          {rows.map((row) => (
            <Line key={row.id} row={row} />
          ))}
        </ul>
      )}
      {list.hasNextPage ? (
        <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("more")}
        </Button>
      ) : null}
    </>
  );
}

type Row = Api["GET /customers"]["response"]["items"][number];

function Line({ row }: { row: Row }) {
  const t = useTranslations("customers");
  const day = useDay();
  return (
    <li className="border-line border-b last:border-b-0">
      <Go
        href={`/customers/${row.id}`}
        className="flex min-h-13 items-center gap-3 rounded-row px-2 py-2 hover:bg-hover"
      >
        <Avatar name={row.name} size={28} />
        <span className="flex min-w-0 flex-1 flex-col">
          <span className="flex items-center gap-2 font-medium">
            <span className="truncate" dir="auto">
              {row.name}
            </span>
            {row.doNotContact ? <Icon of={Ban} size={15} className="shrink-0 text-now" /> : null}
            {row.doNotContact ? <span className="sr-only">{t("doNotContact")}</span> : null}
          </span>
          <span className="truncate text-ink-2">
            {[...row.identities.map(({ display }) => display), row.city].filter(Boolean).join(" · ")}
          </span>
        </span>
        <span className="flex gap-1 max-desk:hidden">
          {row.tags.slice(0, 3).map((tag) => (
            <Chip key={tag}>{tag}</Chip>
          ))}
        </span>
        <span className="shrink-0 text-right text-ink-2 type-meta">
          {t("conversations", { count: row.conversations })}
          {row.lastContactAt ? <span className="block">{day(row.lastContactAt)}</span> : null}
        </span>
      </Go>
    </li>
  );
}

function without(asked: { text: string; brandId: string | null; tag: string | null }) {
  return {
    ...(asked.text ? { text: asked.text } : {}),
    ...(asked.brandId ? { brandId: asked.brandId } : {}),
    ...(asked.tag ? { tag: asked.tag } : {}),
  };
}
