"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { held } from "@/app/_live/keys";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { TextField } from "@/app/_ui/field";
import { useLasted, useMoment } from "@/app/_ui/time";
import { toast } from "@/app/_ui/toast";
import { calm, getWhy, uncalm } from "@/app/(desk)/calls";
import { useDesk } from "@/app/(desk)/desk";
import { DueDialog } from "@/app/(desk)/due/due-dialog";
import { useDueWords } from "@/app/(desk)/promises/use-due-words";
import { offerUndo } from "@/app/(desk)/triage/undoable";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { QueueRow, Reason } from "@/lib/conversations/types";
import { firstName } from "./first-name";
import { useReason } from "./reason";

const HOUR = 3_600_000;

/** Why a row stands where it does, in words that may be read aloud to the customer, and a colleague's word against it. */
export function Why({ row, onClose }: { row: QueueRow; onClose(): void }) {
  const t = useTranslations("queue.why");
  const ui = useTranslations("ui");
  const say = useReason();
  const moment = useMoment();
  const dueWords = useDueWords();
  const lasted = useLasted();
  const client = useQueryClient();
  const { me } = useDesk();
  const [because, setBecause] = useState("");
  const [isDueShown, setDueShown] = useState(false);
  const { data: why, error } = useQuery({
    queryKey: ["why", row.id, row.version],
    queryFn: () => getWhy(row.id),
  });
  const promised = promisedIn(why?.reasons ?? []);
  const name = firstName(row.customerName);

  async function decide(ask: () => Promise<unknown>, said: string, back: (() => Promise<unknown>) | null) {
    try {
      await ask();
      void client.invalidateQueries({ queryKey: held.conversation(row.id) });
      const run = () => {
        back?.().catch((failure: unknown) => toast({ tone: "failed", text: wordsOf(failure) }));
      };
      if (back) offerUndo(run, 10);
      toast({
        tone: "done",
        text: said,
        seconds: 10,
        ...(back ? { action: { label: ui("undo"), keys: "z", run } } : {}),
      });
      onClose();
    } catch (failure) {
      toast({ tone: "failed", text: wordsOf(failure) });
    }
  }

  if (isDueShown) return <DueDialog id={row.id} version={row.version} onClose={onClose} />;
  return (
    <Dialog title={t("title", { name })} closeLabel={ui("close")} onClose={onClose}>
      {error ? (
        <p role="alert">{wordsOf(error)}</p>
      ) : !why ? (
        <p className="text-ink-3">{t("loading")}</p>
      ) : (
        <div className="flex flex-col gap-4">
          {why.hasFallenBack ? <p>{t("fallenBack")}</p> : null}
          {why.reasons.length > 0 ? (
            <ul className="list-disc pl-5">
              {why.reasons.map((reason) => (
                <li key={reason.code} className="first-letter:uppercase">
                  {say(reason)}
                </li>
              ))}
            </ul>
          ) : (
            <p>{t("nothing")}</p>
          )}
          <ul className="text-ink-2">
            {why.waitingSince ? <li>{t("waiting", { since: moment(why.waitingSince) })}</li> : null}
            {why.hours === null ? null : (
              <li>
                {t("patience", { time: lasted(0, why.hours * HOUR) })} <em>{t("notCalibrated")}</em>
              </li>
            )}
            {why.dueAt ? (
              <li>
                {t("target", { at: moment(why.dueAt) })}{" "}
                <button
                  type="button"
                  onClick={() => setDueShown(true)}
                  className="font-medium text-accent hover:underline"
                >
                  {t("whyThen")}
                </button>
              </li>
            ) : null}
            {why.promiseAt ? (
              <li>{t("promise", { at: promised ? dueWords(promised) : moment(why.promiseAt) })}</li>
            ) : null}
            {why.chance ? (
              <li>
                {t("chance", { count: why.chance.ofHundred })}{" "}
                {why.chance.isCalibrated ? null : <em>{t("notCalibrated")}</em>}
              </li>
            ) : null}
          </ul>
          {why.calmed ? (
            <div className="flex flex-col gap-2">
              <p>{t("calmed", { by: why.calmed.by ?? "", because: why.calmed.because })}</p>
              {me.canTriage ? (
                <Button onClick={() => void decide(() => uncalm(row.id), t("said.uncalmed", { name }), null)}>
                  {t("again")}
                </Button>
              ) : null}
            </div>
          ) : me.canTriage && why.reasons.length > 0 ? (
            <form
              className="flex flex-col gap-2"
              onSubmit={(event) => {
                event.preventDefault();
                void decide(
                  () => calm(row.id, because),
                  t("said.calmed", { name }),
                  () => uncalm(row.id),
                );
              }}
            >
              <TextField
                label={t("because")}
                hint={t("until")}
                value={because}
                onChange={(event) => setBecause(event.target.value)}
              />
              <Button type="submit" disabled={because.trim().length < 3}>
                {t("calm")}
              </Button>
            </form>
          ) : null}
        </div>
      )}
    </Dialog>
  );
}

/** What the promise that shows was promised for, in the house's time; null where the row does not say. */
function promisedIn(reasons: readonly Reason[]): string | null {
  const at = String(reasons.find(({ code }) => code === "promise_due")?.params.at ?? "");
  return at !== "" && at.length < 20 ? at : null;
}
