"use client";

import { useTranslations } from "use-intl";
import { Go } from "@/app/_ui/go";
import { Time, useLasted } from "@/app/_ui/time";
import type { LeakRow } from "@/lib/leaks/report";

/** Every story behind the figures, the newest first. */
export function LeakRows({ rows }: { rows: readonly LeakRow[] }) {
  const t = useTranslations("leaks");
  const lasted = useLasted();
  if (rows.length === 0) return <p className="text-ink-2">{t("report.none")}</p>;
  return (
    <ul className="divide-y divide-line">
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 py-2">
          <Go
            href={`/leaks/${row.id}`}
            className="min-w-0 basis-44 truncate font-medium text-accent underline-offset-4 hover:underline"
          >
            {row.customerName}
          </Go>
          <span className="min-w-0 flex-1 basis-64">
            {row.answeredAt === null
              ? t("report.waited", {
                  time: lasted(Date.parse(row.toldAt), Date.parse(row.postedAt)),
                  number: row.told,
                })
              : t("report.answered", {
                  time: lasted(Date.parse(row.answeredAt), Date.parse(row.postedAt)),
                  number: row.told,
                })}
            {row.cause ? <span className="text-ink-2"> · {t(`causes.${row.cause}`)}</span> : null}
            {row.isMine ? <span className="text-ink-2"> · {t("foundByYou")}</span> : null}
          </span>
          <Time at={row.postedAt} className="text-ink-2" />
        </li>
      ))}
    </ul>
  );
}
