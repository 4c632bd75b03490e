"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { addressOf } from "@/app/_client/api";
import { fromAnswer, unreached } from "@/app/_client/api-error";
import { Button } from "@/app/_ui/button";
import { Field, Select } from "@/app/_ui/field";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { Api } from "@/app/api/v1/index";

type View = Api["POST /channels/{id}/reviews/preview"]["response"];
type Chosen = { file: File; columns: string[] | null; holds: "some" | "all" };

const PATIENCE_MS = 120_000;
const outcomes = ["new", "changed", "deleted", "same", "unreadable"] as const;

/** A file of messages: what its columns mean, what it would bring, and then brings. */
export function ImportFile({ channelId, kind }: { channelId: string; kind: string }) {
  const t = useTranslations("settings.channels.import");
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const asked = useRef(0);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [view, setView] = useState<View | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState("");
  const [done, setDone] = useState<View["counts"] | null>(null);

  async function preview(next: Chosen) {
    const mine = ++asked.current;
    setChosen(next);
    setBusy(true);
    setFailure("");
    setDone(null);
    try {
      const found = await send(channelId, "preview", next);
      if (mine === asked.current) setView(found);
    } catch (error) {
      if (mine !== asked.current) return;
      setFailure(wordsOf(error));
      if (next.columns === null) setView(null);
    } finally {
      if (mine === asked.current) setBusy(false);
    }
  }

  // Somebody may have chosen a file before anybody here listened.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it comes alive.
  useEffect(() => {
    const file = input.current?.files?.[0];
    if (file) void preview({ file, columns: null, holds: "some" });
  }, []);

  async function takeIn(what: Chosen) {
    setBusy(true);
    setFailure("");
    try {
      const { counts } = await send(channelId, "import", what);
      setDone(counts);
      setChosen(null);
      setView(null);
      if (input.current) input.current.value = "";
      router.refresh();
    } catch (error) {
      setFailure(wordsOf(error));
    } finally {
      setBusy(false);
    }
  }

  const brings = view ? view.counts.new + view.counts.changed + view.counts.deleted : 0;
  return (
    <section aria-labelledby="import" className="mt-8 flex flex-col gap-4 border-line border-t pt-5">
      <div>
        <h3 id="import" className="font-semibold">
          {t("title")}
        </h3>
        <p className="mt-1 text-ink-2">{t("hint")}</p>
      </div>
      <Field label={t("file")} hint={t("fileHint")} error={failure || undefined}>
        {({ id, describedBy, invalid }) => (
          <input
            ref={input}
            id={id}
            type="file"
            accept=".csv,.tsv,.txt,.json,text/csv,application/json"
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) void preview({ file, columns: null, holds: "some" });
            }}
            className="w-full min-w-0 text-ink-2 file:mr-3 file:h-9 file:cursor-pointer file:rounded-control file:border file:border-line-strong file:border-solid file:bg-surface file:px-3 file:text-ink max-desk:file:h-11"
          />
        )}
      </Field>
      <p role="status" className={busy || done ? "text-ink-2" : "sr-only"}>
        {busy ? t("reading") : done ? `${t("done", { list: sum(done) })} ${t("soon")}` : ""}
      </p>
      {chosen && view ? (
        <>
          <Columns kind={kind} view={view} onChange={(columns) => preview({ ...chosen, columns })} />
          <label className="flex items-start gap-2.5">
            <input
              type="checkbox"
              checked={chosen.holds === "all"}
              onChange={(event) => preview({ ...chosen, holds: event.target.checked ? "all" : "some" })}
              className="mt-1 size-4 shrink-0 accent-accent"
            />
            <span>
              {t("all")}
              <span className="block text-ink-3 type-meta">{t("allHint")}</span>
            </span>
          </label>
          <Found kind={kind} view={view} sum={sum(view.counts)} />
          <div className="flex flex-wrap items-center gap-3">
            <Button look="accent" disabled={busy || brings === 0} onClick={() => takeIn(chosen)}>
              {t("takeIn")}
            </Button>
            {brings === 0 ? <span className="text-ink-3 type-meta">{t("nothing")}</span> : null}
          </div>
        </>
      ) : null}
    </section>
  );

  function sum(counts: View["counts"]): string {
    const said = outcomes.filter((outcome) => counts[outcome] > 0);
    return said.map((outcome) => t(`counts.${outcome}`, { count: counts[outcome] })).join(", ");
  }
}

