"use client";

import { CalendarX, Globe, Lock } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { useLasted } from "@/app/_ui/time";
import { useDueWords } from "@/app/(desk)/promises/use-due-words";
import type { LeakMoment, LeakStory } from "@/lib/leaks/read-leak";

type Item =
  | { kind: "moment"; at: number; moment: LeakMoment }
  | { kind: "closed"; at: number; from: string; to: string };

/** Everything that was said, from what they told us on; the hours in which nobody was there stand between, hatched. */
export function StoryLine({ story }: { story: LeakStory }) {
  const t = useTranslations("leaks");
  const items: Item[] = [
    ...story.moments.map((moment): Item => ({ kind: "moment", at: Date.parse(moment.at), moment })),
    ...story.closed.map(({ from, to }): Item => ({ kind: "closed", at: Date.parse(from), from, to })),
  ].sort((a, b) => a.at - b.at);
  return (
    <section aria-label={t("line")}>
      <ol className="flex flex-col">
        {items.map((item) =>
          item.kind === "closed" ? (
            <Closed key={`closed ${item.from}`} from={item.from} to={item.to} />
          ) : (
            <Moment
              key={`${item.moment.at} ${item.moment.what} ${item.moment.number}`}
              moment={item.moment}
            />
          ),
        )}
      </ol>
      {story.closed.length > 0 ? <p className="mt-2 text-ink-3 type-meta">{t("closedHint")}</p> : null}
    </section>
  );
}

function Moment({ moment }: { moment: LeakMoment }) {
  const t = useTranslations("leaks");
  const channels = useTranslations("channels");
  const format = useFormatter();
  const dueWords = useDueWords();
  const promised = moment.promisedFor === null ? "" : dueWords(moment.promisedFor);
  const isOurs =
    moment.what === "answered" ||
    moment.what === "called" ||
    moment.what === "acknowledged" ||
    moment.what === "promised";
  const name = channels.has(`${moment.channelKind}.name`) ? channels(`${moment.channelKind}.name`) : null;
  return (
    <li className="flex gap-4">
      <time
        dateTime={moment.at}
        className="w-24 shrink-0 py-2.5 text-right text-ink-2 type-meta max-desk:w-16"
      >
        {format.dateTime(new Date(moment.at), { weekday: "short", day: "numeric", month: "short" })}
        <span className="block text-ink-3">
          {format.dateTime(new Date(moment.at), { hour: "2-digit", minute: "2-digit" })}
        </span>
      </time>
      <span aria-hidden className="relative flex w-4.5 shrink-0 justify-center">
        <span className="absolute inset-y-0 w-px bg-line-strong" />
        <span
          className={`relative mt-3 flex size-4.5 items-center justify-center ${
            moment.isPublic
              ? "rounded-key bg-public text-on-public"
              : isOurs
                ? "rounded-full bg-accent text-on-accent"
                : "rounded-full border-[1.5px] border-line-strong bg-surface text-ink-2"
          }`}
        >
          <Icon
            of={moment.isPublic ? Globe : moment.what === "promise_broken" ? CalendarX : Lock}
            size={11}
          />
        </span>
      </span>
      <div className="min-w-0 flex-1 py-2.5">
        <p className="font-medium">
          {t(`moments.${moment.what}`, { by: moment.by ?? "", promised })}
          {name ? <span className="font-normal text-ink-2"> · {name}</span> : null}
          {moment.number === null ? null : (
            <>
              {" "}
              <Go
                href={`/queue?${new URLSearchParams({ view: "all", c: String(moment.number) })}`}
                className="text-accent underline-offset-4 hover:underline"
              >
                #{moment.number}
              </Go>
            </>
          )}
        </p>
        {moment.excerpt ? (
          <p className="words line-clamp-3 max-w-[68ch] text-ink-2" dir="auto">
            {moment.excerpt}
          </p>
        ) : null}
      </div>
    </li>
  );
}

function Closed({ from, to }: { from: string; to: string }) {
  const t = useTranslations("leaks");
  const lasted = useLasted();
  return (
    <li className="flex gap-4">
      <span className="w-24 shrink-0 max-desk:w-16" />
      <span aria-hidden className="relative flex w-4.5 shrink-0 justify-center">
        <span className="absolute inset-y-0 w-px bg-line-strong" />
        <span className="hatched relative h-full w-3 rounded-key" />
      </span>
      <p className="py-2 text-ink-3 type-meta">
        {t("closed", { time: lasted(Date.parse(from), Date.parse(to)) })}
      </p>
    </li>
  );
}
