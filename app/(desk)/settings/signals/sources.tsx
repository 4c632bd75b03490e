"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Select, TextField } from "@/app/_ui/field";
import { Time } from "@/app/_ui/time";
import { CopyLine } from "@/app/(desk)/settings/channels/copy-line";
import { FailedLine } from "@/app/(desk)/settings/failed-line";
import { useSave } from "@/app/(desk)/settings/use-save";
import { type SignalSourceKind, signalSourceKinds } from "@/db/enums";
import type { SourceView } from "@/lib/signals/sources/manage";

/** These show a secret of their own, which is copied here. */
const theirs = new Set<SignalSourceKind>(["shopify", "stripe", "sendgrid"]);

/** Who tells signs by itself: each with its address, what came last, and what went wrong. */
export function Sources({
  sources,
  brands,
}: {
  sources: SourceView[];
  brands: Array<{ id: string; name: string }>;
}) {
  const t = useTranslations("signals.sources");
  const faults = useTranslations("signals.faults");
  const { busy, failed, save } = useSave();
  return (
    <section aria-labelledby="sources" className="flex flex-col gap-4 border-line border-t pt-5">
      <div>
        <h3 id="sources" className="type-zone">
          {t("title")}
        </h3>
        <p className="text-ink-2">{t("text")}</p>
      </div>
      <NewSource brands={brands} />
      <FailedLine text={failed} />
      {sources.length === 0 ? <p className="text-ink-2">{t("empty")}</p> : null}
      <ul className="flex flex-col gap-3">
        {sources.map((one) => (
          <li key={one.id} className="flex flex-col gap-2 rounded-card border border-line bg-surface p-4">
            <div className="flex flex-wrap items-baseline justify-between gap-2">
              <span className="font-medium" dir="auto">
                {one.name} <span className="font-normal text-ink-2">· {t(`kinds.${one.kind}`)}</span>
                {brands.length > 1 ? (
                  <span className="font-normal text-ink-2"> · {one.brandName}</span>
                ) : null}
              </span>
              <Button
                look="plain"
                disabled={busy}
                onClick={() =>
                  void save(() => api("DELETE /signal-sources/{id}", { params: { id: one.id } }), {
                    said: t("removed"),
                  })
                }
              >
                {t("remove")}
              </Button>
            </div>
            <CopyLine label={t("address")} value={one.address} />
            <p className="text-ink-2 type-meta">
              {t("received", { count: one.received })} ·{" "}
              {one.lastReceivedAt ? (
                <>
                  {t("last")} <Time at={one.lastReceivedAt} />
                </>
              ) : (
                t("never")
              )}
            </p>
            {one.lastFault && one.lastFaultAt ? (
              <p className="text-note type-meta">
                {t("fault")} (<Time at={one.lastFaultAt} />
                ): {faults.has(one.lastFault) ? faults(one.lastFault, { field: "" }) : one.lastFault}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function NewSource({ brands }: { brands: Array<{ id: string; name: string }> }) {
  const t = useTranslations("signals.sources");
  const words = useTranslations("signals.imports");
  const { busy, failed, save } = useSave();
  const [kind, setKind] = useState<SignalSourceKind>("shopify");
  const [brandId, setBrandId] = useState(brands[0]?.id ?? "");
  const [name, setName] = useState("");
  const [secret, setSecret] = useState("");
  const [made, setMade] = useState<string | null>(null);
  return (
    <form
      className="flex flex-col gap-3 rounded-card border border-line bg-canvas p-4"
      onSubmit={(event) => {
        event.preventDefault();
        setMade(null);
        void save(
          async () => {
            const done = await api("POST /signal-sources", {
              body: {
                brandId,
                kind,
                name: name || t(`kinds.${kind}`),
                secret: theirs.has(kind) ? secret : "",
              },
            });
            setMade(theirs.has(kind) ? null : done.secret);
            setName("");
            setSecret("");
          },
          { said: t("add") },
        );
      }}
    >
      <p className="font-medium">{t("add")}</p>
      <div className="grid items-end gap-3 desk:grid-cols-3">
        <Select
          label={t("kind")}
          value={kind}
          onChange={(event) => setKind(signalSourceKinds.find((one) => one === event.target.value) ?? "api")}
          options={signalSourceKinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
        />
        <TextField
          label={t("name")}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
        />
        {brands.length > 1 ? (
          <Select
            label={words("brand")}
            value={brandId}
            onChange={(event) => setBrandId(event.target.value)}
            options={brands.map((brand) => ({ value: brand.id, label: brand.name }))}
          />
        ) : null}
        {theirs.has(kind) ? (
          <TextField
            label={t("secret")}
            value={secret}
            required
            autoComplete="off"
            onChange={(event) => setSecret(event.target.value)}
          />
        ) : null}
      </div>
      <p className="text-ink-3 type-meta">{t(`hints.${kind}`)}</p>
      <FailedLine text={failed} />
      {made ? <CopyLine label={t("secretOnce")} value={made} /> : null}
      <div>
        <Button type="submit" size="medium" disabled={busy}>
          {t("make")}
        </Button>
      </div>
    </form>
  );
}
