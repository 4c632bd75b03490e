"use client";

import { Hourglass, ShieldAlert, Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { useNow } from "@/app/_ui/now";
import { useLasted } from "@/app/_ui/time";
import { toast } from "@/app/_ui/toast";
import { approveHeld, bypassHeld, cancelDelivery, returnHeld, withdrawHeld } from "@/app/(desk)/calls";
import { useDesk } from "@/app/(desk)/desk";
import { firstName } from "@/app/(desk)/queue/first-name";
import { offerUndo } from "@/app/(desk)/triage/undoable";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { ConversationView, HeldView } from "@/lib/conversations/types";
import { nameOfFinding } from "@/lib/replies/check-public";
import { OurText } from "../conversation/linked-text";
import { giveBackHeld } from "./given-back";
import { useHeld } from "./use-held";

/** Who asks whom since when, the exact words, and the three answers to them. Whoever asked can take it back. */
export function ApprovalCard({ held, view }: { held: HeldView; view: ConversationView }) {
  const t = useTranslations("composer.approval");
  const ui = useTranslations("ui");
  const { me } = useDesk();
  const lasted = useLasted();
  const now = useNow();
  const [text, setText] = useState<string | null>(null);
  const [comment, setComment] = useState<string | null>(null);
  const ask = useHeld(view.row.id);
  const isMine = held.author.id === me.id;
  const mine = isMine ? "me" : "other";
  const customer = firstName(view.row.customerName);
  const may = new Set(held.may);

  async function approve(seen: string | null, confirmed: string[]) {
    const done = await ask.run(() =>
      approveHeld(held.id, { digest: held.digest, seen, text: text === held.text ? null : text, confirmed }),
    );
    const { delivery } = done ?? {};
    if (!delivery) return;
    const seconds = Math.max(1, Math.round((Date.parse(delivery.sendAfter) - Date.now()) / 1000));
    const takeBack = () =>
      void cancelDelivery(delivery.deliveryId).catch((error: unknown) =>
        toast({ tone: "failed", text: wordsOf(error) }),
      );
    offerUndo(takeBack, seconds);
    toast({
      tone: "done",
      text: t("approved", { author: firstName(held.author.name), customer }),
      seconds,
      action: { label: ui("undo"), keys: "z", run: takeBack },
    });
  }

  async function withdraw() {
    if ((await ask.run(() => withdrawHeld(held.id))) && isMine) giveBackHeld(view, held);
  }

  return (
    <section
      aria-label={t("title")}
      className="mx-4 mb-3 overflow-hidden rounded-card border-[1.5px] border-line-strong bg-surface max-desk:mx-2.5"
    >
      <header className="flex items-center gap-2.5 bg-sunken px-4 py-2">
        <Avatar name={held.author.name} of="agent" size={24} />
        <p className="min-w-0 flex-1 truncate">
          {held.state === "returned"
            ? t("returnedBy", { name: firstName(held.decidedBy?.name ?? "") })
            : t.rich("asks", {
                strong: (words) => <strong className="font-semibold">{words}</strong>,
                mine,
                author: firstName(held.author.name),
                who: held.approver ? "one" : "team",
                approver: firstName(held.approver?.name ?? ""),
                customer,
              })}
        </p>
        <span className="flex shrink-0 items-center gap-1.5 rounded-control border border-line bg-surface px-2 py-0.5 type-meta">
          <Icon of={Hourglass} size={14} />
          {lasted(Date.parse(held.at), Math.max(now, Date.parse(held.at)))}
        </span>
      </header>
      <div className="flex flex-col gap-3 px-4 py-3">
        <p className="text-ink-2 type-meta">
          {t("to", { people: [...held.recipients.to, ...held.recipients.cc].join(", ") || customer })}
          {held.reason === "legal" ? ` · ${t("legal")}` : ""}
          {held.fellBackAt ? ` · ${t("late")}` : ""}
        </p>
        {text === null ? (
          <p className="words max-w-[68ch] type-message" dir="auto">
            <OurText text={held.text} />
          </p>
        ) : (
          <textarea
            value={text}
            onChange={(event) => setText(event.target.value)}
            rows={Math.min(9, text.split("\n").length + 1)}
            aria-label={t("change")}
            dir="auto"
            className="w-full rounded-control border border-line-strong bg-surface px-2.5 py-1.5 type-message"
          />
        )}
        {held.files.length > 0 ? (
          <p className="text-ink-2">{held.files.map((file) => file.name).join(", ")}</p>
        ) : null}
        {held.comment ? (
          <blockquote className="border-note border-l-2 pl-3 type-message" dir="auto">
            {held.comment}
          </blockquote>
        ) : null}
        {ask.newer ? (
          <p role="alert" className="flex items-start gap-2 text-now">
            <Icon of={ShieldAlert} size={16} className="mt-0.5" />
            {t(`newer.${ask.newer.kind}`, { by: ask.newer.by, text: ask.newer.excerpt })}
          </p>
        ) : held.isStale && may.has("approve") ? (
          <p className="flex items-center gap-2 text-today">
            <Icon of={ShieldAlert} size={16} />
            {t("stale")}
          </p>
        ) : null}
        {ask.findings.length > 0 ? (
          <p role="alert" className="text-now">
            {t("findings", { what: ask.findings.map((one) => one.text).join(", ") })}
          </p>
        ) : null}
        {comment === null ? (
          <div className="flex flex-wrap items-center gap-2">
            {may.has("approve") ? (
              <>
                <Button
                  look={held.mode === "public" ? "public" : "accent"}
                  disabled={ask.isBusy}
                  onClick={() => void approve(ask.newer?.seen ?? null, ask.findings.map(nameOfFinding))}
                >
                  {ask.newer || ask.findings.length > 0
                    ? t("allTheSame")
                    : t(held.sendAt ? "approveLater" : text === null ? "approve" : "approveChanged")}
                </Button>
                {text === null ? (
                  <Button onClick={() => setText(held.text)}>{t("change")}</Button>
                ) : (
                  <Button onClick={() => setText(null)}>{t("unchange")}</Button>
                )}
                <Button onClick={() => setComment("")}>{t("return")}</Button>
              </>
            ) : null}
            {may.has("withdraw") ? (
              <Button disabled={ask.isBusy} onClick={() => void withdraw()}>
                {t(held.state === "returned" ? "editAgain" : "withdraw")}
              </Button>
            ) : null}
            {may.has("bypass") ? (
              <Button
                look="danger"
                disabled={ask.isBusy}
                onClick={() => void ask.run(() => bypassHeld(held.id))}
              >
                {t("bypass")}
              </Button>
            ) : null}
            <span className="ml-auto text-ink-3">
              {held.state === "awaiting" ? t(isMine ? "clockRuns" : "editVoids") : null}
            </span>
          </div>
        ) : (
          <form
            className="flex flex-wrap items-center gap-2"
            onSubmit={(event) => {
              event.preventDefault();
              void ask.run(() => returnHeld(held.id, comment)).then((done) => done && setComment(null));
            }}
          >
            <input
              // biome-ignore lint/a11y/noAutofocus: it was asked for by the button that it replaces.
              autoFocus
              value={comment}
              onChange={(event) => setComment(event.target.value)}
              aria-label={t("comment")}
              placeholder={t("comment")}
              className="h-8 min-w-40 flex-1 rounded-control border border-line-strong bg-surface px-2.5 max-desk:h-11"
            />
            <button type="submit" disabled={comment.trim() === "" || ask.isBusy} className={returnButton}>
              <Icon of={Undo2} size={15} />
              {t("doReturn")}
            </button>
            <Button look="plain" onClick={() => setComment(null)}>
              {ui("cancel")}
            </Button>
          </form>
        )}
      </div>
    </section>
  );
}

const returnButton =
  "inline-flex h-7 items-center gap-2 rounded-control bg-accent px-2.5 font-semibold text-on-accent disabled:opacity-55 max-desk:h-11";
