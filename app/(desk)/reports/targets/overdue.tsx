import { Avatar } from "@/app/_ui/avatar";
import { Go } from "@/app/_ui/go";
import { DueTime } from "@/app/(desk)/due/due-time";
import { behindHref } from "@/app/(desk)/reports/behind-href";
import { Card } from "@/app/(desk)/reports/card";
import type { Behind } from "@/lib/reports/read-behind";
import type { BehindRow, TargetRow } from "@/lib/reports/slice";
import type { TargetsPage } from "./targets-filter";

const most = 7;

/** Who waits past a target at this moment, the latest first, and who has them: no other page is needed for it. */
export function Overdue({
  page,
  overdue,
}: {
  page: TargetsPage;
  overdue: Array<Behind & { kind: TargetRow["kind"] }>;
}) {
  const { t, words, filter } = page;
  // One conversation may be late for two targets: it stands with the one that it is late for longest.
  const byId = new Map<string, BehindRow & { dueAt: string; kind: TargetRow["kind"] }>();
  for (const { kind, rows } of overdue)
    for (const row of rows) {
      const before = byId.get(row.conversationId);
      if (row.dueAt !== null && (before === undefined || row.dueAt < before.dueAt))
        byId.set(row.conversationId, { ...row, dueAt: row.dueAt, kind });
    }
  const rows = [...byId.values()].sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  const now = Date.now();
  return (
    <Card title={t("overdue")} aside={<span className="text-ink-2">n {rows.length}</span>}>
      {rows.length === 0 ? <p className="text-ink-2">{t("overdueNone")}</p> : null}
      <ul className="flex flex-col">
        {rows.slice(0, most).map((row) => (
          <li
            key={row.conversationId}
            data-overdue={row.number}
            className="flex items-center gap-2.5 border-line border-t first:border-t-0"
          >
            <Go
              href={`/queue?c=${row.number}`}
              className="group flex min-w-0 flex-1 items-center gap-2.5 py-2"
            >
              <Avatar name={row.customerName} size={28} />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium group-hover:underline">{row.customerName}</span>
                <span className="block truncate text-ink-2">
                  {t(`kinds.${row.kind}`)} ·{" "}
                  {row.agentName === null ? t("nobodyHas") : t("has", { name: row.agentName })}
                </span>
              </span>
            </Go>
            <span className="text-now">
              <DueTime id={row.conversationId} answerId={null} version={0}>
                {t("overdueBy", { time: words.duration((now - Date.parse(row.dueAt)) / 1000, "wall") })}
              </DueTime>
            </span>
          </li>
        ))}
      </ul>
      <ul className="mt-auto flex flex-wrap gap-x-4 gap-y-1">
        {overdue
          .filter(({ n }) => n > 0)
          .map(({ kind, n }) => (
            <li key={kind}>
              <Go
                href={behindHref(filter, `${kind}:overdue`)}
                className="text-ink-2 underline decoration-dotted underline-offset-4 hover:text-ink"
              >
                {t("overdueOf", { kind: t(`kinds.${kind}`), n: words.number(n) })}
              </Go>
            </li>
          ))}
      </ul>
    </Card>
  );
}
