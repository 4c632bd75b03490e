"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { held } from "@/app/_live/keys";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { Time } from "@/app/_ui/time";
import { toast } from "@/app/_ui/toast";
import { useDesk } from "@/app/(desk)/desk";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { AskView } from "@/lib/asks/list-asks";
import type { QueueRow } from "@/lib/conversations/types";
import { AnswerField } from "./answer-field";
import { askKeys, withdrawAsk } from "./calls";
import { useAskWords } from "./use-ask-words";

/** Every question about a conversation, with what became of it. */
export function AskList({ row, asks, onClose }: { row: QueueRow; asks: AskView[]; onClose(): void }) {
  const t = useTranslations("asks");
  const ui = useTranslations("ui");
  const client = useQueryClient();
  const words = useAskWords();
  const { me } = useDesk();

  function refresh() {
    void client.invalidateQueries({ queryKey: held.conversation(row.id) });
    void client.invalidateQueries({ queryKey: askKeys.of(row.id) });
    void client.invalidateQueries({ queryKey: askKeys.mine });
  }

  function withdraw(ask: AskView) {
    withdrawAsk(ask.id).then(
      () => {
        refresh();
        toast({ tone: "done", text: t("takenBack", { name: ask.asked.name }), seconds: 5 });
        onClose();
      },
      (error: unknown) => toast({ tone: "failed", text: wordsOf(error) }),
    );
  }

  return (
    <Dialog title={t("list")} closeLabel={ui("close")} onClose={onClose}>
      <ul className="flex flex-col divide-y divide-line">
        {asks.map((ask) => (
          <li key={ask.id} className="flex flex-col gap-2 py-3 first:pt-0">
            <p className="flex items-baseline justify-between gap-3">
              <span className="font-medium">{words(ask)}</span>
              <Time at={ask.answeredAt ?? ask.at} className="shrink-0 text-ink-3 type-meta" />
            </p>
            <p className="whitespace-pre-wrap text-ink-2" dir="auto">
              {ask.question}
            </p>
            {ask.state === "open" && ask.mail !== "sent" ? (
              <p className={`type-meta ${ask.mail === "failed" ? "text-now" : "text-ink-3"}`}>
                {t(ask.mail === "failed" ? "mailFailed" : ask.mail === "none" ? "mailNone" : "mailWaiting")}
              </p>
            ) : null}
            {ask.state === "open" && ask.isForMe && me.canNote ? (
              <AnswerField
                askId={ask.id}
                onDone={() => {
                  refresh();
                  onClose();
                }}
              />
            ) : null}
            {ask.state === "open" && me.canNote && ask.askedBy?.id === me.id ? (
              <span>
                <Button onClick={() => withdraw(ask)}>{t("withdraw")}</Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
