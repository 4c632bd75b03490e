"use client";

import { ArrowLeft, Printer } from "lucide-react";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { useLasted } from "@/app/_ui/time";
import { useDesk } from "@/app/(desk)/desk";
import { useDueWords } from "@/app/(desk)/promises/use-due-words";
import { FailedLine } from "@/app/(desk)/settings/failed-line";
import { useSave } from "@/app/(desk)/settings/use-save";
import type { LeakStory } from "@/lib/leaks/read-leak";
import { StoryLine } from "./story-line";

/** One sentence, where the time went, and one line of time; and "not a leak", which can be taken back. */
export function Story({ story }: { story: LeakStory }) {
  const t = useTranslations("leaks");
  const ui = useTranslations("ui");
  const { me } = useDesk();
  const router = useRouter();
  const { busy, failed, save } = useSave();
  const { sentence, earlier, cause } = useStoryWords(story);
  const params = { id: story.id };

  const restore = () => api("POST /leaks/{id}/restore", { params });
  const withdraw = () =>
    save(() => api("DELETE /leaks/{id}", { params }), {
      said: t("withdrawn"),
      undo: { label: ui("undo"), run: restore },
    });

  return (
    <article className="flex flex-col gap-5">
      <header className="flex flex-col gap-2">
        <button
          type="button"
          onClick={() => router.back()}
          className="flex h-7 items-center gap-2 self-start text-ink-2 hover:text-ink max-desk:h-11 print:hidden"
        >
          <Icon of={ArrowLeft} />
          {t("back")}
        </button>
        <h1 className="type-title" dir="auto">
          {t("titleOf", { name: story.customer.name })}
        </h1>
        <p className="max-w-[68ch] type-message">{sentence}</p>
        {earlier ? <p className="max-w-[68ch]">{earlier}</p> : null}
        <p className="max-w-[68ch] text-ink-2">{cause}</p>
        {story.withdrawn ? (
          <p role="status" className="rounded-row bg-note-soft px-3 py-2">
            {t(story.withdrawn.by ? "isWithdrawnBy" : "isWithdrawn", { name: story.withdrawn.by ?? "" })}
          </p>
        ) : null}
      </header>
      <StoryLine story={story} />
      <footer className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-t pt-4">
        <p className="min-w-0 flex-1 basis-64 text-ink-2">
          {t(`doors.${story.door}`)}{" "}
          {story.found.by
            ? story.found.by.id === me.id
              ? t("foundByYou")
              : t("foundBy", story.found.by)
            : null}
        </p>
        <span className="flex flex-wrap gap-2 print:hidden">
          {story.url ? (
            <Go
              href={story.url}
              rel="noreferrer noopener"
              target="_blank"
              onClick={(event) => {
                event.preventDefault();
                window.open(story.url ?? "", "_blank", "noopener,noreferrer");
              }}
              className="inline-flex h-7 items-center font-medium text-accent hover:underline max-desk:h-11"
            >
              {t("openPost")}
            </Go>
          ) : null}
          <Button icon={Printer} onClick={() => window.print()}>
            {t("print")}
          </Button>
          {me.canTriage ? (
            story.withdrawn ? (
              <Button disabled={busy} onClick={() => void save(restore, { said: t("restored") })}>
                {t("restore")}
              </Button>
            ) : (
              <Button disabled={busy} onClick={() => void withdraw()}>
                {t("withdraw")}
              </Button>
            )
          ) : null}
        </span>
        <FailedLine text={failed} />
      </footer>
    </article>
  );
}

/** "Told us on Monday by mail, waited 26 h, posted on Tuesday.", and what they had told us before that. */
function useStoryWords(story: LeakStory) {
  const t = useTranslations("leaks");
  const channels = useTranslations("channels");
  const format = useFormatter();
  const lasted = useLasted();
  const dueWords = useDueWords();
  const day = (at: string) =>
    format.dateTime(new Date(at), { weekday: "long", day: "numeric", month: "long" });
  const channel = (kind: string) =>
    kind !== "" && channels.has(`${kind}.name`) ? channels(`${kind}.name`) : t("someWay");
  const hours = (seconds: number) => lasted(0, seconds * 1000);
  const values = {
    told: day(story.toldAt),
    by: channel(story.told.channelKind),
    waited: hours(story.waitedSeconds),
    posted: day(story.postedAt),
    open: hours(story.openSeconds),
    later: story.servedLater,
    answered: story.answeredAt ? day(story.answeredAt) : "",
    after: story.answeredAt ? lasted(Date.parse(story.answeredAt), Date.parse(story.postedAt)) : "",
  };
  const before = story.moments.filter(({ what }) => what === "earlier");
  const broken = story.moments.find(({ what }) => what === "promise_broken")?.promisedFor;
  return {
    earlier: before[0]
      ? t("earlier", {
          count: before.length,
          first: day(before[0].at),
          by: channel(before[0].channelKind),
          promised: broken ? dueWords(broken) : "none",
        })
      : broken
        ? t("broken", { promised: dueWords(broken) })
        : "",
    sentence: t(story.answeredAt === null ? "sentence" : "sentenceAnswered", values),
    cause: story.cause ? t(`causeWords.${story.cause}`, values) : "",
  };
}
