"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { TrendingUp, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { IconButton } from "@/app/_ui/icon-button";
import { useMoment } from "@/app/_ui/time";
import { toast } from "@/app/_ui/toast";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import { numbersHref, useSeriesName } from "./series-name";

const LOOK_AGAIN_MS = 60_000;
const spikesKey = ["spikes"] as const;

/** What is more than usual now: expected so many, seen so many, the words that come again and again, and a way to them. */
export function SpikeBanner() {
  const t = useTranslations("spikeLine");
  const ui = useTranslations("ui");
  const nameOf = useSeriesName();
  const moment = useMoment();
  const client = useQueryClient();
  const { data = [] } = useQuery({
    queryKey: spikesKey,
    queryFn: async () => (await api("GET /spikes/now")).items,
    refetchInterval: LOOK_AGAIN_MS,
  });

  async function put(id: string, as: "seen" | "none") {
    try {
      await api("POST /spikes/{id}/dismiss", { params: { id }, body: { as } });
      toast({
        tone: "done",
        text: t(as === "none" ? "isNone" : "putAway"),
        action: { label: ui("undo"), keys: "z", run: () => void back(id) },
      });
    } catch (error) {
      toast({ tone: "failed", text: wordsOf(error) });
    }
    void client.invalidateQueries({ queryKey: spikesKey });
  }

  async function back(id: string) {
    await api("POST /spikes/{id}/restore", { params: { id } }).catch((error: unknown) =>
      toast({ tone: "failed", text: wordsOf(error) }),
    );
    void client.invalidateQueries({ queryKey: spikesKey });
  }

  if (data.length === 0) return null;
  return (
    <section
      aria-label={t("region")}
      aria-live="polite"
      className="scrolls flex max-h-[30dvh] shrink-0 flex-col gap-1 border-line border-b bg-note-soft px-4 py-1.5 print:hidden"
    >
      {data.map((spike) => (
        <div key={spike.id} className="flex items-start gap-2.5">
          <Icon of={TrendingUp} size={16} className="mt-1.5 text-note" />
          <p className="min-w-0 flex-1 py-1">
            <strong className="font-semibold">{nameOf(spike)}:</strong>{" "}
            {spike.expected === null
              ? t("seenOnly", { seen: spike.seen, hours: spike.hours })
              : t("seen", {
                  expected: Math.round(spike.expected),
                  seen: spike.seen,
                  hours: spike.hours,
                })}{" "}
            <span className="text-ink-2 max-desk:hidden">{t("since", { time: moment(spike.fromHour) })}</span>{" "}
            {spike.groups[0] ? (
              <Go
                href={numbersHref(spike.groups[0].numbers)}
                className="text-accent underline-offset-4 hover:underline max-desk:hidden"
              >
                {t("alike", { count: spike.groups[0].count, text: spike.groups[0].text.slice(0, 80) })}
              </Go>
            ) : null}{" "}
            {spike.numbers.length > 0 ? (
              <Go
                href={numbersHref(spike.numbers)}
                className="whitespace-nowrap font-medium text-accent underline-offset-4 hover:underline"
              >
                {t("show", { count: spike.numbers.length })}
              </Go>
            ) : null}{" "}
            <button
              type="button"
              onClick={() => void put(spike.id, "none")}
              className="ml-1 whitespace-nowrap text-ink-2 underline underline-offset-4 max-desk:min-h-11"
            >
              {t("none")}
            </button>
          </p>
          <IconButton icon={X} label={t("close")} size={14} onClick={() => void put(spike.id, "seen")} />
        </div>
      ))}
    </section>
  );
}
