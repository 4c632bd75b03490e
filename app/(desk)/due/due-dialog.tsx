"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Dialog } from "@/app/_ui/dialog";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { DueView } from "@/lib/targets/read-due";
import { Counted } from "./counted";
import { TargetWords } from "./target-words";
import { useDueWords } from "./use-due-words";

/** Why what is due here is due when it is: the target, the opening hours that were counted, what was not. */
export function DueDialog({ id, version, onClose }: { id: string; version: number; onClose(): void }) {
  const t = useTranslations("due");
  const ui = useTranslations("ui");
  const { data, error } = useQuery({
    queryKey: ["due", id, version],
    queryFn: () => api("GET /conversations/{id}/due", { params: { id } }),
  });
  return (
    <Dialog title={t("title")} closeLabel={ui("close")} onClose={onClose}>
      {error ? (
        <p role="alert">{wordsOf(error)}</p>
      ) : !data ? (
        <p className="text-ink-3">{t("loading")}</p>
      ) : data.dues.length === 0 ? (
        <p>{t("nothing")}</p>
      ) : (
        <div className="flex flex-col gap-6">
          {data.dues.map((due) => (
            <Due key={due.kind} due={due} />
          ))}
        </div>
      )}
    </Dialog>
  );
}

function Due({ due }: { due: DueView }) {
  const t = useTranslations("due");
  const { moment, mineAt, lasts, stretch, isElsewhere } = useDueWords(
    due.hours.of === "nobody" ? null : due.hours.zone,
  );
  return (
    <section className="flex flex-col gap-3">
      <header>
        <h3 className="type-zone">
          {due.dueAt === null
            ? t("paused", { kind: t(`kinds.${due.kind}`) })
            : t("at", { kind: t(`kinds.${due.kind}`), at: moment(due.dueAt) })}
        </h3>
        {isElsewhere && due.dueAt !== null ? (
          <p className="text-ink-2">{t("onMine", { at: mineAt(due.dueAt) })}</p>
        ) : null}
        {due.missed ? (
          <p className="text-now">{t("missed", { reason: t(`reasons.${due.missed}`) })}</p>
        ) : due.isOver ? (
          <p className="text-now">{t("over")}</p>
        ) : due.warnAt ? (
          <p className="text-ink-2">{t("warning", { at: moment(due.warnAt) })}</p>
        ) : null}
      </header>
      <p>
        {due.target ? <TargetWords target={due.target} /> : t("byHand")}{" "}
        {t(`since.${due.kind}`, { at: moment(due.since) })}
      </p>
      <Counted of={due} />
      {due.pauses.length > 0 ? (
        <section aria-label={t("pauses")}>
          <h4 className="font-medium">{t("pauses")}</h4>
          <ul>
            {due.pauses.map(({ from, to }) => (
              <li key={from}>{to === null ? t("pausedSince", { at: moment(from) }) : stretch(from, to)}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {due.isOver ? null : <p className="text-ink-2">{t("used", { used: lasts(due.usedSeconds) })}</p>}
    </section>
  );
}
