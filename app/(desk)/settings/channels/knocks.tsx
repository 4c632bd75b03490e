"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { CheckCircle2, CircleX } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { Time } from "@/app/_ui/time";
import { toast } from "@/app/_ui/toast";
import { placeHref } from "@/app/(desk)/place-of";
import { wordsOf } from "@/app/(desk)/triage/use-change";

const LOOK_AGAIN_MS = 10_000;
const PATIENCE_MS = 60_000;

/** The latest tries to hand replies to the receiver, what it answered, and the way to hand over again. */
export function Knocks({ channelId }: { channelId: string }) {
  const t = useTranslations("settings.channels.knocks");
  const router = useRouter();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const queryKey = ["knocks", channelId];
  const { data } = useQuery({
    queryKey,
    queryFn: async () => (await api("GET /channels/{id}/knocks", { params: { id: channelId } })).items,
    refetchInterval: LOOK_AGAIN_MS,
  });

  async function redeliver() {
    setBusy(true);
    try {
      const { count, failure } = await api("POST /channels/{id}/redeliver", {
        params: { id: channelId },
        timeoutMs: PATIENCE_MS,
      });
      if (failure) toast({ tone: "failed", text: failure });
      else toast({ tone: "done", text: t("again", { count }), seconds: 6 });
      await client.invalidateQueries({ queryKey });
      router.refresh();
    } catch (error) {
      toast({ tone: "failed", text: wordsOf(error) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <section aria-labelledby="knocks" className="mt-8 border-line border-t pt-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 id="knocks" className="font-semibold">
          {t("title")}
        </h3>
        <Button disabled={busy} onClick={redeliver}>
          {t("redeliver")}
        </Button>
      </div>
      <p className="mt-1 text-ink-2">{t("hint")}</p>
      {data?.length === 0 ? <p className="mt-3 text-ink-3">{t("none")}</p> : null}
      <ul className="mt-2 divide-y divide-line">
        {data?.map((knock) => (
          <li key={knock.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
            <span className={`flex items-center gap-1.5 ${knock.isTaken ? "text-good" : "text-now"}`}>
              <Icon of={knock.isTaken ? CheckCircle2 : CircleX} size={14} />
              {knock.status === null ? t("silent") : t("status", { status: String(knock.status) })}
            </span>
            <span className="text-ink-2 type-meta">{t("ms", { ms: knock.ms })}</span>
            {knock.conversationNumber === null ? (
              <span className="text-ink-2 type-meta">{t("test")}</span>
            ) : (
              <Go
                href={placeHref({ view: "queue", sort: "left", q: "", open: knock.conversationNumber })}
                className="text-accent type-meta hover:underline"
              >
                #{knock.conversationNumber}
              </Go>
            )}
            <Time at={knock.at} className="ml-auto shrink-0 text-ink-3 type-meta" />
            {knock.answer === "" ? null : (
              <code className="line-clamp-2 w-full break-all text-ink-2 type-meta">{knock.answer}</code>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
