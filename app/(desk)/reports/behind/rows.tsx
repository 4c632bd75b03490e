import type { Say } from "@/app/_server/words";
import { ChannelIcon } from "@/app/_ui/channel-icon";
import { Go } from "@/app/_ui/go";
import { DueTime } from "@/app/(desk)/due/due-time";
import { MeasuredTime } from "@/app/(desk)/due/measured-time";
import type { ReportWords } from "@/app/(desk)/reports/say";
import { channelOf } from "@/lib/channels/registry";
import type { BehindRow } from "@/lib/reports/slice";

/** One line a conversation; on a phone the columns stand below each other. */
export function Rows({
  rows,
  words,
  t,
  isOfClock,
}: {
  rows: BehindRow[];
  words: ReportWords;
  t: Say;
  /** Counted from a beginning to an end; handling is told by whoever answered. */
  isOfClock: boolean;
}) {
  return (
    <div className="rounded-card border border-line bg-surface">
      <table className="w-full text-left max-desk:block">
        <thead className="text-ink-2 type-meta max-desk:sr-only">
          <tr>
            {["who", "from", "to", "business", "wall", "due", "agent"].map((column) => (
              <th
                key={column}
                scope="col"
                className={`whitespace-nowrap px-3 py-2 font-medium first:pl-4 ${numeric.has(column) ? "text-right" : ""}`}
              >
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-desk:block">
          {rows.map((row) => (
            <tr
              key={`${row.conversationId} ${row.fromAt}`}
              data-behind={row.number}
              className="relative border-line border-t hover:bg-hover max-desk:grid max-desk:grid-cols-[1fr_auto] max-desk:gap-x-3 max-desk:px-4 max-desk:py-2.5 print:break-inside-avoid"
            >
              <th scope="row" className="max-w-64 py-2 pl-4 font-normal max-desk:p-0">
                <Go
                  href={`/queue?c=${row.number}`}
                  className="flex items-center gap-2 font-medium after:absolute after:inset-0 hover:underline"
                >
                  {row.channelKind ? (
                    <ChannelIcon
                      name={channelOf(row.channelKind)?.icon ?? row.channelKind}
                      className="shrink-0 text-ink-2"
                    />
                  ) : null}
                  <span className="truncate">{row.customerName}</span>
                  <span className="font-normal text-ink-3">#{row.number}</span>
                </Go>
              </th>
              <td className={`${cell} text-ink-2 max-desk:order-2`}>{words.moment(row.fromAt)}</td>
              <td className={`${cell} text-ink-2 max-desk:order-4`}>
                {row.toAt ? words.moment(row.toAt) : <span className="text-ink">{t("waits")}</span>}
              </td>
              <td className={`${cell} text-right font-semibold max-desk:order-1`}>
                {row.toAt !== null && isOfClock ? (
                  <MeasuredTime id={row.conversationId} from={row.fromAt} to={row.toAt} dueAt={row.dueAt}>
                    {words.duration(row.business, "business")}
                  </MeasuredTime>
                ) : (
                  words.duration(row.business, "business")
                )}
              </td>
              <td className={`${cell} text-right text-ink-2 max-desk:order-3`}>
                {words.duration(row.wall, "wall")}
                <span className="desk:hidden"> {t("onTheWall")}</span>
              </td>
              <td className={`${cell} max-desk:order-5 max-desk:col-span-2 max-desk:whitespace-normal`}>
                <Due row={row} words={words} t={t} />
              </td>
              <td className={`${cell} truncate text-ink-2 max-desk:order-6 max-desk:col-span-2`}>
                {row.agentName ?? t("nobody")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Due({ row, words, t }: { row: BehindRow; words: ReportWords; t: Say }) {
  if (row.dueAt === null) return <span className="text-ink-3 max-desk:hidden">{t("noTarget")}</span>;
  const isLate = row.missed !== null || (row.toAt ?? new Date().toISOString()) > row.dueAt;
  return (
    <>
      <span className="text-ink-2">
        <span className="desk:hidden">{t("columns.due")} </span>
        {row.toAt !== null && row.answerId === null ? (
          <MeasuredTime id={row.conversationId} from={row.fromAt} to={row.toAt} dueAt={row.dueAt}>
            {words.moment(row.dueAt)}
          </MeasuredTime>
        ) : (
          <DueTime id={row.conversationId} answerId={row.answerId} version={0}>
            {words.moment(row.dueAt)}
          </DueTime>
        )}
      </span>
      {isLate ? (
        <span className="text-now desk:block max-desk:ml-2">
          {row.missed ? t(`reasons.${row.missed}`) : t("late")}
        </span>
      ) : null}
    </>
  );
}

const numeric = new Set(["business", "wall"]);
const cell = "whitespace-nowrap px-3 py-2 align-top max-desk:p-0";
