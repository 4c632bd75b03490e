"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Gift } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Select, TextField } from "@/app/_ui/field";
import { Icon } from "@/app/_ui/icon";
import { useDay } from "@/app/_ui/time";
import { toast } from "@/app/_ui/toast";
import { useDesk } from "@/app/(desk)/desk";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import { type GestureKind, gestureKinds } from "@/db/enums";
import type { CommitmentView } from "@/lib/commitments/list";
import type { ConversationView } from "@/lib/conversations/types";
import type { GestureView } from "@/lib/gestures/list";
import { gesturesOf, giveGesture, grantGesture, promiseKeys, refuseGesture, withdrawGesture } from "./calls";
import { useAmount, useMoney } from "./use-amount";
import { newestOf, useDeed } from "./use-promises";

/** What this person was given, how much this year, and what may still be given without asking. */
export function GesturesInContext({
  view,
  promises,
}: {
  view: ConversationView;
  promises: CommitmentView[];
}) {
  const t = useTranslations("promises.gestures");
  const { me } = useDesk();
  const money = useMoney();
  const [giving, setGiving] = useState(false);
  const { data } = useQuery({
    queryKey: [...promiseKeys.gestures(view.row.id), newestOf(view)],
    queryFn: () => gesturesOf(view.row.id),
    placeholderData: (before) => before,
  });
  if (!data) return null;
  const { items, thisYear, currency, leftMinor } = data;
  return (
    <div className="flex flex-col gap-2">
      <h4 className="flex items-center justify-between gap-2 font-medium">
        {t("heading")}
        {me.canTriage && !giving ? (
          <Button look="plain" icon={Gift} onClick={() => setGiving(true)}>
            {t("give")}
          </Button>
        ) : null}
      </h4>
      {thisYear.map((sum) => (
        <p key={sum.currency} className="text-ink-2">
          {t("thisYear", { count: sum.count, sum: money(sum.amountMinor, sum.currency) })}
        </p>
      ))}
      {items.length > 0 ? (
        <ul className="flex flex-col gap-2">
          {items.slice(0, 5).map((one) => (
            <GestureLine key={one.id} one={one} />
          ))}
        </ul>
      ) : null}
      {giving ? (
        <GiveForm
          conversationId={view.row.id}
          currency={currency}
          leftMinor={leftMinor}
          promises={promises}
          onClose={() => setGiving(false)}
        />
      ) : null}
    </div>
  );
}

export function GestureLine({ one }: { one: GestureView }) {
  const t = useTranslations("promises.gestures");
  const ui = useTranslations("ui");
  const client = useQueryClient();
  const day = useDay();
  const money = useMoney();
  const [refusing, setRefusing] = useState(false);
  const [reason, setReason] = useState("");
  const deed = useDeed(one.conversationId);

  function decide(ask: () => Promise<unknown>, said: string) {
    ask()
      .then(
        () => toast({ tone: "done", text: said, seconds: 6 }),
        (error: unknown) => toast({ tone: "failed", text: wordsOf(error) }),
      )
      .finally(() => void client.invalidateQueries({ queryKey: promiseKeys.all }));
  }

  return (
    <li className="flex flex-col gap-1">
      <p className="flex items-start gap-2">
        <Icon of={Gift} size={15} className="mt-0.5 shrink-0 text-ink-2" />
        <span className="min-w-0 flex-1">
          {t(`kinds.${one.kind}`)} {money(one.amountMinor, one.currency)}
          <span className="block text-ink-2 type-meta">
            {t(`states.${one.state}`, {
              by: (one.state === "asked" ? one.askedBy : one.decidedBy)?.name ?? "",
              when: day(one.decidedAt ?? one.askedAt),
            })}
            {one.note ? ` · ${one.note}` : ""}
            {one.refusedBecause ? ` · ${one.refusedBecause}` : ""}
          </span>
        </span>
      </p>
      {one.may.length > 0 ? (
        <div className="flex flex-wrap gap-1.5 pl-6">
          {one.may.includes("decide") && !refusing ? (
            <>
              <Button look="accent" onClick={() => decide(() => grantGesture(one.id), t("said.granted"))}>
                {t("grant")}
              </Button>
              <Button onClick={() => setRefusing(true)}>{t("refuse")}</Button>
            </>
          ) : null}
          {one.may.includes("withdraw") ? (
            <Button
              look="plain"
              onClick={() =>
                void deed({
                  ask: () => withdrawGesture(one.id),
                  said: t("said.withdrawn"),
                  back: () =>
                    giveGesture(one.conversationId, {
                      kind: one.kind,
                      amountMinor: one.amountMinor,
                      currency: one.currency,
                      note: one.note,
                      commitmentId: one.commitmentId,
                    }),
                })
              }
            >
              {t("withdraw")}
            </Button>
          ) : null}
        </div>
      ) : null}
      {refusing ? (
        <form
          className="ml-6 flex flex-col gap-2"
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.stopPropagation();
            setRefusing(false);
          }}
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim()) decide(() => refuseGesture(one.id, reason.trim()), t("said.refused"));
          }}
        >
          <TextField
            label={t("reason")}
            autoFocus
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <div className="flex flex-wrap gap-1.5">
            <Button type="submit" disabled={reason.trim() === ""}>
              {t("refuse")}
            </Button>
            <Button look="plain" onClick={() => setRefusing(false)}>
              {ui("cancel")}
            </Button>
          </div>
        </form>
      ) : null}
    </li>
  );
}

