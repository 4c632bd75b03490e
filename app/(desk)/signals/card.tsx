"use client";

import { PhoneCall } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import { Icon } from "@/app/_ui/icon";
import { useDay } from "@/app/_ui/time";
import { toast } from "@/app/_ui/toast";
import { useDesk } from "@/app/(desk)/desk";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { OutreachOutcome } from "@/db/enums";
import type { ConversationView } from "@/lib/conversations/types";
import { filled } from "./filled";
import { useOutreach } from "./use-outreach";
import { Words } from "./words";

/** Where nobody wrote: why we would speak to them, how they agreed to, and what came of it. */
export function OutreachCard({ view }: { view: ConversationView }) {
  const t = useTranslations("signalLine.card");
  const say = useTranslations("signals.reasons");
  const day = useDay();
  const { me } = useDesk();
  const { outreach, end } = useOutreach(view);
  const [busy, setBusy] = useState(false);
  const [because, setBecause] = useState<string | null>(null);
  if (outreach?.kind !== "proactive") return null;

  async function finish(outcome: OutreachOutcome, why: string, quietDays: number | null) {
    setBusy(true);
    try {
      await end(outcome, why, quietDays);
      setBecause(null);
      toast({ tone: "done", text: t("done"), seconds: 4 });
    } catch (error) {
      toast({ tone: "failed", text: wordsOf(error) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <section
      aria-label={t("title")}
      className="mx-4 mb-3 flex flex-col gap-2 rounded-card border border-line bg-canvas p-4"
    >
      <p className="flex items-center gap-2 font-semibold">
        <Icon of={PhoneCall} size={15} className="text-ink-2" />
        {t(`ways.${outreach.way}`)}
      </p>
      <ul className="text-ink">
        {outreach.reasons.map((reason) => (
          <li key={reason.code} className="first-letter:uppercase">
            {say(reason.code, filled(reason.params))}
          </li>
        ))}
      </ul>
      <p className="text-ink-2 type-meta">
        {outreach.doNotContactAt
          ? t("doNotContact")
          : outreach.unsubscribedAt
            ? t("unsubscribed")
            : t("consent")}
      </p>
      {outreach.outcome === null && me.canTriage ? <Words view={view} outreach={outreach} /> : null}
      {outreach.outcome ? (
        <p className="text-ink-2">
          {t("ended", { outcome: outreach.outcome })}
          {outreach.endedBy ? ` · ${outreach.endedBy}` : null}
          {outreach.because ? ` · ${outreach.because}` : null}
          {outreach.quietUntil ? ` · ${t("quiet", { date: day(outreach.quietUntil) })}` : null}
        </p>
      ) : me.canTriage && because === null ? (
        <div className="flex flex-wrap items-center gap-2">
          {outreach.phone && outreach.way === "call" ? (
            <a
              href={`tel:${outreach.phone.replace(/[^\d+]/g, "")}`}
              className="font-medium text-accent underline-offset-4 hover:underline"
            >
              {t("call", { phone: outreach.phone })}
            </a>
          ) : null}
          <Button look="accent" disabled={busy} onClick={() => void finish(ending[outreach.way], "", null)}>
            {t(labels[outreach.way])}
          </Button>
          <Button disabled={busy} onClick={() => setBecause("")}>
            {t("notNow")}
          </Button>
        </div>
      ) : me.canTriage ? (
        <form
          className="flex flex-col gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            void finish("not_now", because ?? "", 90);
          }}
        >
          <TextField
            label={t("because")}
            value={because ?? ""}
            maxLength={500}
            required
            onChange={(event) => setBecause(event.target.value)}
          />
          <div className="flex gap-2">
            <Button type="submit" look="accent" disabled={busy}>
              {t("notNow")}
            </Button>
            <Button onClick={() => setBecause(null)}>{t("keep")}</Button>
          </div>
        </form>
      ) : null}
    </section>
  );
}

const ending = { mail: "written", call: "called", letter: "letter", none: "nothing" } as const;
const labels = { mail: "written", call: "called", letter: "lettered", none: "nothing" } as const;
