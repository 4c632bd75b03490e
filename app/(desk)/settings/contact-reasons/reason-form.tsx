"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { TextField } from "@/app/_ui/field";
import { EntryForm } from "@/app/(desk)/settings/entry-form";
import { useSave } from "@/app/(desk)/settings/use-save";
import type { ContactReason } from "@/lib/contact-reasons/list";

/** A reason's name in both languages, and the tags that suggest it. */
export function ReasonForm({
  reason,
  parentId,
  onClose,
}: {
  reason: ContactReason | null;
  parentId: string | null;
  onClose(): void;
}) {
  const t = useTranslations("satisfaction.reasonList");
  const { busy, failed, save } = useSave();
  const [en, setEn] = useState(reason?.names.en ?? "");
  const [fr, setFr] = useState(reason?.names.fr ?? "");
  const [tags, setTags] = useState(reason?.tags.join(", ") ?? "");

  async function keep() {
    const names = { en: en.trim() || fr.trim(), fr: fr.trim() || en.trim() };
    const list = tags.split(",").flatMap((tag) => tag.trim() || []);
    const done = await save(
      () =>
        reason
          ? api("PATCH /contact-reasons/{id}", { params: { id: reason.id }, body: { names, tags: list } })
          : api("POST /contact-reasons", { body: { parentId, names, tags: list } }),
      { said: t("saved", { name: names.en }) },
    );
    if (done) onClose();
  }

  return (
    <div className="my-2">
      <EntryForm
        words={{ save: t("save"), cancel: t("cancel") }}
        isReady={!busy && (en.trim() !== "" || fr.trim() !== "")}
        onSave={keep}
        onClose={onClose}
      >
        <div className="grid gap-3 min-[36rem]:grid-cols-2">
          <TextField
            label={t("nameEn")}
            value={en}
            maxLength={60}
            autoFocus
            onChange={(event) => setEn(event.target.value)}
          />
          <TextField
            label={t("nameFr")}
            value={fr}
            maxLength={60}
            onChange={(event) => setFr(event.target.value)}
          />
        </div>
        <TextField
          label={t("tags")}
          hint={t("tagsHint")}
          value={tags}
          onChange={(event) => setTags(event.target.value)}
          error={failed ?? undefined}
        />
      </EntryForm>
    </div>
  );
}
