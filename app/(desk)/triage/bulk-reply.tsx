"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { TextArea } from "@/app/_ui/field";
import { toast } from "@/app/_ui/toast";
import { startMany } from "./many";
import { useSelection } from "./selection";
import { wordsOf } from "./use-change";

/** The same words to many, each with their own name in them. */
export function BulkReply({ count, onClose }: { count: number; onClose(): void }) {
  const t = useTranslations("triage.many");
  const ui = useTranslations("ui");
  const { rows } = useSelection();
  const publicCount = [...rows.values()].filter((row) => row.isPublic).length;
  const [text, setText] = useState("");
  const [resolves, setResolves] = useState(false);
  const [asOf] = useState(() => new Date());
  const [busy, setBusy] = useState(false);

  async function send() {
    setBusy(true);
    try {
      await startMany(
        { verb: "reply", text, afterwards: resolves ? "resolve" : "stay", confirmed: [] },
        asOf,
      );
      onClose();
    } catch (error) {
      setBusy(false);
      toast({ tone: "failed", text: wordsOf(error) });
    }
  }

  return (
    <Dialog
      title={t("replyTitle", { count })}
      closeLabel={ui("close")}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button
            look={publicCount > 0 ? "public" : "accent"}
            disabled={busy || text.trim() === ""}
            onClick={send}
          >
            {t("replySend", { count })}
          </Button>
        </>
      }
    >
      <TextArea
        label={t("replyText")}
        hint={t("replyHint")}
        rows={7}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="mt-2 flex flex-wrap gap-2">
        {["customer.first_name", "customer.order", "brand.name"].map((name) => (
          <Button key={name} onClick={() => setText((now) => `${now}{{${name}}}`)}>
            {t(`variables.${name.replace(".", "_")}`)}
          </Button>
        ))}
      </p>
      {publicCount > 0 ? (
        <p className="mt-3 text-public">{t("replyPublic", { count: publicCount })}</p>
      ) : null}
      <label className="mt-3 flex min-h-8 cursor-pointer items-center gap-2.5 max-desk:min-h-11">
        <input
          type="checkbox"
          className="size-4"
          checked={resolves}
          onChange={(event) => setResolves(event.target.checked)}
        />
        {t("replyResolves")}
      </label>
    </Dialog>
  );
}
