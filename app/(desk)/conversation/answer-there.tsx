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
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { QueueRow } from "@/lib/conversations/types";

/** Where we cannot answer from here: the way to the site, and one key to keep that it was done. */
export function AnswerThere({ row, url }: { row: QueueRow; url: string }) {
  const t = useTranslations("conversation");
  const [isOpen, setOpen] = useState(false);
  return (
    <p className="flex flex-wrap items-center justify-center gap-3 text-ink-2">
      <a href={url} target="_blank" rel="noopener noreferrer" className="text-accent hover:underline">
        {t("answerThere")}
      </a>
      <Button onClick={() => setOpen(true)}>{t("answeredThere")}</Button>
      {isOpen ? <Answered row={row} url={url} onClose={() => setOpen(false)} /> : null}
    </p>
  );
}

function Answered({ row, url, onClose }: { row: QueueRow; url: string; onClose(): void }) {
  const t = useTranslations("conversation");
  const call = useTranslations("triage.call");
  const ui = useTranslations("ui");
  const client = useQueryClient();
  const [text, setText] = useState("");
  const [link, setLink] = useState(url);
  const [saving, setSaving] = useState(false);

  async function save() {
    setSaving(true);
    try {
      await recordCall(row.id, "on_site", text, /^https?:\/\//i.test(link.trim()) ? link.trim() : null);
      void client.invalidateQueries({ queryKey: held.conversation(row.id) });
      toast({ tone: "done", text: call("said.on_site", { name: row.customerName }), seconds: 6 });
      onClose();
    } catch (error) {
      setSaving(false);
      toast({ tone: "failed", text: wordsOf(error) });
    }
  }

  return (
    <Dialog
      title={t("answeredThere")}
      closeLabel={ui("close")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button look="accent" disabled={saving} onClick={save}>
            {call("save")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TextField
          label={t("answerLink")}
          aside={ui("optional")}
          type="url"
          value={link}
          onChange={(event) => setLink(event.target.value)}
        />
        <TextArea
          label={call("text")}
          aside={ui("optional")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          rows={3}
        />
      </div>
    </Dialog>
  );
}
