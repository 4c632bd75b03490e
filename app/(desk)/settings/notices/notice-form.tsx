"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { TextArea } from "@/app/_ui/field";
import { Switch } from "@/app/_ui/switch";
import { CheckList } from "@/app/(desk)/settings/check-list";
import { FailedLine } from "@/app/(desk)/settings/failed-line";
import { useSave } from "@/app/(desk)/settings/use-save";
import { WhenField } from "@/app/(desk)/settings/when-field";
import type { Person } from "@/lib/conversations/types";
import type { NoticeView } from "@/lib/notices/list-notices";

/** A notice: for the team, for customers in each language, from when to when, and where customers read it. */
export function NoticeForm({
  notice,
  brands,
  onClose,
}: {
  notice: NoticeView | null;
  brands: Person[];
  onClose(): void;
}) {
  const t = useTranslations("settings.notices");
  const ui = useTranslations("ui");
  const { busy, failed, save } = useSave();
  const [text, setText] = useState(notice?.text ?? "");
  const [lineEn, setLineEn] = useState(notice?.lineEn ?? "");
  const [lineFr, setLineFr] = useState(notice?.lineFr ?? "");
  const [from, setFrom] = useState<Date | null | undefined>(notice ? new Date(notice.startsAt) : null);
  const [until, setUntil] = useState<Date | null | undefined>(
    notice?.endsAt ? new Date(notice.endsAt) : null,
  );
  const [brandIds, setBrandIds] = useState(notice?.brandIds ?? []);
  const [isOnForm, setOnForm] = useState(notice?.isOnForm ?? false);
  const [isInMail, setInMail] = useState(notice?.isInAcknowledgement ?? false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (from === undefined || until === undefined) return;
    const body = {
      text,
      lineEn,
      lineFr,
      startsAt: (from ?? new Date()).toISOString(),
      endsAt: until?.toISOString() ?? null,
      brandIds,
      isOnForm,
      isInAcknowledgement: isInMail,
    };
    const done = await save(
      () =>
        notice
          ? api("PUT /notices/{id}", { params: { id: notice.id }, body })
          : api("POST /notices", { body }),
      { said: t("saved") },
    );
    if (done) onClose();
  }

  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
      <TextArea
        label={t("words")}
        hint={t("wordsHint")}
        rows={2}
        required
        maxLength={1000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <TextArea
        label={t("lineEn")}
        aside={ui("optional")}
        rows={2}
        maxLength={1000}
        lang="en"
        value={lineEn}
        onChange={(event) => setLineEn(event.target.value)}
      />
      <TextArea
        label={t("lineFr")}
        aside={ui("optional")}
        hint={t("lineHint")}
        rows={2}
        maxLength={1000}
        lang="fr"
        value={lineFr}
        onChange={(event) => setLineFr(event.target.value)}
      />
      <div className="flex flex-col gap-2">
        <Switch label={t("onForm")} checked={isOnForm} onChange={setOnForm} />
        <Switch label={t("inMail")} checked={isInMail} onChange={setInMail} />
      </div>
      <div className="grid gap-5 desk:grid-cols-2">
        <WhenField label={t("from")} hint={t("fromHint")} first={from ?? null} onChange={setFrom} />
        <WhenField label={t("until")} hint={t("untilHint")} first={until ?? null} onChange={setUntil} />
      </div>
      <CheckList
        legend={t("brands")}
        hint={t("brandsHint")}
        options={brands.map((brand) => ({ id: brand.id, label: brand.name }))}
        chosen={brandIds}
        isFixed={false}
        onChange={setBrandIds}
      />
      <FailedLine text={failed} />
      <p className="flex gap-2">
        <Button
          type="submit"
          look="accent"
          size="medium"
          disabled={busy || text.trim() === "" || from === undefined || until === undefined}
        >
          {t(notice ? "saveChange" : "save")}
        </Button>
        <Button size="medium" onClick={onClose}>
          {ui("cancel")}
        </Button>
      </p>
    </form>
  );
}
