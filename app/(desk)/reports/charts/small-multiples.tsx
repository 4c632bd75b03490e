"use client";

import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { useRef } from "react";
import { Go } from "@/app/_ui/go";
import type { Clock } from "@/db/enums";
import { alone } from "./alone";
import { axis } from "./axis";
import type { Unit } from "./types";
import { useValue } from "./use-value";
import { useWidth } from "./use-width";

export type SmallChart = {
  name: string;
  /** Under the name: "median 34 min, n 187". */
  text: string;
  values: Array<number | null>;
  /** The upper edge of the band, such as 9 of 10. */
  upper: Array<number | null>;
  href: string | null;
};

const [height, low] = [96, 78];

/** The same chart for each of several, on one scale, so that they can be compared by eye. */
export function SmallMultiples({
  charts,
  unit,
  clock,
  ends,
  few,
}: {
  charts: SmallChart[];
  unit: Unit;
  clock: Clock;
  /** What stands under the first and the last step. */
  ends: { first: string; last: string };
  /** In place of a picture without any step to show. */
  few: string;
}) {
  const say = useValue(clock);
  const largest = Math.max(
    0,
    ...charts.flatMap(({ values, upper }) => [...values, ...upper].map((one) => one ?? 0)),
  );
  const { top: most } = axis(largest, unit);
  return (
    <ul className="grid grid-cols-2 gap-x-5 gap-y-4 desk:grid-cols-3">
      {charts.map((chart, index) => (
        <li key={chart.name} className="flex min-w-0 flex-col gap-0.5">
          {chart.href ? (
            <Go href={chart.href} className="truncate font-medium hover:underline">
              {chart.name}
            </Go>
          ) : (
            <span className="truncate font-medium">{chart.name}</span>
          )}
          <span className="text-ink-2 type-meta">{chart.text}</span>
          <Small chart={chart} most={most} top={index === 0 ? say(most, unit) : null} ends={ends} few={few} />
        </li>
      ))}
    </ul>
  );
}

/** Drawn as wide as it stands there, so that its words keep their size. */
function Small({
  chart,
  most,
  top,
  ends,
  few,
}: {
  chart: SmallChart;
  most: number;
  /** What the upper line is; said once. */
  top: string | null;
  ends: { first: string; last: string };
  few: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 200);
  const y = scaleLinear([0, most], [low, 14]);
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
    <div ref={box}>
      <svg
        data-picture
        aria-hidden
        width="100%"
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="xMinYMin meet"
        className="mt-1 block overflow-visible"
        fontSize="11"
      >
        <path d={band(chart.upper) ?? ""} className="fill-accent-soft" />
        <line x1="0" x2={width} y1={y(most)} y2={y(most)} className="stroke-line" />
        <line x1="0" x2={width} y1={y(0)} y2={y(0)} className="stroke-line-strong" />
        <text x="0" y={y(most) - 4} className="fill-ink-3">
          {top}
        </text>
        <text x="0" y={height - 3} className="fill-ink-3">
          {ends.first}
        </text>
        <text x={width} y={height - 3} textAnchor="end" className="fill-ink-3">
          {ends.last}
        </text>
        {chart.values.every((value) => value === null) ? (
          <text x={width / 2} y={(low + 14) / 2 + 4} textAnchor="middle" className="fill-ink-2">
            {few}
          </text>
        ) : null}
        <path
          d={path(chart.upper) ?? ""}
          fill="none"
          className="stroke-accent"
          strokeWidth="1.25"
          strokeDasharray="4 3"
        />
        <path d={path(chart.values) ?? ""} fill="none" className="stroke-accent" strokeWidth="2.25" />
        {alone(chart.values).map((at) => (
          <circle key={at} cx={x(at)} cy={y(chart.values[at] ?? 0)} r="2.5" className="fill-accent" />
        ))}
        {alone(chart.upper).map((at) => (
          <circle
            key={at}
            cx={x(at)}
            cy={y(chart.upper[at] ?? 0)}
            r="2.5"
            className="fill-surface stroke-accent"
            strokeWidth="1.25"
          />
        ))}
      </svg>
    </div>
  );
}
