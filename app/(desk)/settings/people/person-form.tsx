"use client";

import { type FormEvent, useState } from "react";
import { useTimeZone, useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Select, TextField } from "@/app/_ui/field";
import { CheckList } from "@/app/(desk)/settings/check-list";
import { FailedLine } from "@/app/(desk)/settings/failed-line";
import { useSave } from "@/app/(desk)/settings/use-save";
import type { Role } from "@/db/enums";
import type { Person } from "./person-line";
import { inZone, outOfZone } from "./wall-clock";

/** A colleague's role, title, teams, working hours and last moment; and shutting them out, which a toast takes back. */
export function PersonForm({
  person,
  teams,
  schedules,
  offered,
  onClose,
}: {
  person: Person;
  teams: Array<{ id: string; name: string }>;
  schedules: Array<{ id: string; name: string }>;
  offered: readonly Role[];
  onClose(): void;
}) {
  const t = useTranslations("settings.people");
  const names = useTranslations("auth.roles");
  const ui = useTranslations("ui");
  const zone = useTimeZone() ?? "UTC";
  const { busy, failed, save } = useSave();
  const [role, setRole] = useState<Role>(person.role);
  const [title, setTitle] = useState(person.title ?? "");
  const [teamIds, setTeamIds] = useState(person.teamIds);
  const [scheduleId, setScheduleId] = useState(person.scheduleId ?? "");
  const [end, setEnd] = useState(person.endsAt ? inZone(person.endsAt, zone) : "");
  const params = { id: person.id };

  async function submit(event: FormEvent) {
    event.preventDefault();
    const body = {
      role,
      title: title || null,
      teamIds,
      scheduleId: scheduleId || null,
      endsAt: end ? outOfZone(end, zone) : null,
    };
    const done = await save(() => api("PATCH /agents/{id}", { params, body }), {
      said: t("saved", { name: person.name }),
    });
    if (done) onClose();
  }

  return (
    <form
      onSubmit={submit}
      className="mt-3 flex flex-col gap-4 rounded-card border border-line bg-canvas p-4"
    >
      <div className="grid gap-4 desk:grid-cols-2">
        <Select
          label={t("role")}
          value={role}
          onChange={(event) => setRole(offered.find((one) => one === event.target.value) ?? role)}
          options={offered.map((one) => ({ value: one, label: names(one) }))}
        />
        <TextField
          label={t("jobTitle")}
          aside={ui("optional")}
          value={title}
          maxLength={80}
          onChange={(event) => setTitle(event.target.value)}
        />
      </div>
      <CheckList
        legend={t("teams")}
        options={teams.map(({ id, name }) => ({ id, label: name }))}
        chosen={teamIds}
        isFixed={false}
        onChange={setTeamIds}
      />
      <Select
        label={t("hours")}
        hint={t("hoursHint")}
        value={scheduleId}
        onChange={(event) => setScheduleId(event.target.value)}
        options={[
          { value: "", label: t("hoursOfTeams") },
          ...schedules.map((one) => ({ value: one.id, label: one.name })),
        ]}
      />
      <TextField
        label={t("ends")}
        hint={t("endsHint")}
        aside={ui("optional")}
        type="datetime-local"
        value={end}
        onChange={(event) => setEnd(event.target.value)}
      />
      <FailedLine text={failed} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="accent" disabled={busy}>
          {ui("save")}
        </Button>
        <Button disabled={busy} onClick={onClose}>
          {ui("cancel")}
        </Button>
        <Button
          look="danger"
          disabled={busy}
          onClick={() =>
            void save(() => api("POST /agents/{id}/deactivate", { params }), {
              said: t("gone", { name: person.name }),
              undo: { label: ui("undo"), run: () => api("POST /agents/{id}/reactivate", { params }) },
            })
          }
        >
          {t("deactivate")}
        </Button>
      </div>
    </form>
  );
}
