"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { held } from "@/app/_live/keys";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { TextArea, TextField } from "@/app/_ui/field";
import { toast } from "@/app/_ui/toast";
import { recordCall } from "@/app/(desk)/calls";
import { type CallOutcome, callOutcomes } from "@/db/enums";
import type { QueueRow } from "@/lib/conversations/types";
import { wordsOf } from "./use-change";

/** "I called" and its kin: what came of it, and what was said. */
export function CallDialog({ row, onClose }: { row: QueueRow; onClose(): void }) {
  const t = useTranslations("triage.call");
  const ui = useTranslations("ui");
  const client = useQueryClient();
  const [outcome, setOutcome] = useState<CallOutcome>("reached");
  const [text, setText] = useState("");
  const [link, setLink] = useState("");
  const [saving, setSaving] = useState(false);

  async function save() {
    setSaving(true);
    try {
      const isLink = outcome === "on_site" && /^https?:\/\//i.test(link.trim());
      await recordCall(row.id, outcome, text, isLink ? link.trim() : null);
      void client.invalidateQueries({ queryKey: held.conversation(row.id) });
      toast({ tone: "done", text: t(`said.${outcome}`, { name: row.customerName }), seconds: 6 });
      onClose();
    } catch (error) {
      setSaving(false);
      toast({ tone: "failed", text: wordsOf(error) });
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
          <Button look="accent" disabled={saving} onClick={save}>
            {t("save")}
          </Button>
        </>
      }
    >
      <fieldset className="mb-4 flex flex-col">
        <legend className="mb-2 font-medium">{t("outcome")}</legend>
        {callOutcomes.map((one) => (
          <label key={one} className="flex min-h-8 cursor-pointer items-center gap-2.5 max-desk:min-h-11">
            <input
              type="radio"
              name="outcome"
              value={one}
              checked={outcome === one}
              onChange={() => setOutcome(one)}
              className="size-4"
            />
            <span>{t(`outcomes.${one}`)}</span>
            <span className="text-ink-3 type-meta">{t(`effect.${one}`)}</span>
          </label>
        ))}
      </fieldset>
      {outcome === "on_site" ? (
        <div className="mb-4">
          <TextField
            label={t("link")}
            aside={ui("optional")}
            type="url"
            placeholder="https://"
            maxLength={2000}
            value={link}
            onChange={(event) => setLink(event.target.value)}
          />
        </div>
      ) : null}
      <TextArea
        label={t("text")}
        aside={ui("optional")}
        value={text}
        onChange={(event) => setText(event.target.value)}
        rows={3}
      />
    </Dialog>
  );
}
