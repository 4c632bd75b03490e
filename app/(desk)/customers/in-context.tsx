"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Ban, UserRoundCheck } from "lucide-react";
import { Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { lazy } from "@/app/_ui/lazy";
import { useKeyOf } from "@/app/(desk)/actions/keyboard";
import { useDesk } from "@/app/(desk)/desk";
import type { ConversationView } from "@/lib/conversations/types";
import { decideSame, type Verdict } from "./decide-same";
import { Reasons } from "./reasons";
import { type Suggested, useSuggestions } from "./use-suggestions";

const MergeDialog = lazy(async () => ({ default: (await import("./merge-dialog")).MergeDialog }));

/** Who may be the same person, with the reasons and one key for each answer; what they asked of us; the way to their page. */
export function CustomerInContext({ view }: { view: ConversationView }) {
  const t = useTranslations("samePerson");
  const { customer } = view;
  const suggestions = useSuggestions(customer.id, view.row.version);
  const [first] = suggestions;
  return (
    <>
      {customer.erasedAt !== null ? (
        <p className="text-ink-2">{t("erased")}</p>
      ) : customer.doNotContactAt !== null || customer.noProfileAt !== null ? (
        <p className="flex gap-2 rounded-row bg-now-soft px-3 py-2 text-now">
          <Icon of={Ban} size={15} className="mt-0.5 shrink-0" />
          {customer.doNotContactAt !== null ? t("doNotContact") : t("noProfile")}
        </p>
      ) : null}
      {first ? <Suggestion suggestion={first} more={suggestions.length - 1} /> : null}
      <Go
        href={`/customers/${customer.id}`}
        className="self-start font-medium text-accent underline-offset-4 hover:underline"
      >
        {t("page")}
      </Go>
    </>
  );
}

export function Suggestion({ suggestion, more }: { suggestion: Suggested; more: number }) {
  const t = useTranslations("samePerson");
  const ui = useTranslations("ui");
  const keyOf = useKeyOf();
  const client = useQueryClient();
  const { me } = useDesk();
  const [isComparing, setComparing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const { other } = suggestion;
  const mayDecide = me.role !== "observer" && me.role !== "junior";

  async function decide(verdict: Verdict) {
    setBusy(true);
    const words = {
      same: t("saidSame", { name: other.name }),
      two: t("saidTwo", { name: other.name }),
      undo: ui("undo"),
    };
    await decideSame(client, suggestion, verdict, words);
    setBusy(false);
  }

  return (
    <section
      aria-label={t("title")}
      className="flex flex-col gap-2 rounded-row border border-line px-3 py-2.5"
    >
      <p className="flex items-start gap-2 font-medium">
        <Icon of={UserRoundCheck} size={15} className="mt-0.5 shrink-0 text-ink-2" />
        <span className="min-w-0" dir="auto">
          {t("question")}{" "}
          {[other.name, ...other.identities.slice(0, 2).map(({ display }) => display), other.city]
            .filter(Boolean)
            .join(", ")}
        </span>
      </p>
      <Reasons reasons={suggestion.reasons} />
      {mayDecide ? (
        <div className="flex flex-wrap gap-2">
          <Button
            look="accent"
            keys={keyOf("samePerson")}
            disabled={isBusy}
            data-same-person="same"
            onClick={() => decide("same")}
          >
            {t("same")}
          </Button>
          <Button
            keys={keyOf("twoPeople")}
            disabled={isBusy}
            data-same-person="two"
            onClick={() => decide("two")}
          >
            {t("two")}
          </Button>
          <Button disabled={isBusy} onClick={() => setComparing(true)}>
            {t("compare")}
          </Button>
        </div>
      ) : null}
      {more > 0 ? <p className="text-ink-3 type-meta">{t("more", { count: more })}</p> : null}
      {isComparing ? (
        <Suspense fallback={null}>
          <MergeDialog oneId={suggestion.ownId} otherId={other.id} onClose={() => setComparing(false)} />
        </Suspense>
      ) : null}
    </section>
  );
}
