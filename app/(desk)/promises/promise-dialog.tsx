"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { TextArea, TextField } from "@/app/_ui/field";
import { useConversation } from "@/app/(desk)/conversation/use-conversation";
import { useDesk } from "@/app/(desk)/desk";
import { makePromise } from "./calls";
import { DueField } from "./due-field";
import { OwnerField, ownerOf } from "./owner-field";
import { useDeed } from "./use-promises";
import type { Wanted } from "./want-promise";

/** What, by when, and who keeps it. */
export function PromiseDialog({ wanted, onClose }: { wanted: Wanted; onClose(): void }) {
  const t = useTranslations("promises");
  const ui = useTranslations("ui");
  const { me } = useDesk();
  const deed = useDeed(wanted.conversationId);
  const { data: view } = useConversation(wanted.conversationId, null);
  const [text, setText] = useState(wanted.text);
  const [due, setDue] = useState(wanted.due);
  const [who, setWho] = useState<string>(me.id);
  const [address, setAddress] = useState("");
  const [busy, setBusy] = useState(false);
  const owner = ownerOf(who, address);
  const isReady = text.trim() !== "" && due.trim() !== "" && owner !== null && !busy;

  async function make() {
    if (!isReady) return;
    setBusy(true);
    const { conversationId, messageId } = wanted;
    const isDone = await deed({
      ask: () => makePromise(conversationId, { text: text.trim(), due, owner, messageId }),
      said: t("made"),
    });
    setBusy(false);
    if (isDone) onClose();
  }

  return (
    <Dialog
      title={t("title", { name: wanted.customerName })}
      closeLabel={ui("close")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button look="accent" disabled={!isReady} onClick={() => void make()}>
            {t("make")}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <TextArea
          label={t("what")}
          rows={2}
          maxLength={500}
          autoFocus
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <DueField value={due} zone={view?.zone.name ?? null} onChange={setDue} />
        <OwnerField value={who} onChange={setWho} />
        {who === "outside" ? (
          <TextField
            label={t("address")}
            hint={t("addressHint")}
            type="email"
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
        ) : null}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Dialog>
  );
}
