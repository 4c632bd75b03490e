"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useFormatter, useTimeZone, useTranslations } from "use-intl";
import { held } from "@/app/_live/keys";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { TextArea, TextField } from "@/app/_ui/field";
import { useMoment } from "@/app/_ui/time";
import { toast } from "@/app/_ui/toast";
import { useConversation } from "@/app/(desk)/conversation/use-conversation";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { MessageView, QueueRow } from "@/lib/conversations/types";
import { readDate } from "@/lib/text/dates";
import { askKeys, makeAsk } from "./calls";
import { type Candidate, WhoField } from "./who-field";

const MOST_SHOWN = 6;

/** Who is asked, what, by when, and which messages they may read; nothing else goes along. */
export function AskDialog({ row, onClose }: { row: QueueRow; onClose(): void }) {
  const t = useTranslations("asks");
  const ui = useTranslations("ui");
  const client = useQueryClient();
  const zone = useTimeZone() ?? "UTC";
  const format = useFormatter();
  const { data: view } = useConversation(row.id, null);
  const [who, setWho] = useState<Candidate | null>(null);
  const [question, setQuestion] = useState("");
  const [by, setBy] = useState("");
  const [quotedIds, setQuoted] = useState<string[]>([]);
  const [mayShare, setMayShare] = useState(false);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const due = by.trim() === "" ? null : readDate(by, { now: new Date(), zone });
  const isReady = who !== null && question.trim() !== "" && (by.trim() === "" || due !== null) && !sending;
  const said = (view?.timeline ?? [])
    .flatMap((item) => (item.type === "message" && /^(customer|reply)$/.test(item.kind) ? [item] : []))
    .slice(-MOST_SHOWN);

  async function send() {
    if (!who || !isReady) return;
    setSending(true);
    try {
      const dueAt = due?.at.toISOString() ?? null;
      await makeAsk(row.id, { asked: who.asked, question, dueAt, quotedIds, mayShare });
      void client.invalidateQueries({ queryKey: held.conversation(row.id) });
      void client.invalidateQueries({ queryKey: askKeys.of(row.id) });
      toast({ tone: "done", text: t("said", { name: who.name }), seconds: 6 });
      onClose();
    } catch (failure) {
      setSending(false);
      setError(wordsOf(failure));
    }
  }

  return (
    <Dialog
      title={t("title", { name: row.customerName })}
      closeLabel={ui("close")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button look="accent" disabled={!isReady} onClick={() => void send()}>
            {t("send")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <WhoField who={who} onChange={setWho} />
        <TextArea
          label={t("question")}
          value={question}
          rows={3}
          onChange={(event) => setQuestion(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send();
          }}
        />
        <div aria-live="polite">
          <TextField
            label={t("by")}
            aside={ui("optional")}
            value={by}
            onChange={(event) => setBy(event.target.value)}
            hint={due ? t("byFor", { time: format.dateTime(due.at, whenFormat) }) : t("byHint")}
            error={by.trim() !== "" && !due ? t("byUnread") : undefined}
          />
        </div>
        {said.length > 0 ? (
          <fieldset className="flex min-w-0 flex-col gap-1">
            <legend className="mb-1 font-medium type-row">{t("show")}</legend>
            {said.map((message) => (
              <Quotable
                key={message.id}
                message={message}
                name={message.agent?.name ?? message.authorName ?? row.customerName}
                checked={quotedIds.includes(message.id)}
                onChange={(isOn) =>
                  setQuoted((now) => (isOn ? [...now, message.id] : now.filter((id) => id !== message.id)))
                }
              />
            ))}
            <p className="text-ink-3 type-meta">{t(quotedIds.length === 0 ? "showNone" : "showHint")}</p>
          </fieldset>
        ) : null}
        {row.isRestricted ? (
          <label className="flex items-center gap-2.5">
            <input
              type="checkbox"
              className="size-4"
              checked={mayShare}
              onChange={(event) => setMayShare(event.target.checked)}
            />
            <span>
              {t("mayShare")} <span className="block text-ink-3 type-meta">{t("restricted")}</span>
            </span>
          </label>
        ) : null}
        {error ? (
          <p role="alert" className="text-now">
            {error}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}

function Quotable({
  message,
  name,
  checked,
  onChange,
}: {
  message: MessageView;
  name: string;
  checked: boolean;
  onChange(isOn: boolean): void;
}) {
  const moment = useMoment();
  return (
    <label className="flex min-h-8 items-center gap-2.5 max-desk:min-h-11">
      <input
        type="checkbox"
        className="size-4 shrink-0"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="min-w-0 flex-1 truncate">
        <span className="font-medium">{name}</span> <span className="text-ink-2">{message.text}</span>
      </span>
      <span className="shrink-0 text-ink-3 type-meta">{moment(message.at)}</span>
    </label>
  );
}

const whenFormat = {
  weekday: "long",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
} as const;
