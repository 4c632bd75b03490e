"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { Select, TextField } from "@/app/_ui/field";
import { useSave } from "@/app/(desk)/settings/use-save";
import type { Language } from "@/db/enums";
import { families } from "@/lib/cues/cue";
import type { PhraseView } from "@/lib/cues/list-phrases";
import { Preview } from "./preview";

/** How sure a phrase is, in log-odds: one sign that is sure is enough by itself, two hints together are. */
const strengths = { hint: 1.2, sign: 2.5, sure: 4 } as const;
const strengthNames = ["hint", "sign", "sure"] as const;
const kinds = [...families, "none"] as const;

/** One phrase: its words, what they stand for, and what it would change before it is saved. */
export function EditPhrase({
  language,
  phrase,
  onClose,
}: {
  language: Language;
  phrase: PhraseView | null;
  onClose(): void;
}) {
  const t = useTranslations("cues");
  const ui = useTranslations("ui");
  const [pattern, setPattern] = useState(phrase?.pattern ?? "");
  const [family, setFamily] = useState<string>(phrase?.family ?? "complaint");
  const [reason, setReason] = useState(phrase?.reason ?? "");
  const [weight, setWeight] = useState(phrase?.weight ?? strengths.sign);
  const { busy, failed, save } = useSave();
  const line = {
    pattern,
    family: kinds.find((known) => known === family) ?? "complaint",
    reason: reason.trim() === "" ? pattern.slice(0, 80) : reason,
    weight,
  };
  const isBlocked = busy || pattern.trim() === "";

  async function submit() {
    if (isBlocked) return;
    const body = { language, ...line };
    const call = () =>
      phrase
        ? api("PUT /cues/phrases/{id}", { params: { id: phrase.id }, body })
        : api("POST /cues/phrases", { body });
    if (await save(call, { said: t("phrases.saved", { pattern }) })) onClose();
  }

  async function remove({ id, createdAt: _at, createdBy: _by, ...old }: PhraseView) {
    const removed = await save(() => api("DELETE /cues/phrases/{id}", { params: { id } }), {
      said: t("phrases.removed", { pattern: old.pattern }),
      undo: { label: ui("undo"), run: () => api("POST /cues/phrases", { body: old }) },
    });
    if (removed) onClose();
  }

  return (
    <Dialog
      title={t(phrase ? "phrases.change" : "phrases.new")}
      closeLabel={ui("close")}
      width="widest"
      onClose={onClose}
      actions={
        <>
          {phrase ? (
            <Button look="danger" disabled={busy} onClick={() => void remove(phrase)}>
              {t("phrases.remove")}
            </Button>
          ) : null}
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button look="accent" disabled={isBlocked} onClick={() => void submit()}>
            {ui("save")}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField
          label={t("phrases.pattern")}
          hint={t("phrases.patternHint")}
          value={pattern}
          maxLength={120}
          autoFocus
          dir="auto"
          onChange={(event) => setPattern(event.target.value)}
        />
        <div className="grid grid-cols-2 gap-4 max-desk:grid-cols-1">
          <Select
            label={t("phrases.family")}
            value={family}
            onChange={(event) => setFamily(event.target.value)}
            options={kinds.map((kind) => ({ value: kind, label: t(`families.${kind}`) }))}
          />
          <Select
            label={t("phrases.weight")}
            value={String(weight)}
            onChange={(event) => setWeight(Number(event.target.value))}
            options={[
              ...strengthNames.map((name) => ({
                value: String(strengths[name]),
                label: t(`phrases.strength.${name}`),
              })),
              ...(strengthNames.some((name) => strengths[name] === weight)
                ? []
                : [{ value: String(weight), label: t("phrases.strength.own", { weight }) }]),
            ]}
          />
        </div>
        <TextField
          label={t("phrases.reason")}
          hint={t("phrases.reasonHint")}
          value={reason}
          maxLength={80}
          dir="auto"
          onChange={(event) => setReason(event.target.value)}
        />
        <Preview language={language} phraseId={phrase?.id ?? null} line={line} />
        {failed ? (
          <p role="alert" className="text-now">
            {failed}
          </p>
        ) : null}
      </form>
    </Dialog>
  );
}
