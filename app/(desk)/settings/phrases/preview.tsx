"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Icon } from "@/app/_ui/icon";
import { Time } from "@/app/_ui/time";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { Language } from "@/db/enums";
import type { Cue } from "@/lib/cues/cue";
import type { Move } from "@/lib/cues/moves";
import type { PhraseTried, TriedMessage } from "@/lib/cues/try-phrase";

const pauseMs = 450;
const patienceMs = 20_000;

/** Which of the last messages a phrase would hit, and which rows would move: asked anew when the typing rests. */
export function Preview({
  language,
  phraseId,
  line,
}: {
  language: Language;
  phraseId: string | null;
  line: Cue;
}) {
  const t = useTranslations("cues.phrases.preview");
  const [found, setFound] = useState<PhraseTried | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { pattern, family, reason, weight } = line;

  useEffect(() => {
    if (pattern.trim() === "") return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      setBusy(true);
      api("POST /cues/try", {
        body: { language, phraseId, off: null, line: { pattern, family, reason, weight } },
        signal: abort.signal,
        timeoutMs: patienceMs,
      })
        .then(
          (tried) => {
            setFound(tried);
            setFailed(null);
          },
          (error: unknown) => {
            if (abort.signal.aborted) return;
            setFound(null);
            setFailed(wordsOf(error));
          },
        )
        .finally(() => {
          if (!abort.signal.aborted) setBusy(false);
        });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [language, phraseId, pattern, family, reason, weight]);

  return (
    <section aria-label={t("title")} className="flex flex-col gap-3" aria-busy={busy}>
      <h3 className="font-medium">{t("title")}</h3>
      <p role="status" className={failed ? "text-now" : "text-ink-2"}>
        {failed ??
          (found && pattern.trim() !== ""
            ? t("found", { hits: found.hits, looked: found.looked, moves: found.moves.length })
            : t(busy ? "busy" : "empty"))}
      </p>
      {found && found.moves.length > 0 ? <Moves moves={found.moves} /> : null}
      {found && found.items.length > 0 ? <Hits items={found.items} /> : null}
    </section>
  );
}

function Moves({ moves }: { moves: Move[] }) {
  const t = useTranslations("cues.phrases.preview");
  const bands = useTranslations("queue.bands");
  return (
    <div className="scrolls max-h-56 rounded-card border border-line">
      <table className="w-full text-left">
        <caption className="sr-only">{t("moves")}</caption>
        <thead className="text-ink-3 type-meta">
          <tr>
            <th scope="col" className="px-3 py-1.5 font-normal">
              {t("row")}
            </th>
            <th scope="col" className="px-3 py-1.5 font-normal">
              {t("from")}
            </th>
            <th scope="col" className="px-3 py-1.5 font-normal">
              {t("to")}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {moves.map((move) => (
            <tr key={move.conversationId}>
              <th scope="row" className="max-w-60 truncate px-3 py-1.5 font-normal" dir="auto">
                <span className="font-medium">{move.customerName}</span>{" "}
                <span className="text-ink-2">{move.excerpt}</span>
              </th>
              <td className="whitespace-nowrap px-3 py-1.5 text-ink-2">
                {t("place", { place: move.from.place, band: bands(move.from.band) })}
              </td>
              <td className="whitespace-nowrap px-3 py-1.5 font-medium">
                <span className="inline-flex items-center gap-1">
                  <Icon of={move.to.place < move.from.place ? ArrowUp : ArrowDown} size={14} />
                  {t("place", { place: move.to.place, band: bands(move.to.band) })}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Hits({ items }: { items: TriedMessage[] }) {
  const t = useTranslations("cues");
  return (
    <ul
      aria-label={t("phrases.preview.hits")}
      className="scrolls max-h-64 divide-y divide-line rounded-card border border-line"
    >
      {items.map((item) => (
        <li key={`${item.conversationId} ${item.at}`} className="flex flex-col gap-0.5 px-3 py-1.5">
          <span className="flex items-baseline gap-3">
            <span className="font-medium">{item.customerName}</span>
            <span className="min-w-0 flex-1 text-ink-3 type-meta">
              {[
                ...item.gained.map((family) =>
                  t("phrases.preview.gained", { family: t(`families.${family}`) }),
                ),
                ...item.lost.map((family) => t("phrases.preview.lost", { family: t(`families.${family}`) })),
              ].join(" · ")}
            </span>
            <Time at={item.at} className="shrink-0 text-ink-3 type-meta" />
          </span>
          <span className="text-ink-2" dir="auto">
            <Marked text={item.text} marks={item.marks} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Words with what was found marked, for eyes and ears. */
export function Marked({ text, marks }: { text: string; marks: ReadonlyArray<readonly [number, number]> }) {
  const parts = [];
  let from = 0;
  for (const [at, length] of [...marks].sort(([a], [b]) => a - b)) {
    if (at < from) continue;
    parts.push(<span key={`${at} before`}>{text.slice(from, at)}</span>);
    parts.push(
      <mark key={at} className="rounded-[3px] bg-note-soft text-ink underline decoration-dotted">
        {text.slice(at, at + length)}
      </mark>,
    );
    from = at + length;
  }
  return (
    <>
      {parts}
      <span>{text.slice(from)}</span>
    </>
  );
}
