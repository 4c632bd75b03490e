"use client";

import { CalendarCheck, CalendarClock, CalendarX, CalendarX2 } from "lucide-react";
import { type ReactNode, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { lazy } from "@/app/_ui/lazy";
import { useDesk } from "@/app/(desk)/desk";
import type { CommitmentView } from "@/lib/commitments/list";
import type { ConversationView } from "@/lib/conversations/types";
import { reopenPromise } from "./calls";
import { useStateWords } from "./use-promise-words";
import { useDeed } from "./use-promises";

const PromiseForm = lazy(async () => ({ default: (await import("./promise-form")).PromiseForm }));

export type FormKind = "keep" | "move" | "withdraw" | "handOver" | "change";

/** One promise: what, until when, who keeps it, and what can be done with it here. */
export function PromiseLine({
  one,
  view,
  about,
}: {
  one: CommitmentView;
  /** The conversation on screen, whose messages can be named; null on the list. */
  view: ConversationView | null;
  /** Who it was promised to, where that is not plain. */
  about?: ReactNode;
}) {
  const t = useTranslations("promises");
  const { me } = useDesk();
  const words = useStateWords();
  const deed = useDeed(one.conversationId);
  const [form, setForm] = useState<FormKind | null>(null);
  const isOpen = one.state === "open" || one.state === "broken";
  const isBroken = one.state === "broken" || one.outcome === "kept_late";

  return (
    <li className="flex flex-col gap-1.5" data-promise={one.id}>
      <div className="flex items-start gap-2.5">
        <Icon
          of={icons[one.outcome]}
          size={15}
          className={`mt-0.5 shrink-0 ${one.state === "broken" ? "text-now" : "text-ink-2"}`}
        />
        <div className="min-w-0 flex-1">
          <p className="words" dir="auto">
            {one.text}
          </p>
          <p className={`type-meta ${isBroken ? "text-now" : "text-ink-2"}`}>{words(one)}</p>
          <p className="text-ink-3 type-meta">
            {[
              one.owner ? t("keptBy", { name: one.owner.name }) : t("nobody"),
              one.moves.length > 0 ? t("moved", { count: one.moves.length }) : "",
              one.note ?? "",
            ]
              .filter((part) => part !== "")
              .join(" · ")}
          </p>
          {about}
        </div>
      </div>
      {me.canTriage && form === null ? (
        <div className="flex flex-wrap gap-1.5 pl-6">
          {isOpen ? (
            <>
              <Button onClick={() => setForm("keep")}>{t("do.keep")}</Button>
              <Button look="plain" onClick={() => setForm("move")}>
                {t("do.move")}
              </Button>
              <Button look="plain" onClick={() => setForm("withdraw")}>
                {t("do.withdraw")}
              </Button>
              <Button look="plain" onClick={() => setForm("handOver")}>
                {t("do.handOver")}
              </Button>
              {one.state === "open" ? (
                <Button look="plain" onClick={() => setForm("change")}>
                  {t("do.change")}
                </Button>
              ) : null}
            </>
          ) : (
            <Button
              look="plain"
              onClick={() =>
                void deed({ ask: () => reopenPromise(one.id, one.version), said: t("said.reopened") })
              }
            >
              {t("do.reopen")}
            </Button>
          )}
        </div>
      ) : null}
      {form ? (
        <Suspense fallback={null}>
          <PromiseForm kind={form} one={one} view={view} onClose={() => setForm(null)} />
        </Suspense>
      ) : null}
    </li>
  );
}

const icons = {
  open: CalendarClock,
  kept: CalendarCheck,
  kept_late: CalendarCheck,
  broken: CalendarX,
  withdrawn: CalendarX2,
};
