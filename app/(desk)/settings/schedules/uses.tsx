"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { CheckList } from "@/app/(desk)/settings/check-list";
import { FailedLine } from "@/app/(desk)/settings/failed-line";
import { useSave } from "@/app/(desk)/settings/use-save";
import type { ScheduleView } from "@/lib/schedules/list-schedules";

type Owner = { id: string; name: string };

/** Which brands and teams count by these hours. */
export function ScheduleUses({
  schedule,
  brands,
  teams,
}: {
  schedule: ScheduleView;
  brands: Owner[];
  teams: Owner[];
}) {
  const t = useTranslations("settings.schedules");
  const { busy, failed, save } = useSave();
  const [brandIds, setBrandIds] = useState(schedule.brandIds);
  const [teamIds, setTeamIds] = useState(schedule.teamIds);

  function submit(event: FormEvent) {
    event.preventDefault();
    void save(
      () => api("PUT /schedules/{id}/uses", { params: { id: schedule.id }, body: { brandIds, teamIds } }),
      { said: t("usesSaved", { name: schedule.name }) },
    );
  }

  return (
    <form onSubmit={submit} className="mt-8 flex flex-col gap-4 border-line border-t pt-5">
      <div>
        <h3 className="font-medium">{t("uses")}</h3>
        <p className="text-ink-2">{t("usesHint")}</p>
      </div>
      <div className="grid gap-5 desk:grid-cols-2">
        <CheckList
          legend={t("usesBrands")}
          options={brands.map(({ id, name }) => ({ id, label: name }))}
          chosen={brandIds}
          isFixed={false}
          onChange={setBrandIds}
        />
        <CheckList
          legend={t("usesTeams")}
          options={teams.map(({ id, name }) => ({ id, label: name }))}
          chosen={teamIds}
          isFixed={false}
          onChange={setTeamIds}
        />
      </div>
      <FailedLine text={failed} />
      <div>
        <Button type="submit" look="accent" size="medium" disabled={busy}>
          {t("usesSave")}
        </Button>
      </div>
    </form>
  );
}
