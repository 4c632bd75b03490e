"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import { tellEventually } from "./decide-same";
import { useFacts } from "./use-facts";

type Choice = "one" | "other" | "both";

/** Field by field, whose word is taken when two customers become one person. */
export function MergeDialog({
  oneId,
  otherId,
  onClose,
}: {
  oneId: string;
  otherId: string;
  onClose(): void;
}) {
  const t = useTranslations("samePerson");
  const ui = useTranslations("ui");
  const facts = useTranslations("context.facts");
  const factsOf = useFacts();
  const language = useLocale();
  const client = useQueryClient();
  const [choices, setChoices] = useState<{ [field: string]: Choice }>({});
  const { data, error } = useQuery({
    queryKey: ["customer", oneId, "preview", otherId],
    queryFn: () => api("GET /customers/{id}/merge-preview", { params: { id: oneId }, query: { otherId } }),
    retry: false,
  });

  async function put() {
    onClose();
    const body = { otherId, choices, mayJoinToldApart: data?.isToldApart ?? false };
    await tellEventually(client, {
      ask: () => api("POST /customers/{id}/merge", { params: { id: oneId }, body }),
      said: t("saidSame", { name: data?.other.name ?? "" }),
      undo: ui("undo"),
    });
  }

  return (
    <Dialog
      title={t("mergeTitle")}
      closeLabel={ui("close")}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button look="accent" disabled={!data} onClick={put}>
            {t("merge")}
          </Button>
        </>
      }
    >
      {error ? <p className="text-now">{wordsOf(error)}</p> : null}
      {data ? (
        <div className="flex flex-col gap-3">
          <p className="text-ink-2">{t("mergeText")}</p>
          {data.isToldApart ? (
            <p className="rounded-row bg-now-soft px-3 py-2 text-now">{t("toldApart")}</p>
          ) : null}
          {data.differences.length === 0 && data.counted === null ? <p>{t("noDifference")}</p> : null}
          {data.differences.map(({ field, one, other, taken }) => (
            <fieldset key={field} className="flex flex-col">
              <legend className="mb-1 font-medium">{nameOf(field)}</legend>
              {(field === "note" ? (["both", "one", "other"] as const) : (["one", "other"] as const)).map(
                (choice) => (
                  <label
                    key={choice}
                    className="flex min-h-8 cursor-pointer items-start gap-2.5 py-1 max-desk:min-h-11"
                  >
                    <input
                      type="radio"
                      name={field}
                      className="mt-0.5 size-4 shrink-0"
                      checked={(choices[field] ?? taken) === choice}
                      onChange={() => setChoices({ ...choices, [field]: choice })}
                    />
                    <span className="min-w-0 break-words" dir="auto">
                      {choice === "both"
                        ? t("bothNotes")
                        : choice === "one"
                          ? said(field, one, data.one.facts)
                          : said(field, other, data.other.facts)}
                    </span>
                  </label>
                ),
              )}
            </fieldset>
          ))}
          {data.counted === null ? null : (
            <section aria-label={t("counted")} className="flex flex-col">
              <p className="mb-1 font-medium">{t("counted")}</p>
              <dl className="flex flex-wrap gap-x-6 gap-y-1">
                {factsOf(data.counted).map(({ name, label, value }) => (
                  <div key={name} className="flex gap-2">
                    <dt className="text-ink-2">{label}</dt>
                    <dd dir="auto">{value}</dd>
                  </div>
                ))}
              </dl>
              <p className="mt-1 text-ink-2">{t("countedText")}</p>
            </section>
          )}
          <p className="text-ink-2">
            {t("tagsAfter", {
              tags: [...new Set([...data.one.tags, ...data.other.tags])].join(", ") || t("none"),
            })}
          </p>
          {[data.one, data.other].some(
            (one) => one.doNotContactAt !== null || one.unsubscribedAt !== null || one.noProfileAt !== null,
          ) ? (
            <p className="text-ink-2">{t("consentAfter")}</p>
          ) : null}
        </div>
      ) : null}
    </Dialog>
  );

  function nameOf(field: string): string {
    const fact = field.startsWith("facts.") ? field.slice(6) : null;
    if (fact !== null) return facts.has(fact) ? facts(fact) : fact;
    return t.has(`field.${field}`) ? t(`field.${field}`) : field;
  }

  /** A value as the rest of the desk writes it: "€29.90", "2 Nov 2026", "French". */
  function said(field: string, value: unknown, known: { [name: string]: unknown }): string {
    if (field.startsWith("facts.")) {
      const name = field.slice(6);
      return (
        factsOf({ currency: known.currency, [name]: value }).find((one) => one.name === name)?.value ??
        plain(value)
      );
    }
    if (field === "language" && typeof value === "string")
      return new Intl.DisplayNames(language, { type: "language" }).of(value) ?? value;
    return plain(value);
  }
}

function plain(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : JSON.stringify(value);
}
