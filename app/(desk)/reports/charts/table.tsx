"use client";

import { Go } from "@/app/_ui/go";
import { scrollEdges } from "@/app/(desk)/reports/scroll-edges";
import type { Clock } from "@/db/enums";
import type { ChartTable } from "./types";
import { useValue } from "./use-value";

/** A chart's figures in rows; the last cell of a row, or each, opens what is behind it. */
export function ChartTableView({ title, table, clock }: { title: string; table: ChartTable; clock: Clock }) {
  const say = useValue(clock);
  return (
    <div
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than its card can be scrolled by keyboard
      tabIndex={0}
      className="scrolls max-h-96 overflow-x-auto print:max-h-none print:overflow-visible"
      style={scrollEdges}
    >
      <table className="w-full text-right">
        <caption className="sr-only">{title}</caption>
        <thead className="text-ink-2 type-meta">
          <tr>
            {table.columns.map(({ label, unit }, at) => (
              <th
                key={label}
                scope="col"
                className={`whitespace-nowrap border-line border-b py-1.5 font-medium ${at === 0 ? "text-left" : "pl-4"} ${unit === "text" && at > 0 ? "text-left" : ""}`}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ cells, href, hrefs }) => (
            <tr key={cells.join("|")} className="border-line border-b last:border-b-0">
              {table.columns.map(({ label, unit }, at) => {
                const cell = cells[at] ?? null;
                const text =
                  cell === null
                    ? "–"
                    : typeof cell === "number" && unit !== "text"
                      ? say(cell, unit)
                      : String(cell);
                if (at === 0)
                  return (
                    <th key={label} scope="row" className="whitespace-nowrap py-1.5 text-left font-normal">
                      {text}
                    </th>
                  );
                const opens = hrefs?.[at] ?? (at === table.columns.length - 1 ? href : null);
                return (
                  <td
                    key={label}
                    className={`py-1.5 pl-4 ${unit === "text" ? "text-left" : "whitespace-nowrap"}`}
                  >
                    {opens ? (
                      <Go href={opens} className="underline decoration-dotted underline-offset-4">
                        {text}
                      </Go>
                    ) : (
                      text
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
