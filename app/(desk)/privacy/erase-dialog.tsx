"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { held } from "@/app/_live/keys";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { TextField } from "@/app/_ui/field";
import { Icon } from "@/app/_ui/icon";
import { toast } from "@/app/_ui/toast";
import { wordsOf } from "@/app/(desk)/triage/use-change";

/** What would go, what stands against it, and the name to be typed: there is no way back. */
export function EraseDialog({ customerId, onClose }: { customerId: string; onClose(): void }) {
  const t = useTranslations("privacy.erase");
  const h = useTranslations("privacy.held");
  const ui = useTranslations("ui");
  const client = useQueryClient();
  const formId = useId();
  const [typed, setTyped] = useState("");
  const [isWeighed, setWeighed] = useState(false);
  const [busy, setBusy] = useState(false);
  const { data: preview, error } = useQuery({
    queryKey: ["privacy", "erasure", customerId],
    queryFn: () => api("GET /customers/{id}/erasure", { params: { id: customerId }, timeoutMs: 60_000 }),
    gcTime: 0,
  });
  const isNamed = preview && typed.trim().toLowerCase() === preview.name.trim().toLowerCase();
  const isFree = preview && (preview.holds.length === 0 || isWeighed);

  async function erase(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    try {
      const erased = await api("POST /customers/{id}/erasure", {
        params: { id: customerId },
        body: { confirmed: typed, despiteHold: isWeighed },
        timeoutMs: 120_000,
      });
      toast({
        tone: "done",
        text: t("done", { messages: erased.counts.messages ?? 0, files: erased.files }),
      });
      for (const queryKey of [
        held.conversations,
        held.lists,
        ["customer"],
        ["customers"],
        ["signals"],
        ["privacy"],
      ])
        void client.invalidateQueries({ queryKey });
      onClose();
    } catch (failure) {
      setBusy(false);
      toast({ tone: "failed", text: wordsOf(failure) });
    }
  }

  return (
    <Dialog
      title={t("title", { name: preview?.name ?? "…" })}
      closeLabel={ui("close")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button look="danger" type="submit" form={formId} disabled={!isNamed || !isFree || busy}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      {error ? (
        <p role="alert" className="text-now">
          {wordsOf(error)}
        </p>
      ) : null}
      {!preview && !error ? <p className="text-ink-2">{t("loading")}</p> : null}
      {preview ? (
        <form id={formId} onSubmit={erase} className="flex flex-col gap-3.5">
          <p>{t("text")}</p>
          <p className="font-medium">
            {t("counts", {
              conversations: preview.conversations,
              messages: preview.counts.messages ?? 0,
              files: preview.files,
            })}
          </p>
          <details>
            <summary className="cursor-pointer text-ink-2">{t("more")}</summary>
            <dl className="mt-2 grid grid-cols-[1fr_auto] gap-x-4 gap-y-0.5">
              {Object.entries(preview.counts).map(([table, count]) => (
                <div key={table} className="contents">
                  <dt className="text-ink-2">{h.has(table) ? h(table) : table}</dt>
                  <dd className="text-right">{count}</dd>
                </div>
              ))}
            </dl>
          </details>
          {preview.open > 0 ? <p>{t("open", { count: preview.open })}</p> : null}
          {preview.unsent > 0 ? <p>{t("unsent", { count: preview.unsent })}</p> : null}
          {preview.holds.length > 0 ? (
            <div className="flex flex-col gap-2 rounded-row bg-now-soft px-3 py-2">
              {preview.holds.map(({ number }) => (
                <p key={number} className="flex items-start gap-2">
                  <Icon of={TriangleAlert} size={15} className="mt-0.5 shrink-0 text-now" />
                  {t("hold", { number })}
                </p>
              ))}
              <label className="flex min-h-8 cursor-pointer items-center gap-2.5 max-desk:min-h-11">
                <input
                  type="checkbox"
                  className="size-4 shrink-0"
                  checked={isWeighed}
                  onChange={(event) => setWeighed(event.target.checked)}
                />
                {t("holdRead")}
              </label>
            </div>
          ) : null}
          <TextField
            label={t("type", { name: preview.name })}
            hint={t("noUndo")}
            required
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </form>
      ) : null}
    </Dialog>
  );
}
