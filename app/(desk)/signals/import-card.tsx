"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Select } from "@/app/_ui/field";
import { FailedLine } from "@/app/(desk)/settings/failed-line";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import { signalKinds } from "@/db/enums";
import type { Import } from "./imports";
import { Would } from "./would";

const orders = ["ymd", "dmy", "mdy", "ask"] as const;
const patienceMs = 60_000;

/** A file before it is stored: which column is what, what it would do, and the button. */
export function ImportCard({
  one,
  onChange,
  onEnd,
}: {
  one: Import;
  onChange(one: Import): void;
  onEnd(): void;
}) {
  const t = useTranslations("signals.imports");
  const kinds = useTranslations("signals.kinds");
  const errors = useTranslations("errors.imports.missing");
  const [failed, setFailed] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const params = { id: one.id };
  const { data: preview, error } = useQuery({
    queryKey: ["imports", one.id, "preview", one.mapping, one.reading],
    queryFn: () => api("GET /imports/{id}/preview", { params, timeoutMs: patienceMs }),
    placeholderData: (before) => before,
  });

  async function choose(change: {
    mapping?: Import["mapping"];
    dateOrder?: Import["reading"]["dateOrder"];
    decimal?: "," | ".";
    choices?: Import["reading"]["choices"];
  }) {
    await run(async () =>
      onChange(await api("PATCH /imports/{id}", { params, body: { mapping: one.mapping, ...change } })),
    );
  }

  async function run(call: () => Promise<unknown>) {
    setBusy(true);
    setFailed(null);
    try {
      await call();
    } catch (problem) {
      setFailed(wordsOf(problem));
    } finally {
      setBusy(false);
    }
  }

  const missing = preview?.missing;
  return (
    <div className="flex flex-col gap-4 rounded-card border border-line bg-canvas p-4">
      <p className="font-medium" dir="auto">
        {one.name}
      </p>
      <fieldset>
        <legend className="mb-2 font-medium">{t("columns")}</legend>
        <div className="grid gap-3 desk:grid-cols-3">
          {one.fields.map((field) => (
            <Select
              key={field}
              label={t(`fields.${field}`)}
              value={one.mapping[field] ?? ""}
              onChange={(event) => {
                const { [field]: _before, ...others } = one.mapping;
                const mapping =
                  event.target.value === "" ? others : { ...others, [field]: event.target.value };
                void choose({ mapping });
              }}
              options={[
                { value: "", label: t("none") },
                ...one.reading.headings.map((name) => ({ value: name, label: name })),
              ]}
            />
          ))}
          {one.what === "customers" || one.mapping.kind ? null : (
            <Select
              label={t("kind")}
              value={one.reading.choices.kind ?? ""}
              onChange={(event) =>
                void choose({ choices: { ...one.reading.choices, kind: event.target.value } })
              }
              options={[
                { value: "", label: t("orders.ask") },
                ...signalKinds.map((kind) => ({ value: kind, label: kinds(kind) })),
              ]}
            />
          )}
          {one.what === "signals" ? (
            <>
              <Select
                label={t("dates")}
                value={one.reading.dateOrder}
                onChange={(event) =>
                  void choose({ dateOrder: orders.find((order) => order === event.target.value) ?? "ask" })
                }
                options={orders.map((order) => ({ value: order, label: t(`orders.${order}`) }))}
              />
              <Select
                label={t("decimal")}
                value={one.reading.decimal}
                onChange={(event) => void choose({ decimal: event.target.value === "," ? "," : "." })}
                options={[
                  { value: ".", label: "1234.50" },
                  { value: ",", label: "1234,50" },
                ]}
              />
            </>
          ) : null}
        </div>
      </fieldset>
      {missing ? (
        <p className="font-medium text-note">{errors.has(missing) ? errors(missing) : missing}</p>
      ) : null}
      {preview ? (
        <Would preview={preview} what={one.what} />
      ) : error ? null : (
        <p className="text-ink-2">{t("reading")}</p>
      )}
      <FailedLine text={failed ?? (error ? wordsOf(error) : null)} />
      <div className="flex flex-wrap gap-2">
        <Button
          look="accent"
          size="medium"
          disabled={busy || !preview?.would || preview.would.stored === 0}
          onClick={() =>
            void run(async () => {
              await api("POST /imports/{id}/start", { params });
              onEnd();
            })
          }
        >
          {t("start")}
        </Button>
        <Button
          size="medium"
          disabled={busy}
          onClick={() =>
            void run(async () => {
              await api("POST /imports/{id}/cancel", { params });
              onEnd();
            })
          }
        >
          {t("cancel")}
        </Button>
      </div>
    </div>
  );
}
