"use client";

import { useQuery } from "@tanstack/react-query";
import { KeyRound, TriangleAlert, X } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { held } from "@/app/_live/keys";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { IconButton } from "@/app/_ui/icon-button";
import { useNow } from "@/app/_ui/now";
import { useLasted, useMoment } from "@/app/_ui/time";
import { useDesk } from "@/app/(desk)/desk";
import { useFailureWords } from "@/app/(desk)/settings/channels/failure-words";
import type { ChannelTrouble } from "@/lib/channels/list-troubles";

const PUT_AWAY = "avant-troubles-put-away";
/** An outage is told after five minutes of it, which no push marks. */
const LOOK_AGAIN_MS = 60_000;

/**
 * What is down, since when, and what to do about it, for everybody at the desk; to whoever can renew it also which access
 * ends soon. The server's word that a channel failed asks again at once. Put away, each stays so until it changes.
 */
export function ChannelBanner() {
  const t = useTranslations("channelTrouble");
  const [putAway, setPutAway] = useState<readonly string[]>([]);
  const { data } = useQuery({
    // Under the key of the channels, so that their push reaches it.
    queryKey: [...held.channels, "troubles"],
    queryFn: async () => (await api("GET /channels/troubles")).items,
    refetchInterval: LOOK_AGAIN_MS,
  });

  useEffect(() => setPutAway((localStorage.getItem(PUT_AWAY) ?? "").split("|")), []);

  const shown = (data ?? []).filter((trouble) => !putAway.includes(markOf(trouble)));
  function close() {
    const marks = [...putAway, ...shown.map(markOf)].slice(-50);
    localStorage.setItem(PUT_AWAY, marks.join("|"));
    setPutAway(marks);
  }

  if (shown.length === 0) return null;
  return (
    <section
      aria-label={t("region")}
      aria-live="polite"
      className={`scrolls flex max-h-[30dvh] shrink-0 items-start gap-2.5 border-line border-b px-4 py-2 ${
        shown.some(({ what }) => what === "failing") ? "bg-now-soft" : "bg-note-soft"
      }`}
    >
      <ul className="flex min-w-0 flex-1 flex-col gap-1">
        {shown.map((trouble) => (
          <li key={`${trouble.channelId} ${trouble.what}`} className="flex items-start gap-2.5">
            <Icon
              of={trouble.what === "failing" ? TriangleAlert : KeyRound}
              size={16}
              className={`mt-0.5 shrink-0 ${trouble.what === "failing" ? "text-now" : "text-note"}`}
            />
            <Line trouble={trouble} />
          </li>
        ))}
      </ul>
      <IconButton icon={X} label={t("close")} size={14} onClick={close} />
    </section>
  );
}

function Line({ trouble }: { trouble: ChannelTrouble }) {
  const t = useTranslations("channelTrouble");
  const failure = useFailureWords();
  const lasted = useLasted();
  const moment = useMoment();
  const now = useNow();
  const { me } = useDesk();
  const resumes =
    trouble.nextTryAt !== null && Date.parse(trouble.nextTryAt) > now ? trouble.nextTryAt : null;
  return (
    <p className="min-w-0">
      {trouble.what === "failing"
        ? t.rich("failing", {
            name: trouble.name,
            time: lasted(Date.parse(trouble.at), Math.max(now, Date.parse(trouble.at))),
            b: (words) => <strong className="font-semibold">{words}</strong>,
          })
        : t.rich("access", {
            name: trouble.name,
            time: moment(trouble.at),
            b: (words) => <strong className="font-semibold">{words}</strong>,
          })}{" "}
      {trouble.failure ? failure(trouble.failure) : null}{" "}
      {resumes ? t("resumes", { time: moment(resumes) }) : null}{" "}
      {trouble.what === "failing" ? <span className="text-ink-2">{t("kept")}</span> : null}{" "}
      {me.canSeeSettings ? (
        <Go
          href={`/settings/channels/${trouble.channelId}`}
          className="whitespace-nowrap font-medium text-accent hover:underline"
        >
          {t("open")}
        </Go>
      ) : null}
    </p>
  );
}

/** What somebody put away: this outage for this reason, not the next. */
function markOf({ channelId, what, at, failure }: ChannelTrouble): string {
  return `${channelId} ${what} ${at} ${failure?.code ?? ""}`;
}
