"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, Scale } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { useNow } from "@/app/_ui/now";
import { placeHref } from "@/app/(desk)/place-of";
import type { PrivacyRequest } from "@/lib/privacy/list-requests";
import { useCalendarDay } from "./use-calendar-day";
import { privacyKey } from "./use-request";

const states = ["open", "done"] as const;

/** The open requests by their date, or those that are done. */
export function RequestList({ open }: { open: PrivacyRequest[] }) {
  const t = useTranslations("privacy");
  const [state, setState] = useState<(typeof states)[number]>("open");
  const { data, error, refetch } = useQuery({
    queryKey: [...privacyKey, "list", state],
    queryFn: async () => (await api("GET /privacy-requests", { query: { state } })).items,
    ...(state === "open" ? { initialData: open } : {}),
  });
  return (
    <main className="scrolls min-w-0 flex-1 bg-canvas">
      <div className="mx-auto flex max-w-290 flex-col gap-4 px-6 pt-5 pb-12 max-desk:px-4">
        <header className="flex flex-col gap-1">
          <Go href="/queue" className="flex h-11 items-center gap-2 text-ink-2 desk:hidden">
            <Icon of={ArrowLeft} />
            {t("back")}
          </Go>
          <h1 className="type-title">{t("title")}</h1>
          <p className="max-w-2xl text-ink-2">{t("text")}</p>
        </header>
        <div className="flex gap-2">
          {states.map((one) => (
            <Button
              key={one}
              look={one === state ? "ink" : "outline"}
              aria-pressed={one === state}
              onClick={() => setState(one)}
            >
              {t(one)}
            </Button>
          ))}
        </div>
        {error ? (
          <div role="alert" className="flex flex-col items-start gap-2">
            <p>{t("failed")}</p>
            <Button onClick={() => void refetch()}>{t("again")}</Button>
          </div>
        ) : null}
        {!data && !error ? (
          <p role="status" className="text-ink-2">
            {t("loading")}
          </p>
        ) : null}
        {data?.length === 0 ? (
          <EmptyState icon={Scale} title={t(state === "open" ? "none" : "noneDone")} />
        ) : null}
        {data && data.length > 0 ? (
          <ul aria-label={t("title")} className="flex flex-col rounded-card border border-line bg-surface">
            {data.map((request) => (
              <Line key={request.conversationId} request={request} />
            ))}
          </ul>
        ) : null}
      </div>
    </main>
  );
}

function Line({ request }: { request: PrivacyRequest }) {
  const t = useTranslations("privacy");
  const s = useTranslations("privacy.steps");
  const day = useCalendarDay();
  const now = useNow();
  const left = Date.parse(request.dueAt) - now;
  const isNear = request.doneAt === null && left < 7 * 86_400_000;
  const marks = [
    request.exportedAt ? s("exported", { date: day(request.exportedAt) }) : null,
    request.answeredAt ? s("answered", { date: day(request.answeredAt) }) : null,
    request.erasedAt ? s("erased", { date: day(request.erasedAt) }) : null,
  ].filter((mark) => mark !== null);
  return (
    <li className="border-line border-b last:border-b-0">
      <Go
        href={placeHref({ view: "all", sort: "left", q: "", open: request.number })}
        className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 px-4 py-3 hover:bg-hover"
      >
        <span className="min-w-0 flex-1 basis-60">
          <span className="block truncate font-medium" dir="auto">
            {request.customerName}
          </span>
          <span className="block truncate text-ink-2" dir="auto">
            #{request.number} · {t(`kinds.${request.kind}`)}
            {request.subject ? ` · ${request.subject}` : ""}
          </span>
        </span>
        <span className="flex flex-col items-end max-desk:items-start">
          <span className={isNear ? "font-medium text-now" : "font-medium"}>
            {request.doneAt
              ? t("doneBy", { date: day(request.doneAt), name: request.doneByName ?? "" })
              : t(left < 0 ? "lateSince" : "dueOn", { date: day(request.dueAt) })}
          </span>
          <span className="text-ink-2">
            {[t("askedOn", { date: day(request.askedAt) }), ...marks].join(" · ")}
          </span>
        </span>
      </Go>
    </li>
  );
}
