"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Megaphone, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { useMoment } from "@/app/_ui/time";
import { noticeKeys } from "@/app/(desk)/notices/calls";
import { FailedLine } from "@/app/(desk)/settings/failed-line";
import { useSave } from "@/app/(desk)/settings/use-save";
import type { Person } from "@/lib/conversations/types";
import type { NoticeView } from "@/lib/notices/list-notices";
import { NoticeForm } from "./notice-form";

/** Every notice with what it says, where it shows, and until when; one form at a time. */
export function NoticeList({
  notices,
  brands,
  drawnAt,
}: {
  notices: NoticeView[];
  brands: Person[];
  drawnAt: number;
}) {
  const t = useTranslations("settings.notices");
  const client = useQueryClient();
  const { busy, failed, save } = useSave();
  const [edited, edit] = useState<string | null>(null);

  const refresh = () => void client.invalidateQueries({ queryKey: noticeKeys.now });

  async function end(notice: NoticeView) {
    const { id, ...body } = notice;
    const endsAt = new Date().toISOString();
    const done = await save(() => api("PUT /notices/{id}", { params: { id }, body: { ...body, endsAt } }), {
      said: t("ended"),
    });
    if (done) refresh();
  }

  async function remove(id: string) {
    if (await save(() => api("DELETE /notices/{id}", { params: { id } }), { said: t("deleted") })) refresh();
  }

  if (edited !== null) {
    return (
      <NoticeForm
        notice={notices.find((one) => one.id === edited) ?? null}
        brands={brands}
        onClose={() => {
          edit(null);
          refresh();
        }}
      />
    );
  }

  return (
    <div className="flex flex-col gap-4">
      <span>
        <Button look="accent" size="medium" icon={Plus} onClick={() => edit("new")}>
          {t("add")}
        </Button>
      </span>
      <FailedLine text={failed} />
      {notices.length === 0 ? <EmptyState icon={Megaphone} title={t("none")} /> : null}
      <ul className="flex flex-col gap-3">
        {notices.map((notice) => (
          <li key={notice.id} className="flex flex-col gap-2 rounded-card border border-line p-4">
            <NoticeFacts notice={notice} brands={brands} now={drawnAt} />
            <p className="flex flex-wrap gap-2">
              <Button onClick={() => edit(notice.id)}>{t("edit")}</Button>
              {Date.parse(notice.startsAt) <= drawnAt &&
              (!notice.endsAt || Date.parse(notice.endsAt) > drawnAt) ? (
                <Button disabled={busy} onClick={() => void end(notice)}>
                  {t("end")}
                </Button>
              ) : null}
              <Button look="plain" disabled={busy} onClick={() => void remove(notice.id)}>
                {t("delete")}
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

function NoticeFacts({ notice, brands, now }: { notice: NoticeView; brands: Person[]; now: number }) {
  const t = useTranslations("settings.notices");
  const moment = useMoment();
  const state =
    notice.endsAt && Date.parse(notice.endsAt) <= now
      ? t("over", { time: moment(notice.endsAt) })
      : Date.parse(notice.startsAt) > now
        ? t("later", { time: moment(notice.startsAt) })
        : t("now");
  const names = brands.filter((brand) => notice.brandIds.includes(brand.id)).map((brand) => brand.name);
  const where = [notice.isOnForm ? t("onForm") : null, notice.isInAcknowledgement ? t("inMail") : null];
  return (
    <>
      <p className="text-ink-3 type-meta">
        {[state, names.length === 0 ? t("every") : names.join(", "), ...where].filter(Boolean).join(" · ")}
      </p>
      <p className="whitespace-pre-line font-medium">{notice.text}</p>
      {[notice.lineEn, notice.lineFr].map((line) =>
        line === null ? null : (
          <p key={line} className="whitespace-pre-line border-line border-l-2 pl-3 text-ink-2">
            {line}
          </p>
        ),
      )}
    </>
  );
}
