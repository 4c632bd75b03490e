"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Select, TextArea, TextField } from "@/app/_ui/field";
import { FailedLine } from "@/app/(desk)/settings/failed-line";
import { useSave } from "@/app/(desk)/settings/use-save";
import { languages } from "@/db/enums";
import type { BrandView } from "@/lib/brands/list-brands";
import { ColorField } from "./color-field";
import { grounds } from "./contrast";

/** A brand: the name and square that stand in the composer, its language and hours, what its answers end with. */
export function BrandForm({
  brand,
  schedules,
}: {
  brand: BrandView | null;
  schedules: Array<{ id: string; name: string }>;
}) {
  const t = useTranslations("settings.brands");
  const ui = useTranslations("ui");
  const { busy, failed, save } = useSave();
  const [fields, setFields] = useState({
    name: brand?.name ?? "",
    letter: brand?.letter ?? "",
    color: brand?.color ?? "#0c6373",
    colorDark: brand?.colorDark ?? "#6ec4d1",
    language: brand?.language ?? "en",
    scheduleId: brand?.scheduleId ?? "",
    houseRules: brand?.houseRules ?? "",
    publicContacts: brand?.publicContacts.join("\n") ?? "",
  });
  const put = (part: Partial<typeof fields>) => setFields((before) => ({ ...before, ...part }));
  const letter = fields.letter || [...fields.name][0]?.toUpperCase() || "?";

  function submit(event: FormEvent) {
    event.preventDefault();
    const body = {
      ...fields,
      letter,
      scheduleId: fields.scheduleId || null,
      houseRules: fields.houseRules || null,
      publicContacts: fields.publicContacts.split("\n"),
    };
    void save(
      () =>
        brand ? api("PATCH /brands/{id}", { params: { id: brand.id }, body }) : api("POST /brands", { body }),
      { said: t(brand ? "saved" : "added", { name: fields.name }), to: "/settings/brands" },
    );
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <div className="grid gap-5 desk:grid-cols-[1fr_6rem]">
        <TextField
          label={t("name")}
          value={fields.name}
          onChange={(event) => put({ name: event.target.value })}
          required
          maxLength={60}
        />
        <TextField
          label={t("letter")}
          value={fields.letter}
          placeholder={letter}
          onChange={(event) => put({ letter: event.target.value })}
          maxLength={2}
        />
      </div>
      <div className="grid gap-5 desk:grid-cols-2">
        <ColorField
          label={t("color")}
          letter={letter}
          value={fields.color}
          ground={grounds.color}
          onChange={(color) => put({ color })}
        />
        <ColorField
          label={t("colorDark")}
          letter={letter}
          value={fields.colorDark}
          ground={grounds.colorDark}
          onChange={(colorDark) => put({ colorDark })}
        />
      </div>
      <div className="grid gap-5 desk:grid-cols-2">
        <Select
          label={t("language")}
          hint={t("languageHint")}
          value={fields.language}
          onChange={(event) => put({ language: languages.find((one) => one === event.target.value) ?? "en" })}
          options={languages.map((one) => ({ value: one, label: ui(`language.${one}`) }))}
        />
        <Select
          label={t("schedule")}
          hint={t("scheduleHint")}
          value={fields.scheduleId}
          onChange={(event) => put({ scheduleId: event.target.value })}
          options={[
            { value: "", label: t("alwaysOpen") },
            ...schedules.map((one) => ({ value: one.id, label: one.name })),
          ]}
        />
      </div>
      <TextArea
        label={t("houseRules")}
        hint={t("houseRulesHint")}
        aside={ui("optional")}
        rows={6}
        value={fields.houseRules}
        maxLength={4000}
        onChange={(event) => put({ houseRules: event.target.value })}
      />
      <TextArea
        label={t("contacts")}
        hint={t("contactsHint")}
        aside={ui("optional")}
        rows={4}
        value={fields.publicContacts}
        onChange={(event) => put({ publicContacts: event.target.value })}
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
