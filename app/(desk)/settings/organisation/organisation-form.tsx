"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Select, TextField } from "@/app/_ui/field";
import { zoneName } from "@/app/_ui/zone-name";
import { FailedLine } from "@/app/(desk)/settings/failed-line";
import { useSave } from "@/app/(desk)/settings/use-save";
import { languages } from "@/db/enums";
import type { OrganisationView } from "@/lib/organisation/organisation";

/** The house: its name, where its clock hangs, how long a reply can be taken back, and what needs a yes. */
export function OrganisationForm({
  organisation,
  zones,
}: {
  organisation: OrganisationView;
  zones: string[];
}) {
  const t = useTranslations("settings.organisation");
  const ui = useTranslations("ui");
  const { busy, failed, save } = useSave();
  const [fields, setFields] = useState(organisation);
  const put = (part: Partial<OrganisationView>) => setFields((before) => ({ ...before, ...part }));

  function submit(event: FormEvent) {
    event.preventDefault();
    void save(() => api("PATCH /organisation", { body: fields }), { said: t("saved") });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <TextField
        label={t("name")}
        value={fields.name}
        onChange={(event) => put({ name: event.target.value })}
        required
        maxLength={100}
      />
      <div className="grid gap-5 desk:grid-cols-2">
        <Select
          label={t("language")}
          hint={t("languageHint")}
          value={fields.language}
          onChange={(event) => put({ language: languages.find((one) => one === event.target.value) ?? "en" })}
          options={languages.map((one) => ({ value: one, label: ui(`language.${one}`) }))}
        />
        <Select
          label={t("zone")}
          hint={t("zoneHint")}
          value={fields.zone}
          onChange={(event) => put({ zone: event.target.value })}
          options={zones.map((one) => ({ value: one, label: zoneName(one) }))}
        />
      </div>
      <TextField
        label={t("undo")}
        hint={t("undoHint")}
        type="number"
        min={0}
        max={120}
        required
        value={String(fields.undoSeconds)}
        onChange={(event) => put({ undoSeconds: event.target.valueAsNumber || 0 })}
      />
      <div className="grid gap-5 desk:grid-cols-2">
        <TextField
          label={t("legalTag")}
          hint={t("legalTagHint")}
          required
          maxLength={40}
          value={fields.legalTag}
          onChange={(event) => put({ legalTag: event.target.value })}
        />
        <TextField
          label={t("fallback")}
          hint={t("fallbackHint")}
          type="number"
          min={1}
          max={10080}
          required
          value={String(fields.approvalFallbackMinutes)}
          onChange={(event) => put({ approvalFallbackMinutes: event.target.valueAsNumber || 1 })}
        />
      </div>
      <TextField
        label={t("profileDays")}
        hint={t("profileDaysHint")}
        type="number"
        min={30}
        max={3650}
        required
        value={String(fields.profileDays)}
        onChange={(event) => put({ profileDays: event.target.valueAsNumber || 30 })}
      />
      <FailedLine text={failed} />
      <div>
        <Button type="submit" look="accent" size="medium" disabled={busy}>
          {ui("save")}
        </Button>
      </div>
    </form>
  );
}
