"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Select, TextField } from "@/app/_ui/field";
import { Time } from "@/app/_ui/time";
import { zoneName } from "@/app/_ui/zone-name";
import { FailedLine } from "@/app/(desk)/settings/failed-line";
import { useSave } from "@/app/(desk)/settings/use-save";
import type { ScheduleView } from "@/lib/schedules/list-schedules";
import { ExceptionFields } from "./exceptions";
import { WeekFields } from "./week-fields";
import { usualWeek } from "./weekdays";

/** Opening hours: a usual week, other days by their date, the zone whose clock counts. */
export function ScheduleForm({
  schedule,
  zone,
  zones,
}: {
  schedule: ScheduleView | null;
  zone: string;
  zones: string[];
}) {
  const t = useTranslations("settings.schedules");
  const hours = useTranslations("hours");
  const ui = useTranslations("ui");
  const { busy, failed, save } = useSave();
  const [name, setName] = useState(schedule?.name ?? "");
  const [value, setValue] = useState(schedule?.hours ?? { zone, week: usualWeek, exceptions: [] });

  function submit(event: FormEvent) {
    event.preventDefault();
    const sorted = [...value.exceptions].sort((a, b) => a.date.localeCompare(b.date));
    const body = { name, hours: { ...value, exceptions: sorted } };
    void save(
      () =>
        schedule
          ? api("PUT /schedules/{id}", { params: { id: schedule.id }, body })
          : api("POST /schedules", { body }),
      { said: t(schedule ? "saved" : "added", { name }), to: "/settings/schedules" },
    );
  }

  function remove() {
    if (!schedule) return;
    void save(() => api("DELETE /schedules/{id}", { params: { id: schedule.id } }), {
      said: t("removed", { name: schedule.name }),
      to: "/settings/schedules",
      undo: {
        label: ui("undo"),
        run: () => api("POST /schedules", { body: { name: schedule.name, hours: schedule.hours } }),
      },
    });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <div className="grid gap-5 desk:grid-cols-2">
        <TextField
          label={t("name")}
          value={name}
          onChange={(event) => setName(event.target.value)}
          required
          maxLength={60}
        />
        <Select
          label={hours("zone")}
          value={value.zone}
          onChange={(event) => setValue({ ...value, zone: event.target.value })}
          options={zones.map((one) => ({ value: one, label: zoneName(one) }))}
        />
      </div>
      <WeekFields week={value.week} onChange={(week) => setValue({ ...value, week })} />
      <ExceptionFields
        value={value.exceptions}
        onChange={(exceptions) => setValue({ ...value, exceptions })}
      />
      {schedule ? <p className="rounded-card bg-accent-soft px-4 py-3">{t("fromNow")}</p> : null}
      <FailedLine text={failed} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="accent" size="medium" disabled={busy}>
          {ui("save")}
        </Button>
        {schedule && schedule.brandIds.length + schedule.teamIds.length === 0 ? (
          <Button size="medium" look="plain" disabled={busy} onClick={remove}>
            {ui("delete")}
          </Button>
        ) : null}
      </div>
      {schedule && schedule.versions.length > 1 ? (
        <section className="flex flex-col gap-2 border-line border-t pt-5">
          <h3 className="font-medium">{t("versions")}</h3>
          <ul className="flex flex-col gap-1 text-ink-2">
            {schedule.versions.map((version) => (
              <li key={version.validFrom}>
                <Time at={version.validFrom} /> {version.by ? `· ${version.by}` : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </form>
  );
}
