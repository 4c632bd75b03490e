"use client";

import { PhoneForwarded } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Select, TextField } from "@/app/_ui/field";
import { useMoment } from "@/app/_ui/time";
import { FailedLine } from "@/app/(desk)/settings/failed-line";
import { useSave } from "@/app/(desk)/settings/use-save";
import { WhenField } from "@/app/(desk)/settings/when-field";
import type { OnCallView } from "@/lib/assignment/on-call";
import type { Person } from "@/lib/conversations/types";

type Props = {
  entries: OnCallView[];
  people: Person[];
  teams: Person[];
  mayEdit: boolean;
  drawnAt: number;
};

/** The times on call, and a form for the next one. */
export function OnCallList({ entries, people, teams, mayEdit, drawnAt }: Props) {
  const t = useTranslations("settings.on-call");
  const moment = useMoment();
  const { busy, failed, save } = useSave();
  return (
    <div className="flex flex-col gap-6">
      {entries.length === 0 ? <EmptyState icon={PhoneForwarded} title={t("none")} /> : null}
      <ul className="divide-y divide-line rounded-card border border-line empty:hidden">
        {entries.map((entry) => (
          <li key={entry.id} className="flex items-center gap-3 px-4 py-2.5">
            <span className="flex min-w-0 flex-1 flex-col">
              <span className="font-medium">
                {t("line", { name: entry.name, from: moment(entry.startsAt), until: moment(entry.endsAt) })}
                {Date.parse(entry.startsAt) <= drawnAt ? (
                  <span className="font-normal text-ink-2"> {t("now")}</span>
                ) : null}
              </span>
              <span className="text-ink-3 type-meta">
                {teams.find((team) => team.id === entry.teamId)?.name ?? t("everything")} ·{" "}
                {entry.threshold === "now"
                  ? t("thresholdNow")
                  : `${t("thresholdOverdue")} ${entry.overdueMinutes} ${t("minutes")}`}
              </span>
            </span>
            {mayEdit ? (
              <Button
                disabled={busy}
                onClick={() =>
                  void save(() => api("DELETE /on-call/{id}", { params: { id: entry.id } }), {
                    said: t("deleted"),
                  })
                }
              >
                {t("delete")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <FailedLine text={failed} />
      {mayEdit ? <OnCallForm key={entries.length} people={people} teams={teams} /> : null}
    </div>
  );
}

function OnCallForm({ people, teams }: { people: Person[]; teams: Person[] }) {
  const t = useTranslations("settings.on-call");
  const { busy, failed, save } = useSave();
  const [agentId, setAgent] = useState(people[0]?.id ?? "");
  const [teamId, setTeam] = useState("");
  const [from, setFrom] = useState<Date | null | undefined>(null);
  const [until, setUntil] = useState<Date | null | undefined>(null);
  const [threshold, setThreshold] = useState("now");
  const [minutes, setMinutes] = useState("30");

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!until || from === undefined) return;
    void save(
      () =>
        api("POST /on-call", {
          body: {
            agentId,
            teamId: teamId || null,
            startsAt: (from ?? new Date()).toISOString(),
            endsAt: until.toISOString(),
            threshold: threshold === "now" ? "now" : "overdue",
            overdueMinutes: threshold === "now" ? 0 : Number(minutes) || 0,
          },
        }),
      { said: t("saved", { name: people.find((one) => one.id === agentId)?.name ?? "" }) },
    );
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-5 rounded-card border border-line p-4">
      <h3 className="font-medium">{t("add")}</h3>
      <div className="grid gap-5 desk:grid-cols-2">
        <Select
          label={t("who")}
          value={agentId}
          onChange={(event) => setAgent(event.target.value)}
          options={people.map((one) => ({ value: one.id, label: one.name }))}
        />
        <Select
          label={t("team")}
          value={teamId}
          onChange={(event) => setTeam(event.target.value)}
          options={[
            { value: "", label: t("everything") },
            ...teams.map((one) => ({ value: one.id, label: one.name })),
          ]}
        />
        <WhenField label={t("from")} hint={t("fromHint")} first={null} onChange={setFrom} />
        <WhenField label={t("until")} hint={t("untilHint")} first={null} onChange={setUntil} />
        <Select
          label={t("when")}
          value={threshold}
          onChange={(event) => setThreshold(event.target.value)}
          options={[
            { value: "now", label: t("thresholdNow") },
            { value: "overdue", label: t("thresholdOverdue") },
          ]}
        />
        {threshold === "overdue" ? (
          <TextField
            label={t("minutes")}
            type="number"
            min={0}
            max={10080}
            value={minutes}
            onChange={(event) => setMinutes(event.target.value)}
          />
        ) : null}
      </div>
      <FailedLine text={failed} />
      <span>
        <Button type="submit" look="accent" size="medium" disabled={busy || !until || from === undefined}>
          {t("add")}
        </Button>
      </span>
    </form>
  );
}
