import type { ReactNode } from "react";
import type { Say } from "@/app/_server/words";
import { Go } from "@/app/_ui/go";
import { Card } from "./card";
import { CsvButton } from "./charts/csv-button";
import type { ChartTable } from "./charts/types";
import type { ReportFilter } from "./report-filter";
import { scrollEdges } from "./scroll-edges";
import { ChannelMark } from "./times/channel-mark";
import { Tabs } from "./times/tabs";
import type { TableBy } from "./times/times-filter";

/** The same figures for each channel, team, person, tag or brand, by name: what tells them apart, the table, and its file. */
export function ByCard<By extends TableBy>({
  title,
  aside,
  by,
  tables,
  query,
  filter,
  times,
  csv,
  foot = null,
  children,
}: {
  title: string;
  aside: string;
  by: By;
  tables: readonly By[];
  query(by: By): { [name: string]: string | null };
  filter: ReportFilter;
  /** Words of `reports.times`. */
  times: Say;
  csv: { name: string; table: ChartTable };
  foot?: ReactNode;
  /** Head and body of the table. */
  children: ReactNode;
}) {
  return (
    <Card title={title} aside={<span className="text-ink-2">{aside}</span>}>
      <Tabs
        label={times("toldApart")}
        now={by}
        options={tables.map((one) => ({ value: one, name: times(`byShort.${one}`) }))}
        filter={filter}
        query={query}
      />
      <div className="overflow-x-auto print:overflow-visible" style={scrollEdges}>
        <table className="w-full text-right">
          <caption className="sr-only">{title}</caption>
          {children}
        </table>
      </div>
      <div className="mt-auto flex items-end justify-between gap-3">
        <p className="max-w-[48ch] text-ink-2 type-meta">{foot}</p>
        <CsvButton title={title} {...csv} />
      </div>
    </Card>
  );
}

/** The name of a line, with its channel's mark. */
export function ByName({
  by,
  row,
  times,
  children = null,
}: {
  by: TableBy;
  row: { id: string | null; name: string | null };
  times: Say;
  children?: ReactNode;
}) {
  return (
    <th
      scope="row"
      className="w-full min-w-28 max-w-0 truncate py-2 pr-2 text-left font-normal max-desk:whitespace-normal"
    >
      {by === "channel" ? <ChannelMark channelId={row.id} /> : null}
      {nameOf(by, row, times)}
      {children}
    </th>
  );
}

export function nameOf(by: TableBy, row: { id: string | null; name: string | null }, times: Say): string {
  return row.name ?? times(row.id === null ? `none.${by}` : "gone");
}

/** A number that opens what it counts, where there is anything and a filter that finds it. */
export function Behind({ n, text, href }: { n: number; text: string; href: string | null }) {
  if (n === 0 || href === null) return <span className={n === 0 ? "text-ink-3" : ""}>{text}</span>;
  return (
    <Go href={href} className="underline decoration-dotted underline-offset-4">
      {text}
    </Go>
  );
}
