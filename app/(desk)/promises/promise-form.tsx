"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Select, TextField } from "@/app/_ui/field";
import { useMoment } from "@/app/_ui/time";
import { useDesk } from "@/app/(desk)/desk";
import type { CommitmentView } from "@/lib/commitments/list";
import type { ConversationView, MessageView } from "@/lib/conversations/types";
import { excerpt } from "@/lib/text/excerpt";
import { changePromise, handOverPromise, keepPromise, movePromise, withdrawPromise } from "./calls";
import { DueField } from "./due-field";
import { OwnerField, ownerOf } from "./owner-field";
import type { FormKind } from "./promise-line";
import { useDeed } from "./use-promises";

const OUTSIDE = "outside";

/** What keeping, moving, withdrawing, handing over or rewording a promise asks for, in its own place. */
export function PromiseForm({
  kind,
  one,
  view,
  onClose,
}: {
  kind: FormKind;
  one: CommitmentView;
  view: ConversationView | null;
  onClose(): void;
}) {
  const t = useTranslations("promises");
  const ui = useTranslations("ui");
  const { me } = useDesk();
  const deed = useDeed(one.conversationId);
  const named = messagesSince(view, one);
  const agreed = named.filter((message) => message.kind === "customer" || message.kind === "call");
  const [messageId, setMessageId] = useState(kind === "keep" ? (lastOfUs(named) ?? OUTSIDE) : OUTSIDE);
  const [note, setNote] = useState("");
  const [due, setDue] = useState("");
  const [who, setWho] = useState(me.id);
  const [address, setAddress] = useState("");
  const [text, setText] = useState(one.text);
  const [busy, setBusy] = useState(false);
  const { id, version } = one;
  const owner = ownerOf(who, address);
  const isOutside = messageId === OUTSIDE;
  const isReady = {
    keep: !isOutside || note.trim() !== "",
    move: due.trim() !== "" && (!isOutside || note.trim() !== ""),
    withdraw: note.trim() !== "",
    handOver: owner !== null,
    change: text.trim() !== "",
  }[kind];

  function ask() {
    const said = { messageId: isOutside ? null : messageId, note: isOutside ? note.trim() : null };
    switch (kind) {
      case "keep":
        return keepPromise(id, { version, ...said });
      case "move":
        return movePromise(id, { version, due, agreement: said.note, agreedMessageId: said.messageId });
      case "withdraw":
        return withdrawPromise(id, version, note.trim());
      case "handOver":
        return handOverPromise(id, version, owner ?? { kind: "agent", agentId: me.id });
      case "change":
        return changePromise(id, { version, text: text.trim(), due: due.trim() || null });
    }
  }

  async function go() {
    if (!isReady || busy) return;
    setBusy(true);
    const back =
      kind === "change" && due.trim() === ""
        ? () => changePromise(id, { version: version + 1, text: one.text, due: null })
        : undefined;
    const isDone = await deed({ ask, said: t(`said.${kind}`), ...(back ? { back } : {}) });
    setBusy(false);
    if (isDone) onClose();
  }

  return (
    <form
      className="ml-6 flex flex-col gap-3 rounded-row border border-line bg-surface p-3"
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      {kind === "change" ? (
        <TextField label={t("what")} value={text} maxLength={500} onChange={(e) => setText(e.target.value)} />
      ) : null}
      {kind === "move" || kind === "change" ? (
        <DueField value={due} zone={view?.zone.name ?? null} onChange={setDue} />
      ) : null}
      {kind === "keep" ? (
        <MessagePick
          label={t("by")}
          other={t("byOutside")}
          messages={named}
          value={messageId}
          onChange={setMessageId}
        />
      ) : null}
      {kind === "move" ? (
        <MessagePick
          label={t("agreedIn")}
          other={t("agreedWords")}
          messages={agreed}
          value={messageId}
          onChange={setMessageId}
        />
      ) : null}
      {kind === "withdraw" || ((kind === "keep" || kind === "move") && isOutside) ? (
        <TextField
          label={t(`note.${kind}`)}
          value={note}
          maxLength={1000}
          onChange={(event) => setNote(event.target.value)}
        />
      ) : null}
      {kind === "handOver" ? <OwnerField value={who} onChange={setWho} /> : null}
      {kind === "handOver" && who === OUTSIDE ? (
        <TextField
          label={t("address")}
          hint={t("addressHint")}
          type="email"
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
      ) : null}
      <div className="flex justify-end gap-2">
        <Button look="plain" onClick={onClose}>
          {ui("cancel")}
        </Button>
        <Button type="submit" look="accent" disabled={!isReady || busy}>
          {t(`do.${kind}`)}
        </Button>
      </div>
    </form>
  );
}

function MessagePick({
  label,
  other,
  messages,
  value,
  onChange,
}: {
  label: string;
  other: string;
  messages: MessageView[];
  value: string;
  onChange(id: string): void;
}) {
  const moment = useMoment();
  return (
    <Select
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      options={[
        ...messages.map((message) => ({
          value: message.id,
          label: `${message.agent?.name ?? message.authorName ?? ""}, ${moment(message.at)}: ${excerpt(message.text).slice(0, 60)}`,
        })),
        { value: OUTSIDE, label: other },
      ]}
    />
  );
}

/** The newest first; nothing said before it was promised can have kept it. */
function messagesSince(view: ConversationView | null, one: CommitmentView): MessageView[] {
  return (view?.timeline ?? [])
    .flatMap((item) =>
      item.type === "message" &&
      /^(reply|call|customer|note)$/.test(item.kind) &&
      item.at >= one.madeAt &&
      item.id !== one.messageId &&
      item.deletedAt === null &&
      !item.isAutomatic
        ? [item]
        : [],
    )
    .reverse()
    .slice(0, 12);
}

function lastOfUs(messages: MessageView[]): string | undefined {
  return messages.find((message) => message.kind === "reply" || message.kind === "call")?.id;
}
