"use client";

import { ArrowRight, BellRing, UserRoundPlus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { Message } from "@/app/(desk)/conversation/message";
import { useConversation } from "@/app/(desk)/conversation/use-conversation";
import { useDesk } from "@/app/(desk)/desk";
import { useTriage } from "@/app/(desk)/triage/actions";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { ListedRow } from "@/lib/conversations/types";
import { Nudge } from "./nudge";

const lastFew = 3;

/** The last that was said, and what a manager does about it, without leaving the page. */
export function Peek({ row }: { row: ListedRow }) {
  const t = useTranslations("reportNow");
  const { me } = useDesk();
  const triage = useTriage();
  const { data: view, error } = useConversation(row.id, null);
  const [isNudging, setNudging] = useState(false);
  const messages = view?.timeline.filter((item) => item.type === "message") ?? [];
  return (
    <section
      aria-label={t("peek", { name: row.customerName })}
      className="flex flex-col gap-3 px-2 pt-1 pb-4"
    >
      {error && !view ? <p className="text-now">{wordsOf(error)}</p> : null}
      {view ? (
        <div className="flex flex-col gap-4 rounded-row bg-canvas p-3">
          {messages.length > lastFew ? (
            <p className="text-ink-3 type-meta">{t("earlier", { n: messages.length - lastFew })}</p>
          ) : null}
          {messages.slice(-lastFew).map((message) => (
            <Message key={message.id} message={message} view={view} />
          ))}
        </div>
      ) : null}
      {isNudging ? (
        <Nudge row={row} onDone={() => setNudging(false)} />
      ) : (
        <div className="flex flex-wrap gap-2">
          {me.canTriage ? (
            <Button
              icon={UserRoundPlus}
              look="accent"
              onClick={(event) => triage.choose("assign", row, event.currentTarget)}
            >
              {t("give")}
            </Button>
          ) : null}
          {me.canNote && (row.assigneeId !== null || row.teamId !== null) ? (
            <Button icon={BellRing} onClick={() => setNudging(true)}>
              {t("nudge")}
            </Button>
          ) : null}
          <Go
            href={`/queue?c=${row.number}`}
            className="inline-flex min-h-7 items-center gap-1 px-2 text-accent underline-offset-4 hover:underline max-desk:min-h-11"
          >
            {t("openIt")}
            <Icon of={ArrowRight} size={14} />
          </Go>
        </div>
      )}
    </section>
  );
}
