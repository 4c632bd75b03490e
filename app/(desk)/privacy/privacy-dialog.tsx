"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { held } from "@/app/_live/keys";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { Switch } from "@/app/_ui/switch";
import { toast } from "@/app/_ui/toast";
import { useDesk } from "@/app/(desk)/desk";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import { type PrivacyKind, privacyKinds } from "@/db/enums";
import type { QueueRow } from "@/lib/conversations/types";
import { privacyKey, useRequest } from "./use-request";

/** Makes a conversation a request of some kind, or takes that back. */
export function PrivacyDialog({ row, onClose }: { row: QueueRow; onClose(): void }) {
  const t = useTranslations("privacy");
  const ui = useTranslations("ui");
  const { me } = useDesk();
  const client = useQueryClient();
  const about = useRequest(row.id, row.version);
  const [chosen, setChosen] = useState<PrivacyKind | null>(null);
  const [isOnly, setOnly] = useState(false);
  const kind = chosen ?? about?.request?.kind ?? about?.offered?.kind ?? "access";
  const mayRestrict = me.role === "manager" || me.role === "admin" || me.role === "owner";

  async function run(act: () => Promise<unknown>) {
    try {
      await act();
      onClose();
    } catch (error) {
      toast({ tone: "failed", text: wordsOf(error) });
    }
    void client.invalidateQueries({ queryKey: privacyKey });
    void client.invalidateQueries({ queryKey: held.conversations });
  }
  const params = { id: row.id };

  return (
    <Dialog
      title={t("dialog.title")}
      closeLabel={ui("close")}
      onClose={onClose}
      actions={
        <>
          {about?.request ? (
            <Button onClick={() => void run(() => api("DELETE /conversations/{id}/privacy", { params }))}>
              {t("dialog.not")}
            </Button>
          ) : (
            <Button onClick={onClose}>{ui("cancel")}</Button>
          )}
          <Button
            look="accent"
            onClick={() =>
              void run(() =>
                api("PUT /conversations/{id}/privacy", { params, body: { kind, onlyForHandlers: isOnly } }),
              )
            }
          >
            {t("dialog.save")}
          </Button>
        </>
      }
    >
      <p className="mb-3 text-ink-2">{t("dialog.text")}</p>
      <fieldset className="flex flex-col">
        <legend className="mb-1 font-medium">{t("dialog.kind")}</legend>
        {privacyKinds.map((one) => (
          <label key={one} className="flex min-h-9 cursor-pointer items-center gap-2.5 max-desk:min-h-11">
            <input
              type="radio"
              name="kind"
              className="size-4 shrink-0"
              checked={kind === one}
              onChange={() => setChosen(one)}
            />
            <span>
              {t(`kinds.${one}`)} <span className="text-ink-2">· {t(`kindTexts.${one}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {mayRestrict ? (
        <div className="mt-3">
          <Switch label={t("dialog.only")} checked={isOnly} onChange={setOnly} />
        </div>
      ) : null}
    </Dialog>
  );
}
