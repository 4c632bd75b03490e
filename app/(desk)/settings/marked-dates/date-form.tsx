"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Select, TextField } from "@/app/_ui/field";
import { EntryForm } from "@/app/(desk)/settings/entry-form";
import { useSave } from "@/app/(desk)/settings/use-save";
import { type MarkedKind, markedKinds } from "@/db/enums";
import type { MarkedDate } from "@/lib/reports/marked-dates";

/** What happened, when, and to which brand. */
export function DateForm({
  date,
  brands,
  today,
  onClose,
}: {
  date: MarkedDate | null;
  brands: Array<{ id: string; name: string }>;
  today: string;
  onClose(): void;
}) {
  const t = useTranslations("satisfaction.dates");
  const { busy, failed, save } = useSave();
  const [title, setTitle] = useState(date?.title ?? "");
  const [kind, setKind] = useState<MarkedKind>(date?.kind ?? "other");
  const [firstDay, setFirstDay] = useState(date?.firstDay ?? today);
  const [lastDay, setLastDay] = useState(date?.lastDay ?? today);
  const [brandId, setBrandId] = useState(date?.brand?.id ?? "");

  async function keep() {
    const body = { title, kind, firstDay, lastDay, brandId: brandId || null };
    const done = await save(
      () =>
        date
          ? api("PUT /marked-dates/{id}", { params: { id: date.id }, body })
          : api("POST /marked-dates", { body }),
      { said: t("saved", { title: title.trim() }) },
    );
    if (done) onClose();
  }

  return (
    <EntryForm
      words={{ save: t("save"), cancel: t("cancel") }}
      isReady={!busy && title.trim() !== ""}
      onSave={keep}
      onClose={onClose}
    >
      <div className="grid gap-3 min-[36rem]:grid-cols-2">
        <TextField
          label={t("what")}
          value={title}
          maxLength={80}
          required
          autoFocus
          onChange={(event) => setTitle(event.target.value)}
        />
        <Select
          label={t("kind")}
          value={kind}
          onChange={(event) => setKind(markedKinds.find((one) => one === event.target.value) ?? "other")}
          options={markedKinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
        />
        <TextField
          label={t("first")}
          type="date"
          required
          value={firstDay}
          onChange={(event) => {
            setFirstDay(event.target.value);
            if (lastDay < event.target.value) setLastDay(event.target.value);
          }}
        />
        <TextField
          label={t("last")}
          type="date"
          required
          min={firstDay}
          value={lastDay}
          onChange={(event) => setLastDay(event.target.value)}
          error={failed ?? undefined}
        />
        {brands.length > 1 ? (
          <Select
            label={t("brand")}
            value={brandId}
            onChange={(event) => setBrandId(event.target.value)}
            options={[
              { value: "", label: t("allBrands") },
              ...brands.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        ) : null}
      </div>
    </EntryForm>
  );
}