function GiveForm({
  conversationId,
  currency,
  leftMinor,
  promises,
  onClose,
}: {
  conversationId: string;
  currency: string;
  leftMinor: number | null;
  promises: CommitmentView[];
  onClose(): void;
}) {
  const t = useTranslations("promises.gestures");
  const ui = useTranslations("ui");
  const money = useMoney();
  const deed = useDeed(conversationId);
  const [kind, setKind] = useState<GestureKind>("refund");
  const [amount, setAmount] = useState("");
  const [note, setNote] = useState("");
  const [commitmentId, setCommitment] = useState("");
  const { minor: amountMinor, problem } = useAmount()(amount, currency);
  const isAbove = leftMinor !== null && amountMinor !== null && amountMinor > leftMinor;

  async function give() {
    if (amountMinor === null) return;
    const given: string[] = [];
    const isDone = await deed({
      async ask() {
        const body = {
          kind,
          amountMinor,
          currency,
          note: note.trim() || null,
          commitmentId: commitmentId || null,
        };
        const done = await giveGesture(conversationId, body);
        given.push(done.id);
        return done;
      },
      said: t(isAbove ? "said.asked" : "said.given"),
      back: () => Promise.all(given.map(withdrawGesture)),
    });
    if (isDone) onClose();
  }

  return (
    <form
      className="flex flex-col gap-3 rounded-row border border-line bg-surface p-3"
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <Select
        label={t("kind")}
        value={kind}
        onChange={(event) => setKind(gestureKinds.find((one) => one === event.target.value) ?? "refund")}
        options={gestureKinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
      />
      <div aria-live="polite">
        <TextField
          label={t("amount", { currency })}
          inputMode="decimal"
          value={amount}
          onChange={(event) => setAmount(event.target.value)}
          hint={
            isAbove
              ? t("above")
              : leftMinor === null
                ? t("noLimit")
                : t("left", { sum: money(leftMinor, currency) })
          }
          error={problem}
        />
      </div>
      {promises.length > 0 ? (
        <Select
          label={t("forPromise")}
          aside={ui("optional")}
          value={commitmentId}
          onChange={(event) => setCommitment(event.target.value)}
          options={[
            { value: "", label: t("forNone") },
            ...promises.map((one) => ({ value: one.id, label: one.text })),
          ]}
        />
      ) : null}
      <TextField
        label={t("note")}
        aside={ui("optional")}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="flex justify-end gap-2">
        <Button look="plain" onClick={onClose}>
          {ui("cancel")}
        </Button>
        <Button type="submit" look="accent" disabled={amountMinor === null}>
          {t(isAbove ? "ask" : "give")}
        </Button>
      </div>
    </form>
  );
}
