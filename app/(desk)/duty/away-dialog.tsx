"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useFormatter, useTimeZone, useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { Select, TextField } from "@/app/_ui/field";
import { useMoment } from "@/app/_ui/time";
import { toast } from "@/app/_ui/toast";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { Availability } from "@/lib/assignment/availability";
import { readDate } from "@/lib/text/dates";
import { comeBack, dutyKeys, goAway, takeBack } from "./calls";

type How = "hour" | "today" | "open" | "words";
const ways: readonly How[] = ["hour", "today", "open", "words"];
const minutes = ["never", "0", "15", "60"] as const;

/** Whether I am here, until when not, and what becomes of what I have open; on return it is offered again. */
export function AwayDialog({ now, onClose }: { now: Availability["me"]; onClose(): void }) {
  const t = useTranslations("duty");
  const ui = useTranslations("ui");
  const client = useQueryClient();
  const moment = useMoment();
  const format = useFormatter();
  const zone = useTimeZone() ?? "UTC";
  const [how, setHow] = useState<How>("hour");
  const [words, setWords] = useState("");
  const [back, setBack] = useState("never");
  const [busy, setBusy] = useState(false);
  const said = readDate(words, { now: new Date(), zone });
  const isReady = !busy && (how !== "words" || said !== null);
  const names: Record<How, string> = {
    hour: t("away1h"),
    today: t("awayToday"),
    open: t("awayOpen"),
    words: t("awayWords"),
  };

  function untilOf(): Date | null {
    if (how === "open") return null;
    if (how === "hour") return new Date(Date.now() + 3_600_000);
    if (how === "words") return said?.at ?? null;
    return readDate("tomorrow morning", { now: new Date(), zone })?.at ?? null;
  }

  async function leave() {
    const until = untilOf();
    await run(async () => {
      await goAway(until?.toISOString() ?? null, back === "never" ? null : Number(back));
      const time = until === null ? "none" : format.dateTime(until, whenFormat);
      toast({ tone: "done", text: t("saidAway", { until: time }), seconds: 5 });
    });
  }

  async function cameBack() {
    await run(async () => {
      const offered = await comeBack();
      if (offered.length === 0) return toast({ tone: "done", text: t("saidBack"), seconds: 5 });
      toast({
        tone: "done",
        text: t("offered", { count: offered.length }),
        seconds: 60,
        action: {
          label: t("takeAgain", { count: offered.length }),
          run: () => {
            takeBack().then(
              ({ count }) => toast({ tone: "done", text: t("taken", { count }), seconds: 5 }),
              (error: unknown) => toast({ tone: "failed", text: wordsOf(error) }),
            );
          },
        },
      });
    });
  }

  async function run(act: () => Promise<void>) {
    setBusy(true);
    try {
      await act();
      void client.invalidateQueries({ queryKey: dutyKeys.availability });
      onClose();
    } catch (error) {
      setBusy(false);
      toast({ tone: "failed", text: wordsOf(error) });
    }
  }

  if (now.awaySince) {
    return (
      <Dialog
        title={t("availability")}
        closeLabel={ui("close")}
        onClose={onClose}
        actions={
          <Button look="accent" disabled={busy} onClick={() => void cameBack()}>
            {t("comeBack")}
          </Button>
        }
      >
        <p>
          {t("saidAway", { until: now.awayUntil ? moment(now.awayUntil) : "none" })}
          {now.giveBackAt ? ` ${t("gaveBackAt", { time: moment(now.giveBackAt) })}` : null}
        </p>
      </Dialog>
    );
  }

  return (
    <Dialog
      title={t("availability")}
      closeLabel={ui("close")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button look="accent" disabled={!isReady} onClick={() => void leave()}>
            {t("goAway")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <fieldset className="flex flex-col">
          <legend className="mb-1 font-medium type-row">{t("iAmAway")}</legend>
          {ways.map((one) => (
            <label key={one} className="flex min-h-8 cursor-pointer items-center gap-2.5 max-desk:min-h-11">
              <input
                type="radio"
                name="away"
                className="size-4"
                checked={how === one}
                onChange={() => setHow(one)}
              />
              {names[one]}
            </label>
          ))}
        </fieldset>
        {how === "words" ? (
          <div aria-live="polite">
            <TextField
              label={t("awayWords")}
              value={words}
              autoFocus
              onChange={(event) => setWords(event.target.value)}
              hint={said ? format.dateTime(said.at, whenFormat) : t("awayWordsHint")}
            />
          </div>
        ) : null}
        <Select
          label={t("giveBack")}
          value={back}
          onChange={(event) => setBack(event.target.value)}
          options={minutes.map((one) => ({
            value: one,
            label:
              one === "never"
                ? t("giveBackNever")
                : one === "0"
                  ? t("giveBackNow")
                  : t("giveBackAfter", { minutes: one }),
          }))}
        />
      </div>
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