/** What each column means; a meaning that is given to one is taken from the other. */
function Columns({ kind, view, onChange }: { kind: string; view: View; onChange(columns: string[]): void }) {
  const t = useTranslations("settings.channels.import");
  const words = useTranslations(`channels.${kind}.columns`);
  const options = [
    { value: "", label: t("unused") },
    ...view.fields.map((field) => ({ value: field, label: words(field) })),
  ];
  const choose = (place: number, value: string) =>
    onChange(
      view.columns.map(({ field }, at) =>
        at === place ? value : field === value && value !== "" ? "" : (field ?? ""),
      ),
    );
  return (
    <fieldset>
      <legend className="mb-2 font-medium">{t("columns")}</legend>
      <div className="grid gap-3 desk:grid-cols-2">
        {view.columns.map(({ name, field, example }, place) => (
          <Select
            key={place}
            label={name || t("unnamed", { place: place + 1 })}
            hint={example ? <span className="line-clamp-1 break-all">{example}</span> : null}
            options={options}
            value={field ?? ""}
            onChange={(event) => choose(place, event.target.value)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Found({ kind, view, sum }: { kind: string; view: View; sum: string }) {
  const t = useTranslations("settings.channels.import");
  const words = useTranslations(`channels.${kind}`);
  const shown = view.fields.filter((field) => view.columns.some((column) => column.field === field));
  return (
    <div className="flex flex-col gap-3">
      <p className="font-medium">{t("brings", { list: sum })}</p>
      {view.isMissingKept ? <p className="text-note">{t("missingKept")}</p> : null}
      {view.problems.length > 0 ? (
        <ul className="list-disc pl-5 text-now">
          {view.problems.map(({ line, problem }) => (
            <li key={line}>{t("problem", { line, problem: words(`problems.${problem}`) })}</li>
          ))}
          {view.counts.unreadable > view.problems.length ? (
            <li>{t("moreProblems", { count: view.counts.unreadable - view.problems.length })}</li>
          ) : null}
        </ul>
      ) : null}
      <section
        aria-label={t("first")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse must be able to move it sideways.
        tabIndex={0}
        className="overflow-x-auto rounded-card border border-line"
      >
        <table className="w-full border-collapse text-left type-meta">
          <thead>
            <tr className="border-line border-b text-ink-2">
              <th className="whitespace-nowrap px-3 py-2 font-medium">{t("outcome")}</th>
              {shown.map((field) => (
                <th key={field} className="whitespace-nowrap px-3 py-2 font-medium">
                  {words(`columns.${field}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.rows.map(({ line, outcome, row }) => (
              <tr key={line} className="border-line not-last:border-b align-top">
                <td className={`whitespace-nowrap px-3 py-2 ${outcome === "unreadable" ? "text-now" : ""}`}>
                  {t(`outcomes.${outcome}`)}
                </td>
                {shown.map((field) => (
                  <td key={field} className="px-3 py-2">
                    <span className="line-clamp-2 max-w-64 break-words">{row[field] ?? ""}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

async function send(channelId: string, what: "preview" | "import", chosen: Chosen): Promise<View> {
  const query = {
    holds: chosen.holds,
    ...(chosen.columns === null ? {} : { columns: chosen.columns.join(",") }),
  };
  const late = AbortSignal.timeout(PATIENCE_MS);
  let response: Response;
  try {
    response = await fetch(
      addressOf(`/channels/{id}/reviews/${what}`, { params: { id: channelId }, query }),
      {
        method: "POST",
        headers: { accept: "application/json", "content-type": "application/octet-stream" },
        body: chosen.file,
        signal: late,
      },
    );
  } catch {
    throw unreached(late.aborted ? "timeout" : navigator.onLine === false ? "offline" : "unavailable", 0);
  }
  const body = await response.json().catch(() => null);
  if (!response.ok) throw fromAnswer(response.status, body);
  return body;
}
