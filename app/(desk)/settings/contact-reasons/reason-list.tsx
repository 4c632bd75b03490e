"use client";

import { ArchiveRestore, MessagesSquare } from "lucide-react";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { useSave } from "@/app/(desk)/settings/use-save";
import type { ContactReason } from "@/lib/contact-reasons/list";
import { nameOf } from "@/lib/contact-reasons/list-name";
import { ReasonForm } from "./reason-form";

/** The themes with what is below each; one line at a time is open to be changed. */
export function ReasonList({ reasons }: { reasons: ContactReason[] }) {
  const t = useTranslations("satisfaction.reasonList");
  const locale = useLocale();
  const { busy, failed, save } = useSave();
  const [open, setOpen] = useState<string | null>(null);
  const themes = reasons.filter(({ parentId, archivedAt }) => parentId === null && archivedAt === null);
  const archived = reasons.filter(({ archivedAt }) => archivedAt !== null);
  const change = (id: string, body: { state?: "offered" | "archived"; position?: number }, said: string) =>
    void save(() => api("PATCH /contact-reasons/{id}", { params: { id }, body }), {
      said,
      ...(body.state
        ? {
            undo: {
              label: t("undo"),
              run: () =>
                api("PATCH /contact-reasons/{id}", {
                  params: { id },
                  body: { state: body.state === "archived" ? "offered" : "archived" },
                }),
            },
          }
        : {}),
    });

  function line(reason: ContactReason, at: number, siblings: ContactReason[]) {
    const name = nameOf(reason, null, locale);
    if (open === reason.id)
      return <ReasonForm reason={reason} parentId={reason.parentId} onClose={() => setOpen(null)} />;
    return (
      <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 py-1">
        <p className="min-w-0 flex-1 basis-40">
          <span className={reason.parentId === null ? "font-semibold" : ""}>{name}</span>
          {reason.tags.length > 0 ? (
            <span className="ml-2 text-ink-3 type-meta">{t("from", { tags: reason.tags.join(", ") })}</span>
          ) : null}
        </p>
        <span className="flex flex-wrap gap-1 max-desk:-ml-3 max-desk:gap-0">
          <Button
            look="plain"
            disabled={busy || at === 0}
            onClick={() => change(reason.id, { position: at - 1 }, t("moved", { name }))}
          >
            {t("up")}
          </Button>
          <Button
            look="plain"
            disabled={busy || at === siblings.length - 1}
            onClick={() => change(reason.id, { position: at + 1 }, t("moved", { name }))}
          >
            {t("down")}
          </Button>
          <Button look="plain" onClick={() => setOpen(reason.id)}>
            {t("change")}
          </Button>
          <Button
            look="plain"
            disabled={busy}
            onClick={() => change(reason.id, { state: "archived" }, t("archived", { name }))}
          >
            {t("archive")}
          </Button>
        </span>
      </div>
    );
  }

  return (
    <div className="flex flex-col gap-5">
      {failed ? (
        <p role="alert" className="text-now">
          {failed}
        </p>
      ) : null}
      {themes.length === 0 ? (
        <EmptyState icon={MessagesSquare} title={t("none")}>
          {t("noneText")}
        </EmptyState>
      ) : null}
      <ul className="flex flex-col gap-4">
        {themes.map((theme, at) => {
          const below = reasons.filter(
            ({ parentId, archivedAt }) => parentId === theme.id && archivedAt === null,
          );
          return (
            <li key={theme.id} className="rounded-card border border-line px-4 py-2">
              {line(theme, at, themes)}
              <ul className="divide-y divide-line border-line border-t">
                {below.map((reason, place) => (
                  <li key={reason.id}>{line(reason, place, below)}</li>
                ))}
              </ul>
              {open === `new ${theme.id}` ? (
                <ReasonForm reason={null} parentId={theme.id} onClose={() => setOpen(null)} />
              ) : (
                <Button look="plain" onClick={() => setOpen(`new ${theme.id}`)}>
                  {t("addBelow", { theme: nameOf(theme, null, locale) })}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {open === "new" ? (
        <ReasonForm reason={null} parentId={null} onClose={() => setOpen(null)} />
      ) : (
        <div>
          <Button onClick={() => setOpen("new")}>{t("addTheme")}</Button>
        </div>
      )}
      {archived.length > 0 ? (
        <section>
          <h3 className="mb-2 type-zone">{t("archivedTitle")}</h3>
          <ul className="divide-y divide-line rounded-card border border-line">
            {archived.map((reason) => {
              const parent = reasons.find(({ id }) => id === reason.parentId) ?? null;
              const name = nameOf(reason, parent, locale);
              return (
                <li key={reason.id} className="flex min-h-11 items-center justify-between gap-3 px-4">
                  <span className="text-ink-2">{name}</span>
                  <Button
                    look="plain"
                    icon={ArchiveRestore}
                    disabled={busy}
                    onClick={() => change(reason.id, { state: "offered" }, t("restored", { name }))}
                  >
                    {t("restore")}
                  </Button>
                </li>
              );
            })}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
