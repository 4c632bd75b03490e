"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Check, ChevronDown, ChevronUp, X } from "lucide-react";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { IconButton } from "@/app/_ui/icon-button";
import { toast } from "@/app/_ui/toast";
import { show } from "@/app/(desk)/actions/show";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { StepName, FirstSteps as Steps } from "@/lib/organisation/first-steps";

const places: Record<StepName, string> = {
  hours: "/settings/schedules",
  channel: "/settings/channels/new",
  reply: "/queue",
  people: "/settings/people",
  target: "/settings/targets",
  keys: "",
};

const heldSteps = ["first-steps"] as const;

/**
 * The beginning of a new installation, above the desk: what is done is read from what is there. The first real reply
 * ends it; what is left then can be put away.
 */
export function FirstSteps() {
  const t = useTranslations("welcome.steps");
  const client = useQueryClient();
  const path = usePathname();
  const { data } = useQuery({
    queryKey: [...heldSteps, path],
    queryFn: () => api("GET /first-steps"),
    staleTime: 0,
    placeholderData: (before) => before,
    // A reply leaves by itself some seconds after it was written.
    refetchInterval: (query) => (query.state.data?.isAway ? false : 5_000),
  });
  const [unfoldedHere, setUnfoldedHere] = useState(false);
  if (!data || data.isAway) return null;
  // On a telephone the card would take half the screen of every page: it begins folded there.
  const isFolded = data.isFolded || (!unfoldedHere && matchMedia("(max-width: 767px)").matches);

  async function fold(card: "open" | "folded" | "away") {
    setUnfoldedHere(card === "open");
    client.setQueriesData<Steps>({ queryKey: heldSteps }, (before) =>
      before ? { ...before, isFolded: card !== "open", isAway: card === "away" } : before,
    );
    await api("PUT /first-steps", { body: { card } }).catch((error) =>
      toast({ tone: "failed", text: wordsOf(error) }),
    );
    await client.invalidateQueries({ queryKey: heldSteps });
  }

  async function showKeys() {
    show("help");
    await api("POST /first-steps/key-card").catch(() => {});
    await client.invalidateQueries({ queryKey: heldSteps });
  }

  const done = data.steps.filter(({ isDone }) => isDone).length;
  const next = data.steps.find(({ isDone }) => !isDone);
  return (
    <section aria-label={t("title")} className="shrink-0 border-line border-b bg-surface px-4 py-2">
      <header className="flex items-center gap-3">
        <h2 className="font-semibold">{t(data.isOver ? "over" : "title")}</h2>
        <span className="text-ink-2 max-desk:hidden">
          {isFolded && next
            ? t("next", { step: t(`names.${next.name}`) })
            : t("count", { done, all: data.steps.length })}
        </span>
        <span className="ml-auto flex items-center gap-1">
          <IconButton
            icon={isFolded ? ChevronDown : ChevronUp}
            label={t(isFolded ? "unfold" : "fold")}
            aria-expanded={!isFolded}
            onClick={() => void fold(isFolded ? "open" : "folded")}
          />
          {data.isOver ? (
            <IconButton icon={X} label={t("putAway")} onClick={() => void fold("away")} />
          ) : null}
        </span>
      </header>
      {isFolded ? null : (
        <ol className="mt-1 mb-1 grid gap-x-6 desk:grid-cols-3">
          {data.steps.map(({ name, isDone }) => (
            <li key={name} className="flex items-start gap-2.5 py-1.5">
              <span
                aria-hidden
                className={`mt-0.5 inline-flex size-4.5 shrink-0 items-center justify-center rounded-full ${isDone ? "bg-accent text-on-accent" : "border border-line-strong"}`}
              >
                {isDone ? <Icon of={Check} size={12} /> : null}
              </span>
              <span className="min-w-0 flex-1">
                {isDone ? (
                  <span className="text-ink-3">
                    {t(`names.${name}`)}
                    <span className="sr-only"> {t("done")}</span>
                  </span>
                ) : name === "keys" ? (
                  <button
                    type="button"
                    className="font-medium text-accent hover:underline"
                    onClick={() => void showKeys()}
                  >
                    {t("names.keys")}
                  </button>
                ) : (
                  <Go href={places[name]} className="font-medium text-accent hover:underline">
                    {t(`names.${name}`)}
                  </Go>
                )}
                {isDone ? null : <span className="block text-ink-2 type-meta">{t(`hints.${name}`)}</span>}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
