"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { addressOf, api } from "@/app/_client/api";
import { fromAnswer, unreached } from "@/app/_client/api-error";
import { Field, Select } from "@/app/_ui/field";
import { toast } from "@/app/_ui/toast";
import { FailedLine } from "@/app/(desk)/settings/failed-line";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { Api } from "@/app/api/v1/index";
import { ImportCard } from "./import-card";
import { ImportLine } from "./import-line";

export type Import = Api["GET /imports/{id}"]["response"];

const patienceMs = 120_000;

/** A file is handed in, looked at, stored; those of before with what they brought, and the way back. */
export function Imports({
  brands,
  what,
}: {
  brands: Array<{ id: string; name: string }>;
  what: Import["what"];
}) {
  const t = useTranslations("signals.imports");
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [brandId, setBrandId] = useState(brands[0]?.id ?? "");
  const [chosen, setChosen] = useState<Import | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const { data } = useQuery({
    queryKey: ["imports"],
    queryFn: async () => (await api("GET /imports")).items,
    // Nothing tells a browser how far a file is: it asks while one is under way, and not otherwise.
    refetchInterval: ({ state }) =>
      state.data?.some((one) => one.state === "running" || one.state === "undoing") ? 1000 : false,
  });
  const renew = () => client.invalidateQueries({ queryKey: ["imports"] });

  async function hand(file: File) {
    setBusy(true);
    setFailed(null);
    try {
      setChosen(await send(file, brandId, what));
    } catch (error) {
      setFailed(wordsOf(error));
    } finally {
      setBusy(false);
      if (input.current) input.current.value = "";
    }
  }

  async function act(deed: "cancel" | "undo", one: Import) {
    try {
      if (deed === "cancel") await api("POST /imports/{id}/cancel", { params: { id: one.id } });
      else await api("POST /imports/{id}/undo", { params: { id: one.id } });
    } catch (error) {
      toast({ tone: "failed", text: wordsOf(error) });
    }
    await renew();
  }

  const before = (data ?? []).filter(
    (one) => one.what === what && one.id !== chosen?.id && one.state !== "preview",
  );
  const ofCustomers = what === "customers";
  return (
    <section
      aria-labelledby="imports"
      className="flex flex-col gap-4 rounded-card border border-line bg-surface p-4"
    >
      <div>
        <h2 id="imports" className="type-zone">
          {t(ofCustomers ? "titleCustomers" : "title")}
        </h2>
        <p className="text-ink-2">{t(ofCustomers ? "textCustomers" : "text")}</p>
      </div>
      <div className="flex flex-wrap items-end gap-4">
        {brands.length > 1 ? (
          <Select
            label={t("brand")}
            value={brandId}
            onChange={(event) => setBrandId(event.target.value)}
            options={brands.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <Field label={t("hand")}>
          {({ id }) => (
            <input
              ref={input}
              id={id}
              type="file"
              accept=".csv,.tsv,.txt,text/csv"
              disabled={busy}
              onChange={(event) => {
                const file = event.target.files?.[0];
                if (file) void hand(file);
              }}
              className="w-full min-w-0 text-ink-2 file:mr-3 file:h-9 file:cursor-pointer file:rounded-control file:border file:border-line-strong file:border-solid file:bg-surface file:px-3 file:text-ink max-desk:file:h-11"
            />
          )}
        </Field>
      </div>
      <p role="status" className={busy ? "text-ink-2" : "sr-only"}>
        {busy ? t("reading") : ""}
      </p>
      <FailedLine text={failed} />
      {chosen ? (
        <ImportCard
          key={chosen.id}
          one={chosen}
          onChange={setChosen}
          onEnd={() => {
            setChosen(null);
            void renew();
          }}
        />
      ) : null}
      {before.length > 0 ? (
        <ul className="divide-y divide-line border-line border-t">
          {before.map((one) => (
            <ImportLine
              key={one.id}
              one={one}
              onCancel={() => act("cancel", one)}
              onUndo={() => act("undo", one)}
            />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

async function send(file: File, brandId: string, what: Import["what"]): Promise<Import> {
  const late = AbortSignal.timeout(patienceMs);
  let response: Response;
  try {
    response = await fetch(addressOf("/imports", { query: { brandId, name: file.name, what } }), {
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/octet-stream" },
      body: file,
      signal: late,
    });
  } catch {
    throw unreached(late.aborted ? "timeout" : navigator.onLine === false ? "offline" : "unavailable", 0);
  }
  const body = await response.json().catch(() => null);
  if (!response.ok) throw fromAnswer(response.status, body);
  return body;
}
