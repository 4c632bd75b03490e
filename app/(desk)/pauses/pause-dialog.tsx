"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { useFormatter, useTimeZone, useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { TextField } from "@/app/_ui/field";
import { toast } from "@/app/_ui/toast";
import { useFirstField } from "@/app/(desk)/by-hand/use-first-field";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import { longestPauseDays } from "@/lib/pauses/longest";
import { readDate } from "@/lib/text/dates";
import { pauseKey, usePause } from "./use-pause";

/** One switch for everything automatic: until when, and why. */
export function PauseDialog({ onClose }: { onClose(): void }) {
  const t = useTranslations("pauses");
  const ui = useTranslations("ui");
  const format = useFormatter();
  const zone = useTimeZone() ?? "UTC";
  const client = useQueryClient();
  const pause = usePause();
  const formId = useId();
  const form = useFirstField();
  const [until, setUntil] = useState("");
  const [because, setBecause] = useState("");
  const [busy, setBusy] = useState(false);
  const at = until.trim() === "" ? null : (readDate(until, { now: new Date(), zone })?.at ?? undefined);
  const latest = new Date(Date.now() + longestPauseDays * 86_400_000);
  const problem =
    at === undefined
      ? t("unread", { days: longestPauseDays })
      : at !== null && at > latest
        ? t("tooLong", { days: longestPauseDays, date: format.dateTime(latest, { dateStyle: "long" }) })
        : undefined;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (!at || problem !== undefined) return;
    setBusy(true);
    try {
      await api("POST /pauses", { body: { until: at.toISOString(), because: because.trim() || null } });
      toast({ tone: "done", text: t("set"), seconds: 6 });
      void client.invalidateQueries({ queryKey: pauseKey });
      onClose();
    } catch (error) {
      setBusy(false);
      toast({ tone: "failed", text: wordsOf(error) });
    }
  }

  return (
    <Dialog
      title={t("title")}
      closeLabel={ui("close")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button look="accent" type="submit" form={formId} disabled={busy || !at || problem !== undefined}>
            {t(pause ? "change" : "pause")}
          </Button>
        </>
      }
    >
      <p className="mb-4 text-ink-2">{t("text")}</p>
      <form ref={form} id={formId} onSubmit={save} className="flex flex-col gap-3.5">
        <TextField
          label={t("until")}
          required
          maxLength={200}
          placeholder={t("untilPlaceholder")}
          hint={at ? format.dateTime(at, whenFormat) : t("untilHint")}
          error={problem}
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
        <TextField
          label={t("because")}
          aside={t("optional")}
          maxLength={300}
          value={because}
          onChange={(event) => setBecause(event.target.value)}
        />
      </form>
    </Dialog>
  );
}

const whenFormat = {
  weekday: "long",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
} as const;
