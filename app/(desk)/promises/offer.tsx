"use client";

import { CalendarCheck, CalendarClock, X } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { IconButton } from "@/app/_ui/icon-button";
import { type FoundPromise, findPromises, mayPromise } from "@/lib/commitments/find-promises";
import type { NewPromise } from "@/lib/commitments/make";
import { promisedFor } from "@/lib/commitments/promised-for";
import type { ConversationView } from "@/lib/conversations/types";
import { useDueWords } from "./use-due-words";

const pauseMs = 250;

/**
 * Under what is being written: a promise with a date that was found in it is offered, once for each sentence, and made only
 * when somebody says yes; it then goes with the reply. A sentence that is changed is asked about again.
 */
export function PromiseOffer({
  view,
  text,
  accepted,
  onChange,
}: {
  view: ConversationView;
  text: string;
  accepted: readonly NewPromise[];
  onChange(promises: NewPromise[]): void;
}) {
  const t = useTranslations("promises");
  const dueWords = useDueWords();
  const [dropped, setDropped] = useState<readonly string[]>([]);
  const found = useFound(text, view.zone.name);
  const offered = found.find(
    (one) => !dropped.includes(one.text) && !accepted.some((promise) => promise.text === one.text),
  );
  const say = (one: FoundPromise) =>
    t("offer", {
      kind: t(`kinds.${one.kind}`),
      date: dueWords(promisedFor({ at: one.at, isDay: !one.hasTime }, view.zone.name)),
    });

  function add(one: FoundPromise) {
    onChange([...accepted, { text: one.text.slice(0, 500), due: one.due, owner: null }]);
  }

  // What was said yes to goes when its sentence does.
  useEffect(() => {
    const kept = accepted.filter((promise) => text.includes(promise.text));
    if (kept.length !== accepted.length) onChange(kept);
  }, [text, accepted, onChange]);

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key !== "." || !(event.ctrlKey || event.metaKey) || !offered) return;
      event.preventDefault();
      onChange([...accepted, { text: offered.text.slice(0, 500), due: offered.due, owner: null }]);
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [offered, accepted, onChange]);

  if (!offered && accepted.length === 0) return null;
  return (
    <div aria-live="polite" className="flex flex-col gap-1">
      {accepted.map((promise) => {
        const one = found.find(({ text: sentence }) => sentence === promise.text);
        return (
          <p key={promise.text} className="flex items-center gap-2 text-ink-2">
            <Icon of={CalendarCheck} size={15} />
            <span className="min-w-0 flex-1 truncate">
              {one ? t("accepted", { what: say(one) }) : promise.text}
            </span>
            <IconButton
              icon={X}
              label={t("notOne")}
              onClick={() => {
                setDropped([...dropped, promise.text]);
                onChange(accepted.filter((other) => other !== promise));
              }}
            />
          </p>
        );
      })}
      {offered ? (
        <p className="flex flex-wrap items-center gap-2 border-line-strong border-t border-dotted pt-1.5">
          <Icon of={CalendarClock} size={15} />
          <span className="min-w-0 flex-1">{t("question", { what: say(offered) })}</span>
          <Button keys="mod+." onClick={() => add(offered)}>
            {t("add")}
          </Button>
          <Button look="plain" onClick={() => setDropped([...dropped, offered.text])}>
            {t("notOne")}
          </Button>
        </p>
      ) : null}
    </div>
  );
}

/** Looked for when the fingers rest. */
function useFound(text: string, zone: string): FoundPromise[] {
  const [found, setFound] = useState<FoundPromise[]>([]);
  useEffect(() => {
    const timer = setTimeout(() => {
      setFound(mayPromise(text) ? findPromises(text, { now: new Date(), zone }) : []);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text, zone]);
  return found;
}
