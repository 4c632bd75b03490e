"use client";

import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { Go } from "@/app/_ui/go";
import type { Clock } from "@/db/enums";
import { axis } from "./axis";
import type { Unit } from "./types";
import { useValue } from "./use-value";

export type SmallChart = {
  name: string;
  /** Under the name: "median 34 min, n 187". */
  text: string;
  values: Array<number | null>;
  /** The upper edge of the band, such as 9 of 10. */
  upper: Array<number | null>;
  href: string | null;
};

const [width, height] = [200, 84];

/** The same chart for each of several, on one scale, so that they can be compared by eye. */
export function SmallMultiples({ charts, unit, clock }: { charts: SmallChart[]; unit: Unit; clock: Clock }) {
  const say = useValue(clock);
  const largest = Math.max(
    0,
    ...charts.flatMap(({ values, upper }) => [...values, ...upper].map((one) => one ?? 0)),
  );
  const { top: most } = axis(largest, unit);
  const y = scaleLinear([0, most], [height - 1, 14]);
  return (
    <ul className="grid grid-cols-2 gap-x-5 gap-y-4 desk:grid-cols-3 wide:grid-cols-4">
      {charts.map((chart) => {
        const x = scaleLinear([0, Math.max(1, chart.values.length - 1)], [1, width - 1]);
        const path = line<number | null>()
          .defined((value) => value !== null)
          .x((_, at) => x(at))
          .y((value) => y(value ?? 0));
        const band = area<number | null>()
          .defined((value) => value !== null)
          .x((_, at) => x(at))
          .y0(y(0))
          .y1((value) => y(value ?? 0));
        return (
          <li key={chart.name} className="flex min-w-0 flex-col gap-0.5">
            {chart.href ? (
              <Go href={chart.href} className="truncate font-medium hover:underline">
                {chart.name}
              </Go>
            ) : (
              <span className="truncate font-medium">{chart.name}</span>
            )}
            <span className="text-ink-2 type-meta">{chart.text}</span>
            <svg
              data-picture
              aria-hidden
              viewBox={`0 0 ${width} ${height}`}
              className="mt-1 block w-full overflow-visible"
              fontSize="11"
            >
              <path d={band(chart.upper) ?? ""} className="fill-accent-soft" />
              <line
                x1="0"
                x2={width}
                y1={y(most)}
                y2={y(most)}
                className="stroke-line"
                vectorEffect="non-scaling-stroke"
              />
              <line
                x1="0"
                x2={width}
                y1={y(0)}
                y2={y(0)}
                className="stroke-line-strong"
                vectorEffect="non-scaling-stroke"
              />
              <text x="0" y={y(most) - 4} className="fill-ink-3">
                {say(most, unit)}
              </text>
              <path
                d={path(chart.upper) ?? ""}
                fill="none"
                className="stroke-accent"
                strokeWidth="1.25"
                strokeDasharray="4 3"
                vectorEffect="non-scaling-stroke"
              />
              <path
                d={path(chart.values) ?? ""}
                fill="none"
                className="stroke-accent"
                strokeWidth="2.25"
                vectorEffect="non-scaling-stroke"
              />
            </svg>
          </li>
        );
      })}
    </ul>
  );
}
