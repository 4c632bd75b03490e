"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Select, TextField } from "@/app/_ui/field";
import { Switch } from "@/app/_ui/switch";
import { toast } from "@/app/_ui/toast";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { Language } from "@/db/enums";
import { families } from "@/lib/cues/cue";
import type { ShippedPhrase } from "@/lib/cues/list-phrases";

const kinds = [...families, "none"] as const;
const pauseMs = 300;

type Page = {
  items: ShippedPhrase[];
  count: number;
  groups: Array<{ family: ShippedPhrase["family"]; count: number }>;
};

/** What ships, by kind and by what weighs most, each with an example; searched, and switched off one by one. */
export function ShippedPhrases({ language, first }: { language: Language; first: Page }) {
  const t = useTranslations("cues");
  const [search, setSearch] = useState("");
  const [family, setFamily] = useState("");
  const [isOff, setOff] = useState(false);
  const [page, setPage] = useState(first);
  const [failed, setFailed] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const isFirst = useRef(true);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks for the same once more
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(() => {
      api("GET /cues/shipped", {
        query: {
          language,
          search,
          ...(isOff ? { isOff: "true" as const } : {}),
          ...(kinds.some((kind) => kind === family)
            ? { family: kinds.find((kind) => kind === family) ?? null }
            : {}),
        },
        signal: abort.signal,
      }).then(
        (found) => {
          setPage(found);
          setFailed(null);
        },
        (error: unknown) => {
          if (!abort.signal.aborted) setFailed(wordsOf(error));
        },
      );
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [language, search, family, isOff, round]);

  function toggle(phrase: ShippedPhrase) {
    const call =
      phrase.offId === null
        ? api("POST /cues/shipped/off", { body: { language, pattern: phrase.pattern } })
        : api("DELETE /cues/phrases/{id}", { params: { id: phrase.offId } });
    call.then(
      () => setRound((before) => before + 1),
      (error: unknown) => toast({ tone: "failed", text: wordsOf(error) }),
    );
  }

  return (
    <section aria-label={t("phrases.shipped")} className="flex flex-col gap-3">
      <h3 className="type-zone">{t("phrases.shipped")}</h3>
      <p className="text-ink-2">{t("phrases.shippedText")}</p>
      <div className="grid grid-cols-[1fr_14rem] gap-3 max-desk:grid-cols-1">
        <TextField
          label={t("phrases.search")}
          type="search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Select
          label={t("phrases.family")}
          value={family}
          onChange={(event) => setFamily(event.target.value)}
          options={[
            { value: "", label: t("phrases.every") },
            ...kinds.map((kind) => ({ value: kind, label: t(`families.${kind}`) })),
          ]}
        />
      </div>
      <Switch label={t("phrases.onlyOff")} checked={isOff} onChange={setOff} />
      <p role="status" className={failed ? "text-now" : "text-ink-3 type-meta"}>
        {failed ?? t("phrases.count", { count: page.count, shown: page.items.length })}
      </p>
      {page.groups.map((group) => {
        const items = page.items.filter((phrase) => phrase.family === group.family);
        return (
          <section key={group.family} aria-label={t(`families.${group.family}`)}>
            <h4 className="mb-1 flex flex-wrap items-baseline justify-between gap-x-3 font-semibold">
              <span className="first-letter:uppercase">{t(`families.${group.family}`)}</span>
              {items.length < group.count && family === "" ? (
                <Button look="plain" onClick={() => setFamily(group.family)}>
                  {t("phrases.allOf", { count: group.count })}
                </Button>
              ) : null}
            </h4>
            <ul className="divide-y divide-line rounded-card border border-line">
              {items.map((phrase) => (
                <li key={phrase.pattern} className="wrap-anywhere px-4 py-1.5">
                  <Switch
                    label={t("phrases.example", { words: phrase.example })}
                    hint={`${reasonOf(t, phrase.reason)} · ${short(phrase.pattern)}`}
                    checked={phrase.offId === null}
                    onChange={() => toggle(phrase)}
                  />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}

function short(pattern: string): string {
  return pattern.length > 110 ? `${pattern.slice(0, 110)}…` : pattern;
}

/** A reason of ours has words, one of the house is its own. */
export function reasonOf(t: { (key: string): string; has(key: string): boolean }, reason: string): string {
  return t.has(`reasons.${reason}`) ? t(`reasons.${reason}`) : reason;
}
