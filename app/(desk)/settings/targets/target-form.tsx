"use client";

import { ChevronRight } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Select } from "@/app/_ui/field";
import { Icon } from "@/app/_ui/icon";
import { Switch } from "@/app/_ui/switch";
import { useDesk } from "@/app/(desk)/desk";
import { FailedLine } from "@/app/(desk)/settings/failed-line";
import { useSave } from "@/app/(desk)/settings/use-save";
import { bands, targetKinds } from "@/db/enums";
import { type Duration, secondsOf } from "./duration";
import { DurationField } from "./duration-field";

type Named = { id: string; name: string };
const pins = [-1, 0, 1] as const;

/** Promises a time: which one, for what, how long, who is warned and called. It replaces what held for the same. */
export function TargetForm({
  brands,
  channels,
  forAll,
}: {
  brands: Named[];
  channels: Named[];
  forAll: boolean;
}) {
  const t = useTranslations("settings.targets");
  const words = useTranslations("due.scope");
  const { agents, teams, tags } = useDesk();
  const { busy, failed, save } = useSave();
  const [kind, setKind] = useState<(typeof targetKinds)[number]>("first_response");
  const [scope, setScope] = useState(forAll ? "all" : `brand:${brands[0]?.id ?? ""}`);
  const [pin, setPin] = useState("");
  const [tagId, setTagId] = useState("");
  const [band, setBand] = useState("");
  const [within, setWithin] = useState<Duration>({ amount: "4", unit: "h" });
  const [warns, setWarns] = useState("usual");
  const [before, setBefore] = useState<Duration>({ amount: "30", unit: "min" });
  const [calls, setCalls] = useState("");
  const [isHandedOver, setHandedOver] = useState(false);
  const isToTeam = calls.startsWith("team:");

  function submit(event: FormEvent) {
    event.preventDefault();
    const seconds = secondsOf(within);
    const warnSeconds = warns === "usual" ? null : secondsOf(before);
    // What is not read says so at its field.
    if (seconds === null || (warns !== "usual" && warnSeconds === null)) return;
    const [of, id = null] = scope.split(":");
    const [called, calledId = null] = calls.split(":");
    const body = {
      kind,
      brandId: of === "brand" ? id : null,
      channelId: of === "channel" ? id : null,
      pin: pins.find((one) => String(one) === pin) ?? null,
      tagId: tagId || null,
      band: bands.find((one) => one === band) ?? null,
      seconds,
      warnSeconds,
      escalateAgentId: called === "agent" ? calledId : null,
      escalateTeamId: called === "team" ? calledId : null,
      isHandedOver: isToTeam && isHandedOver,
    };
    void save(() => api("POST /targets", { body }), { said: t("saved") });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4 rounded-card border border-line bg-canvas p-4">
      <div className="grid items-end gap-4 desk:grid-cols-3">
        <Select
          label={t("kind")}
          value={kind}
          onChange={(event) =>
            setKind(targetKinds.find((one) => one === event.target.value) ?? "first_response")
          }
          options={targetKinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
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
        <DurationField label={t("within")} unitLabel={t("unit")} value={within} onChange={setWithin} />
        <Select
          label={t("tag")}
          value={tagId}
          onChange={(event) => setTagId(event.target.value)}
          options={[
            { value: "", label: t("anyTag") },
            ...Object.entries(tags)
              .map(([value, label]) => ({ value, label }))
              .sort((a, b) => a.label.localeCompare(b.label)),
          ]}
        />
        <Select
          label={t("priority")}
          value={pin}
          onChange={(event) => setPin(event.target.value)}
          options={[
            { value: "", label: t("anyPriority") },
            { value: "-1", label: words("pin.first") },
            { value: "0", label: words("pin.asItComes") },
            { value: "1", label: words("pin.later") },
          ]}
        />
        <Select
          label={t("band")}
          value={band}
          onChange={(event) => setBand(event.target.value)}
          options={[
            { value: "", label: t("anyBand") },
            ...bands.map((one) => ({ value: one, label: words(`band.${one}`) })),
          ]}
        />
      </div>
      <details className="group">
        <summary className="flex cursor-pointer items-center gap-1.5 font-medium">
          <Icon of={ChevronRight} size={15} className="transition-transform group-open:rotate-90" />
          {t("warnAndCall")}
        </summary>
        <div className="mt-3 grid items-end gap-4 desk:grid-cols-3">
          <Select
            label={t("warning")}
            value={warns}
            onChange={(event) => setWarns(event.target.value)}
            options={[
              { value: "usual", label: t("usualWarning") },
              { value: "own", label: t("ownWarning") },
            ]}
          />
          {warns === "own" ? (
            <DurationField
              label={t("warnBefore")}
              unitLabel={t("warnUnit")}
              value={before}
              onChange={setBefore}
            />
          ) : null}
          <Select
            label={t("calls")}
            value={calls}
            onChange={(event) => setCalls(event.target.value)}
            options={[
              { value: "", label: t("callsNobody") },
              ...teams.map(({ id, name }) => ({ value: `team:${id}`, label: t("callsTeam", { name }) })),
              ...agents.map(({ id, name }) => ({ value: `agent:${id}`, label: name })),
            ]}
          />
        </div>
        {isToTeam ? (
          <Switch
            label={t("handOver")}
            hint={t("handOverHint")}
            checked={isHandedOver}
            onChange={setHandedOver}
          />
        ) : null}
        <p className="mt-2 text-ink-2 type-meta">{t("warnHint")}</p>
      </details>
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
