"use client";

import { scaleBand, scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { useId, useRef } from "react";
import type { Clock } from "@/db/enums";
import { axis, ticksShown } from "./axis";
import { Fills, fillOf } from "./fills";
import { type Mark, MarkLegend, Marks, marked, roomFor } from "./marks";
import type { FillLook, Place, Unit } from "./types";
import { useReading } from "./use-reading";
import { useValue } from "./use-value";
import { useWidth } from "./use-width";

/**
 * Upright bars, beside each other or one on the other, with the key to their patterns; `over` is a line across them,
 * `marks` are days with a name.
 */
export function Columns({
  label,
  places,
  series,
  unit,
  clock,
  arrange,
  over = null,
  marks = [],
  height = 200,
}: {
  label: string;
  places: Place[];
  series: Array<{ name: string; look: FillLook; values: number[] }>;
  unit: Unit;
  clock: Clock;
  arrange: "beside" | "stacked";
  over?: { name: string; values: Array<number | null> } | null;
  marks?: Mark[];
  height?: number;
}) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId().replace(/[^a-zA-Z0-9]/g, "");
  const width = useWidth(box, 640);
  const say = useValue(clock);
  const sums = places.map((_, at) => {
    const here = series.map(({ values }) => values[at] ?? 0);
    return Math.max(
      arrange === "stacked" ? here.reduce((sum, one) => sum + one, 0) : Math.max(0, ...here),
      over?.values[at] ?? 0,
    );
  });
  const { top: most, ticks } = axis(Math.max(0, ...sums), unit);
  const left = 12 + Math.max(...ticks.map((tick) => say(tick, unit).length)) * 6.4;
  const keys = places.map((_, at) => String(at));
  // Two or three bars stay bars, and do not become walls.
  const x = scaleBand(keys, [left, Math.max(left + 40, Math.min(width, left + 120 * places.length))])
    .paddingInner(0.25)
    .paddingOuter(0.1);
  const y = scaleLinear([0, most], [height, roomFor(marks)]);
  const inner = scaleBand(
    series.map(({ name }) => name),
    [0, x.bandwidth()],
  ).paddingInner(0.1);
  const { at, props } = useReading({ label, places, placeAt: (px) => Math.floor((px - left) / x.step()) });
  const middle = (index: number) => (x(String(index)) ?? left) + x.bandwidth() / 2;
  const placed = marked(marks, { xOf: middle, width });
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => middle(index))
    .y((value) => y(value ?? 0));

  return (
    <div className="flex flex-col gap-2">
      <div ref={box} {...props} className="cursor-crosshair rounded-key outline-offset-4">
        <svg
          data-picture
          aria-hidden
          width="100%"
          height={height + 26}
          viewBox={`0 0 ${width} ${height + 26}`}
          preserveAspectRatio="xMinYMin meet"
          className="block overflow-visible print:h-auto"
          fontSize="12"
        >
          <Fills id={id} />
          {at === null ? null : (
            <rect
              data-reading
              x={middle(at) - x.step() / 2}
              width={x.step()}
              y="2"
              height={height - 2}
              className="fill-hover stroke-line-strong"
              strokeWidth="1"
            />
          )}
          {ticks.map((tick) => (
            <g key={tick}>
              <line x1={left} x2={width} y1={y(tick)} y2={y(tick)} className="stroke-line" />
              <text x={left - 8} y={y(tick) + 4} textAnchor="end" className="fill-ink-2">
                {say(tick, unit)}
              </text>
            </g>
          ))}
          {places.map((place, index) => {
            let below = 0;
            return (
              <g key={`${place.tick} ${place.reading}`}>
                {series.map((one) => {
                  const value = one.values[index] ?? 0;
                  const from = arrange === "stacked" ? below : 0;
                  below += value;
                  return value <= 0 ? null : (
                    <rect
                      key={one.name}
                      x={(x(String(index)) ?? 0) + (arrange === "beside" ? (inner(one.name) ?? 0) : 0)}
                      width={Math.max(1, arrange === "beside" ? inner.bandwidth() : x.bandwidth())}
                      y={y(from + value)}
                      height={Math.max(1, y(from) - y(from + value))}
                      rx="1.5"
                      {...fillOf(one.look, id)}
                    />
                  );
                })}
              </g>
            );
          })}
          {over ? (
            <path
              d={path(over.values) ?? ""}
              fill="none"
              className="stroke-ink"
              strokeWidth="2"
              strokeDasharray="1 3.5"
              strokeLinecap="round"
            />
          ) : null}
          <Marks marks={marks} names={placed.names} xOf={middle} height={height} />
          {ticksShown(places.length, width - left).map((index) => (
            <text key={index} x={middle(index)} y={height + 20} textAnchor="middle" className="fill-ink-2">
              {places[index]?.tick}
            </text>
          ))}
        </svg>
      </div>
      <MarkLegend legend={placed.legend} />
      {series.length > 1 || over ? (
        <ul aria-hidden className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2 type-meta">
          {series.map(({ name, look }) => (
            <li key={name} className="flex items-center gap-1.5">
              <svg aria-hidden width="14" height="12">
                <rect x="1" y="1" width="12" height="10" rx="1.5" {...fillOf(look, id)} />
              </svg>
              {name}
            </li>
          ))}
          {over ? (
            <li className="flex items-center gap-1.5">
              <svg aria-hidden width="18" height="12">
                <line
                  x1="1"
                  x2="17"
                  y1="6"
                  y2="6"
                  className="stroke-ink"
                  strokeWidth="2"
                  strokeDasharray="1 3.5"
                  strokeLinecap="round"
                />
              </svg>
              {over.name}
            </li>
          ) : null}
        </ul>
      ) : null}
    </div>
  );
}
