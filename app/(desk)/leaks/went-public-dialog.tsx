"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { held } from "@/app/_live/keys";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { TextArea, TextField } from "@/app/_ui/field";
import { toast } from "@/app/_ui/toast";
import { newId } from "@/app/(desk)/by-hand/new-id";
import { useFirstField } from "@/app/(desk)/by-hand/use-first-field";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { QueueRow } from "@/lib/conversations/types";
import { leaksKey } from "./use-leaks";

/** "This customer went public": the link of the post and when; with its words it comes into the queue too. */
export function WentPublicDialog({ row, onClose }: { row: QueueRow; onClose(): void }) {
  const t = useTranslations("leakLine");
  const ui = useTranslations("ui");
  const client = useQueryClient();
  const formId = useId();
  const form = useFirstField();
  const [id] = useState(newId);
  const [typed, setTyped] = useState({ url: "", at: localNow(), who: "", text: "" });
  const [busy, setBusy] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    try {
      const { isStored, leakId } = await api("POST /conversations/{id}/went-public", {
        params: { id: row.id },
        body: {
          id,
          url: typed.url.trim(),
          postedAt: new Date(typed.at).toISOString(),
          who: typed.who,
          text: typed.text,
        },
      });
      toast({
        tone: "done",
        text: t(isStored ? "keptAndStored" : "kept"),
        action: { label: ui("undo"), keys: "z", run: () => void takeBack(leakId) },
      });
      void client.invalidateQueries({ queryKey: leaksKey });
      void client.invalidateQueries({ queryKey: held.conversations });
      onClose();
    } catch (error) {
      setBusy(false);
      toast({ tone: "failed", text: wordsOf(error) });
    }
  }

  async function takeBack(leakId: string) {
    await api("DELETE /leaks/{id}", { params: { id: leakId } }).catch((error: unknown) =>
      toast({ tone: "failed", text: wordsOf(error) }),
    );
    void client.invalidateQueries({ queryKey: leaksKey });
  }

  return (
    <Dialog
      title={t("dialogTitle", { name: row.customerName })}
      closeLabel={ui("close")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button look="accent" type="submit" form={formId} disabled={busy}>
            {t("keep")}
          </Button>
        </>
      }
    >
      <p className="mb-4 text-ink-2">{t("dialogText")}</p>
      <form ref={form} id={formId} onSubmit={save} className="flex flex-col gap-3.5">
        <TextField
          label={t("url")}
          type="url"
          required
          maxLength={2000}
          placeholder="https://"
          value={typed.url}
          onChange={(event) => setTyped({ ...typed, url: event.target.value })}
        />
        <TextField
          label={t("postedAt")}
          type="datetime-local"
          required
          max={localNow()}
          value={typed.at}
          onChange={(event) => setTyped({ ...typed, at: event.target.value })}
        />
        <TextArea
          label={t("words")}
          aside={t("optional")}
          hint={t("wordsHint")}
          rows={3}
          maxLength={20_000}
          value={typed.text}
          onChange={(event) => setTyped({ ...typed, text: event.target.value })}
        />
        {typed.text ? (
          <TextField
            label={t("author")}
            aside={t("optional")}
            maxLength={200}
            value={typed.who}
            onChange={(event) => setTyped({ ...typed, who: event.target.value })}
          />
        ) : null}
      </form>
    </Dialog>
  );
}

/** As the field of the browser wants it: local, to the minute. */
function localNow(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
