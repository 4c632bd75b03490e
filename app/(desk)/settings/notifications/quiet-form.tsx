"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Select, TextField } from "@/app/_ui/field";
import { Switch } from "@/app/_ui/switch";
import { zoneName } from "@/app/_ui/zone-name";
import { FailedLine } from "@/app/(desk)/settings/failed-line";
import { useDayName } from "@/app/(desk)/settings/schedules/week-fields";
import { days } from "@/app/(desk)/settings/schedules/weekdays";
import { useSave } from "@/app/(desk)/settings/use-save";
import type { QuietHours } from "@/lib/notifications/choices";

/** Hours and days in which neither mail nor push comes; what happened meanwhile comes afterwards. */
export function QuietForm({
  quiet,
  zone,
  zones,
}: {
  quiet: QuietHours | null;
  zone: string;
  zones: string[];
}) {
  const t = useTranslations("settings.notifications");
  const ui = useTranslations("ui");
  const dayName = useDayName();
  const { busy, failed, save } = useSave();
  const [isOn, setOn] = useState(quiet !== null);
  const [fields, setFields] = useState<QuietHours>(
    quiet ?? { from: "19:00", to: "08:00", days: ["sat", "sun"], zone },
  );
  const put = (part: Partial<QuietHours>) => setFields((before) => ({ ...before, ...part }));

  function submit(event: FormEvent) {
    event.preventDefault();
    void save(() => api("PATCH /me/notifications", { body: { quiet: isOn ? fields : null } }), {
      said: t("saved"),
    });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <div className="rounded-card border border-line px-4 py-3">
        <Switch label={t("quiet")} hint={t("quietHint")} checked={isOn} onChange={setOn} />
      </div>
      {isOn ? (
        <>
          <div className="grid gap-4 desk:grid-cols-[8rem_8rem_1fr]">
            <TextField
              label={t("from")}
              type="time"
              required
              value={fields.from}
              onChange={(event) => put({ from: event.target.value })}
            />
            <TextField
              label={t("to")}
              type="time"
              required
              value={fields.to}
              onChange={(event) => put({ to: event.target.value })}
            />
            <Select
              label={t("zone")}
              value={fields.zone}
              onChange={(event) => put({ zone: event.target.value })}
              options={zones.map((one) => ({ value: one, label: zoneName(one) }))}
            />
          </div>
          <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
            <legend className="mb-1.5 font-medium">{t("days")}</legend>
            {days.map((day) => (
              <label
                key={day}
                className="inline-flex min-h-7 cursor-pointer items-center gap-2 max-desk:min-h-11"
              >
                <input
                  type="checkbox"
                  checked={fields.days.includes(day)}
                  onChange={(event) =>
                    put({
                      days: event.target.checked
                        ? [...fields.days, day]
                        : fields.days.filter((one) => one !== day),
                    })
                  }
                  className="size-4 accent-accent"
                />
                {dayName(day)}
              </label>
            ))}
          </fieldset>
        </>
      ) : null}
      <FailedLine text={failed} />
      <div>
        <Button type="submit" look="accent" size="medium" disabled={busy}>
          {ui("save")}
        </Button>
      </div>
    </form>
  );
}
