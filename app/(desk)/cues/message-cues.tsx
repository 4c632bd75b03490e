"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { toast } from "@/app/_ui/toast";
import { useDesk } from "@/app/(desk)/desk";
import { undo } from "@/app/(desk)/first-calls";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import { type Family, families } from "@/lib/cues/cue";
import type { CueView } from "@/lib/cues/read-cues";

/** What was found in one message, with the words, and a colleague's own word about it. */
export function MessageCues({ conversationId, messageId }: { conversationId: string; messageId: string }) {
  const t = useTranslations("cues");
  const ui = useTranslations("ui");
  const { me } = useDesk();
  const client = useQueryClient();
  const key = ["cues", conversationId, messageId];
  const [busy, setBusy] = useState(false);
  const found = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      api("GET /conversations/{id}/cues", { params: { id: conversationId }, query: { messageId }, signal }),
  });
  const cues = found.data?.items[0]?.cues ?? [];
  const others = families.filter((family) => !cues.some((cue) => cue.family === family));

  async function label(family: Family, isSaid: boolean | null) {
    setBusy(true);
    try {
      const { eventId } = await api("PUT /conversations/{id}/messages/{messageId}/cues/{family}", {
        params: { id: conversationId, messageId, family },
        body: { isSaid },
      });
      await client.invalidateQueries({ queryKey: key });
      toast({
        tone: "done",
        text: t("message.said"),
        action: {
          label: ui("undo"),
          keys: "z",
          run: () =>
            void undo(eventId).then(
              () => client.invalidateQueries({ queryKey: key }),
              (error: unknown) => toast({ tone: "failed", text: wordsOf(error) }),
            ),
        },
      });
    } catch (error) {
      toast({ tone: "failed", text: wordsOf(error) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <section
      aria-label={t("message.title")}
      className="flex flex-col gap-2 rounded-card border border-line bg-surface px-3 py-2 type-row"
    >
      <h4 className="font-medium">{t("message.title")}</h4>
      {found.isPending ? <p className="text-ink-2">{t("message.loading")}</p> : null}
      {found.isError ? (
        <p className="flex items-center gap-3 text-now">
          {t("message.failed")}
          <Button onClick={() => void found.refetch()}>{ui("retry")}</Button>
        </p>
      ) : null}
      {found.data && cues.length === 0 ? <p className="text-ink-2">{t("message.nothing")}</p> : null}
      <ul className="flex flex-col gap-1.5">
        {cues.map((cue) => (
          <li key={cue.family} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Said cue={cue} />
            {me.canTriage ? (
              <Button disabled={busy} onClick={() => void label(cue.family, cue.label ? null : !cue.isSaid)}>
                {cue.label
                  ? t("message.takeBack")
                  : t(cue.isSaid ? "message.it_is_not" : "message.it_is", {
                      family: t(`families.${cue.family}`),
                    })}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {me.canTriage && found.data ? (
        <select
          aria-label={t("message.add")}
          value=""
          disabled={busy}
          onChange={(event) => {
            const family = families.find((one) => one === event.target.value);
            if (family) void label(family, true);
          }}
          className="h-7 max-w-60 rounded-control border border-line-strong bg-surface px-2 max-desk:h-11"
        >
          <option value="">{t("message.add")}</option>
          {others.map((family) => (
            <option key={family} value={family}>
              {t(`families.${family}`)}
            </option>
          ))}
        </select>
      ) : null}
    </section>
  );
}

/** "complaint: broken or damaged, “the lid broke”"; struck through where it does not count. */
function Said({ cue }: { cue: CueView }) {
  const t = useTranslations("cues");
  const reasons = [...new Set(cue.found.map(({ reason }) => reason))].map((reason) =>
    t.has(`reasons.${reason}`) ? t(`reasons.${reason}`) : reason,
  );
  return (
    <span className="flex min-w-0 flex-1 basis-60 flex-col">
      <span>
        <span className={`font-medium ${cue.isSaid ? "" : "line-through"}`}>
          {t(`families.${cue.family}`)}
        </span>
        {reasons.length > 0 ? <span className="text-ink-2">: {reasons.join(", ")}</span> : null}
        {cue.isSaid || cue.label ? null : <span className="text-ink-3"> ({t("message.notSaid")})</span>}
      </span>
      <span className="flex flex-wrap gap-1 text-ink-2" dir="auto">
        {cue.found.map((found) => (
          <mark
            key={`${found.at} ${found.reason}`}
            className="rounded-[3px] bg-note-soft px-1 text-ink"
            dir="auto"
          >
            {found.at < 0 ? t("message.subject") : found.words}
          </mark>
        ))}
      </span>
      {cue.label ? (
        <span className="text-ink-2 type-meta">
          {t(cue.label.isSaid ? "message.saidBy" : "message.deniedBy", {
            name: cue.label.by ?? t("message.hidden"),
          })}
        </span>
      ) : null}
    </span>
  );
}
