"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import { Go } from "@/app/_ui/go";
import { Switch } from "@/app/_ui/switch";
import { useDay } from "@/app/_ui/time";
import { FailedLine } from "@/app/(desk)/settings/failed-line";
import { useSave } from "@/app/(desk)/settings/use-save";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { Api } from "@/app/api/v1/index";
import type { SignalRuleView } from "@/lib/signals/list-rules";

type Tried = Api["POST /signal-rules/dry-run"]["response"];

/** One rule: on or off, its numbers, and what it would have opened last month. */
export function RuleForm({ brandId, rule }: { brandId: string; rule: SignalRuleView }) {
  const t = useTranslations("signals.rulesPage");
  const { busy, failed, save } = useSave();
  const [settings, setSettings] = useState(rule.settings);
  const [coolDownDays, setCoolDownDays] = useState(rule.coolDownDays);
  const [tried, setTried] = useState<Tried | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const given = { brandId, kind: rule.kind, settings, coolDownDays };
  const store = (isOn: boolean) =>
    save(() => api("PUT /signal-rules", { body: { ...given, isOn } }), { said: t("saved") });

  async function dryRun() {
    setProblem(null);
    try {
      setTried(await api("POST /signal-rules/dry-run", { body: given }));
    } catch (error) {
      setProblem(wordsOf(error));
    }
  }

  return (
    <li className="flex flex-col gap-3 rounded-card border border-line bg-surface p-4">
      <Switch
        checked={rule.isOn}
        onChange={(isOn) => void store(isOn)}
        label={t(`kinds.${rule.kind}`)}
        hint={t(`texts.${rule.kind}`)}
      />
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void store(rule.isOn);
        }}
      >
        {(["purchases", "times", "days"] as const)
          .filter((name) => name in settings)
          .map((name) => (
            <div key={name} className="w-28">
              <TextField
                label={t(`settings.${name}`)}
                type="number"
                min={1}
                max={1000}
                required
                value={String(settings[name])}
                onChange={(event) => setSettings({ ...settings, [name]: Number(event.target.value) })}
              />
            </div>
          ))}
        <div className="w-40">
          <TextField
            label={t("settings.coolDown")}
            type="number"
            min={1}
            max={1000}
            required
            value={String(coolDownDays)}
            onChange={(event) => setCoolDownDays(Number(event.target.value))}
          />
        </div>
        <Button type="submit" size="medium" disabled={busy}>
          {t("save")}
        </Button>
      </form>
      <div>
        <Button onClick={() => void dryRun()}>{t("try")}</Button>
      </div>
      <FailedLine text={failed ?? problem} />
      {tried ? <TriedList tried={tried} /> : null}
    </li>
  );
}

function TriedList({ tried }: { tried: Tried }) {
  const t = useTranslations("signals.rulesPage");
  const say = useTranslations("signals.reasons");
  const day = useDay();
  return (
    <div role="status" className="flex flex-col gap-1">
      <p className="font-medium">
        {t("tried", { count: tried.count })}
        {tried.leftOut > 0 ? ` ${t("leftOut", { count: tried.leftOut })}` : ""}
      </p>
      <ul className="max-h-60 overflow-y-auto">
        {tried.rows.map((row) => (
          <li key={row.customerId} className="flex flex-wrap justify-between gap-x-3">
            <span className="min-w-0 truncate" dir="auto">
              <Go href={`/customers/${row.customerId}`} className="font-medium hover:underline">
                {row.name}
              </Go>{" "}
              <span className="text-ink-2">{say(row.reason.code, numbersOf(row.reason.params))}</span>
            </span>
            <span className="text-ink-3">{day(row.at)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function numbersOf(params: { [name: string]: unknown }): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) =>
      typeof value === "string" || typeof value === "number" ? [[name, value]] : [],
    ),
  );
}
