"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { Select, TextArea, TextField } from "@/app/_ui/field";
import { useEdit } from "./use-change";
import type { Customer } from "./view";

/** Name, town, language, zone, tags, facts and the note. Facts are one a line: "orders: 6". */
export function EditDialog({ customer, onClose }: { customer: Customer; onClose(): void }) {
  const t = useTranslations("customers");
  const ui = useTranslations("ui");
  const edit = useEdit(customer.id);
  const [name, setName] = useState(customer.name);
  const [city, setCity] = useState(customer.city ?? "");
  const [language, setLanguage] = useState(customer.language ?? "");
  const [zone, setZone] = useState(customer.zone ?? "");
  const [tags, setTags] = useState(customer.tags.join(", "));
  const [note, setNote] = useState(customer.note ?? "");
  const [facts, setFacts] = useState(writeFacts(customer.facts));

  async function save() {
    const isSaved = await edit({
      name,
      city: city || null,
      language: language || null,
      zone: zone || null,
      note: note || null,
      tags: tags
        .split(",")
        .map((tag) => tag.trim())
        .filter(Boolean),
      facts: changedFacts(customer.facts, facts),
    });
    if (isSaved) onClose();
  }

  return (
    <Dialog
      title={t("editTitle")}
      closeLabel={ui("close")}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button look="accent" disabled={name.trim() === ""} onClick={() => void save()}>
            {t("save")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TextField label={t("name")} value={name} onChange={(event) => setName(event.target.value)} />
        <TextField label={t("city")} value={city} onChange={(event) => setCity(event.target.value)} />
        <Select
          label={t("language")}
          value={language}
          onChange={(event) => setLanguage(event.target.value)}
          options={[...new Set(["", "en", "fr", language])].map((value) => ({
            value,
            label:
              value === "" ? t("unknown") : t.has(`languages.${value}`) ? t(`languages.${value}`) : value,
          }))}
        />
        <TextField
          label={t("zone")}
          hint={t("zoneHint")}
          value={zone}
          onChange={(event) => setZone(event.target.value)}
        />
        <TextField
          label={t("tags")}
          hint={t("tagsHint")}
          value={tags}
          onChange={(event) => setTags(event.target.value)}
        />
        <TextArea
          label={t("facts")}
          hint={t("factsHint")}
          value={facts}
          onChange={(event) => setFacts(event.target.value)}
        />
        <TextArea
          label={t("note")}
          hint={t("noteHint")}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </Dialog>
  );
}

function writeFacts(facts: Customer["facts"]): string {
  return Object.entries(facts)
    .flatMap(([key, value]) =>
      typeof value === "string" || typeof value === "number" ? [`${key}: ${value}`] : [],
    )
    .join("\n");
}

function changedFacts(before: Customer["facts"], text: string): { [name: string]: string | number | null } {
  const written = new Map(
    text.split("\n").flatMap((line) => {
      const at = line.indexOf(":");
      return at < 1 ? [] : [[line.slice(0, at).trim(), line.slice(at + 1).trim()] as const];
    }),
  );
  const changed: { [name: string]: string | number | null } = {};
  for (const [key, value] of Object.entries(before)) {
    if ((typeof value === "string" || typeof value === "number") && !written.get(key)) changed[key] = null;
  }
  for (const [key, value] of written) {
    if (value === "" || String(before[key]) === value) continue;
    changed[key] = /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  }
  return changed;
}
