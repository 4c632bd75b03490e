"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Dialog } from "@/app/_ui/dialog";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import { Counted } from "./counted";
import { useDueWords } from "./use-due-words";

/** How something that is over was counted: from when to when, which hours, and what of a resolution was their turn. */
export function MeasuredDialog({
  id,
  from,
  to,
  dueAt,
  onClose,
}: {
  id: string;
  from: string;
  to: string;
  dueAt: string | null;
  onClose(): void;
}) {
  const t = useTranslations("due");
  const ui = useTranslations("ui");
  const { data, error } = useQuery({
    queryKey: ["measured", id, from, to, dueAt],
    queryFn: () =>
      api("GET /conversations/{id}/measured", {
        params: { id },
        query: { from, to, ...(dueAt === null ? {} : { dueAt }) },
      }),
    retry: false,
  });
  const { moment, lasts } = useDueWords(data && data.hours.of !== "nobody" ? data.hours.zone : null);
  return (
    <Dialog title={t("measured.title")} closeLabel={ui("close")} onClose={onClose}>
      {error ? (
        <p role="alert">{wordsOf(error)}</p>
      ) : !data ? (
        <p className="text-ink-3">{t("loading")}</p>
      ) : (
        <div className="flex flex-col gap-3">
          <p className="type-zone">
            {t("sum", { business: lasts(data.businessSeconds), wall: lasts(data.wallSeconds) })}
          </p>
          <p>
            {t(`measured.${data.kind}`, { from: moment(data.since), to: moment(data.at) })}{" "}
            {data.dueAt === null ? null : (
              <span className={data.isLate ? "text-now" : ""}>
                {t(data.isLate ? "waited.late" : "waited.inTime", { at: moment(data.dueAt) })}
              </span>
            )}
          </p>
          {data.theirs && data.theirs.wallSeconds > 0 ? (
            <p>
              {t("measured.theirs", {
                business: lasts(data.theirs.businessSeconds),
                wall: lasts(data.theirs.wallSeconds),
                ours: lasts(data.businessSeconds - data.theirs.businessSeconds),
              })}
            </p>
          ) : null}
          <Counted of={data} />
        </div>
      )}
    </Dialog>
  );
}
