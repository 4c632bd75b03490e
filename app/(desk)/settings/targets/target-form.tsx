"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Field, inputClass, Select } from "@/app/_ui/field";
import { FailedLine } from "@/app/(desk)/settings/failed-line";
import { useSave } from "@/app/(desk)/settings/use-save";
import { type Unit, units } from "./duration";

const kinds = ["first_response", "next_response", "resolution"] as const;

/** Promises a time: which one, for whom, how long. It replaces what held for the same. */
export function TargetForm({
  brands,
  channels,
  forAll,
}: {
  brands: Array<{ id: string; name: string }>;
  channels: Array<{ id: string; name: string }>;
  forAll: boolean;
}) {
  const t = useTranslations("settings.targets");
  const { busy, failed, save } = useSave();
  const [kind, setKind] = useState<(typeof kinds)[number]>("first_response");
  const [scope, setScope] = useState(forAll ? "all" : `brand:${brands[0]?.id ?? ""}`);
  const [amount, setAmount] = useState("4");
  const [unit, setUnit] = useState<Unit>("h");

  function submit(event: FormEvent) {
    event.preventDefault();
    const [of, id = null] = scope.split(":");
    const body = {
      kind,
      brandId: of === "brand" ? id : null,
      channelId: of === "channel" ? id : null,
      seconds: Math.round(Number(amount) * units[unit]),
    };
    void save(() => api("POST /targets", { body }), { said: t("saved") });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4 rounded-card border border-line bg-canvas p-4">
      <div className="grid items-end gap-4 desk:grid-cols-[1fr_1fr_auto]">
        <Select
          label={t("kind")}
          value={kind}
          onChange={(event) => setKind(kinds.find((one) => one === event.target.value) ?? "first_response")}
          options={kinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
        />
        <Select
          label={t("scope")}
          value={scope}
          onChange={(event) => setScope(event.target.value)}
          options={[
            ...(forAll ? [{ value: "all", label: t("everything") }] : []),
            ...brands.map(({ id, name }) => ({ value: `brand:${id}`, label: t("ofBrand", { name }) })),
            ...channels.map(({ id, name }) => ({ value: `channel:${id}`, label: t("ofChannel", { name }) })),
          ]}
        />
        <Field label={t("within")}>
          {({ id }) => (
            <div className="flex gap-2">
              <input
                id={id}
                type="number"
                min={1}
                max={10_000}
                required
                value={amount}
                onChange={(event) => setAmount(event.target.value)}
                className={`${inputClass} w-24`}
              />
              <select
                aria-label={t("unit")}
                value={unit}
                onChange={(event) =>
                  setUnit(event.target.value === "min" ? "min" : event.target.value === "d" ? "d" : "h")
                }
                className={`${inputClass} w-28`}
              >
                {(["min", "h", "d"] as const).map((one) => (
                  <option key={one} value={one}>
                    {t(`units.${one}`)}
                  </option>
                ))}
              </select>
            </div>
          )}
        </Field>
      </div>
      <FailedLine text={failed} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="accent" size="medium" disabled={busy}>
          {t("set")}
        </Button>
        <span className="text-ink-3 type-meta">{t("fromNow")}</span>
      </div>
    </form>
  );
}
