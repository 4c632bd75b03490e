"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { Time, useMoment } from "@/app/_ui/time";
import { useGo } from "@/app/(desk)/place";
import { AnswerField } from "./answer-field";
import { askKeys, listMyAsks } from "./calls";

/** Questions that wait for me, answered here also where the conversation itself is not mine to see. */
export function MyAsks({ onClose }: { onClose(): void }) {
  const t = useTranslations("asks");
  const ui = useTranslations("ui");
  const moment = useMoment();
  const client = useQueryClient();
  const go = useGo();
  const { data: asks = [] } = useQuery({ queryKey: askKeys.mine, queryFn: listMyAsks });
  return (
    <Dialog title={t("mine")} closeLabel={ui("close")} onClose={onClose}>
      {asks.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <ul className="flex flex-col divide-y divide-line">
        {asks.map((ask) => (
          <li key={ask.id} className="flex flex-col gap-2 py-3 first:pt-0">
            <p className="flex items-baseline justify-between gap-3">
              <span className="font-medium">
                {t("mineOf", { asker: ask.askedBy?.name ?? "", customer: ask.customerName })}
              </span>
              <span className="shrink-0 text-ink-3 type-meta">
                {ask.dueAt ? t("byFor", { time: moment(ask.dueAt) }) : moment(ask.at)}
              </span>
            </p>
            <p className="whitespace-pre-wrap" dir="auto">
              {ask.question}
            </p>
            {ask.quoted.map((one) => (
              <blockquote
                key={`${one.at} ${one.text.slice(0, 20)}`}
                className="max-h-40 overflow-auto whitespace-pre-wrap border-line border-l-2 pl-3 text-ink-2"
                dir="auto"
              >
                <span className="block text-ink-3 type-meta">
                  {one.author}, <Time at={one.at} />
                </span>
                {one.text}
              </blockquote>
            ))}
            {ask.isSeen ? (
              <span>
                <Button
                  onClick={() => {
                    onClose();
                    go({ open: ask.conversationNumber });
                  }}
                >
                  {t("open")}
                </Button>
              </span>
            ) : (
              <p className="text-ink-3 type-meta">{t("notSeen")}</p>
            )}
            <AnswerField
              askId={ask.id}
              onDone={() => void client.invalidateQueries({ queryKey: askKeys.mine })}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
