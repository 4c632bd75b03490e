"use client";

import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import type { Clock } from "@/db/enums";
import { alone } from "./alone";
import { apart, axis, ticksShown } from "./axis";
import { type Mark, MarkLegend, Marks, marked, roomFor } from "./marks";
import type { Line, LineLook, Place, Unit } from "./types";
import { useReading } from "./use-reading";
import { useValue } from "./use-value";
import { useWidth } from "./use-width";

/**
 * Lines over time, from nought: the first solid, others as they ask, each named at its end. With `isBanded` the ground
 * below the second is tinted; `target` is a dotted line with its words, `marks` are days with a name.
 */
export function LineChart({
  label,
  places,
  lines,
  unit,
  clock,
  isBanded,
  target = null,
  marks = [],
  height = 200,
}: {
  label: string;
  places: Place[];
  lines: Line[];
  unit: Unit;
  clock: Clock;
  isBanded: boolean;
  target?: { name: string; value: number } | null;
  marks?: Mark[];
  height?: number;
}) {
  const t = useTranslations("charts");
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 640);
  const say = useValue(clock);
  const largest = Math.max(
    0,
    target?.value ?? 0,
    ...lines.flatMap(({ values }) => values.map((one) => one ?? 0)),
  );
  const { top: most, ticks } = axis(largest, unit);
  const left = 12 + Math.max(...ticks.map((tick) => say(tick, unit).length)) * 6.4;
  const right = 12 + Math.max(...lines.map(({ name }) => name.length)) * 6.6;
  const top = roomFor(marks);
  const x = scaleLinear([0, Math.max(1, places.length - 1)], [left, Math.max(left + 40, width - right)]);
  const y = scaleLinear([0, most], [height, top]);
  const xOf = (at: number) => (places.length === 1 ? (x(0) + x(1)) / 2 : x(at));
  const { at, props } = useReading({ label, places, placeAt: (px) => Math.round(x.invert(px)) });
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => xOf(index))
    .y((value) => y(value ?? 0));
  const band = area<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => xOf(index))
    .y0(y(0))
    .y1((value) => y(value ?? 0));
  const ends = lines
    .map((one) => {
      const index = one.values.findLastIndex((value) => value !== null);
      return { ...one, index, height: y(one.values[index] ?? 0) };
    })
    .filter(({ index }) => index >= 0)
    .sort((a, b) => a.height - b.height);
  const labels = apart(
    ends.map((one) => one.height),
    15,
    height,
  );
  const placed = marked(marks, { xOf, width });
  // An axis without a line would say a scale that nothing has.
  if (ends.length === 0)
    return (
      <div ref={box} className="py-8 text-ink-2">
        {t("tooFew")}
      </div>
    );
  return (
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
        {isBanded && lines[1] ? <path d={band(lines[1].values) ?? ""} className="fill-accent-soft" /> : null}
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={left} x2={x.range()[1]} y1={y(tick)} y2={y(tick)} className="stroke-line" />
            <text x={left - 8} y={y(tick) + 4} textAnchor="end" className="fill-ink-2">
              {say(tick, unit)}
            </text>
          </g>
        ))}
        {ticksShown(places.length, width - left - right).map((index) => (
          <text
            key={index}
            x={xOf(index)}
            y={height + 20}
            textAnchor={index === 0 && places.length > 1 ? "start" : "middle"}
            className="fill-ink-2"
          >
            {places[index]?.tick}
          </text>
        ))}
        <Marks marks={marks} names={placed.names} xOf={xOf} height={height} />
        {target ? (
          <g>
            <line
              x1={left}
              x2={x.range()[1]}
              y1={y(target.value)}
              y2={y(target.value)}
              className="stroke-ink-2"
              strokeWidth="1.25"
              strokeDasharray="1.5 3"
            />
            <text
              x={left + 6}
              y={y(target.value) - 6}
              className="fill-ink-2 stroke-surface"
              strokeWidth="3"
              paintOrder="stroke"
            >
              {target.name}
            </text>
          </g>
        ) : null}
        {lines.toReversed().map((one) => (
          <g key={one.name}>
            <path
              d={path(one.values) ?? ""}
              fill="none"
              {...strokes[one.look]}
              strokeLinejoin="round"
              strokeLinecap="round"
            />
            {alone(one.values).map((index) => (
              <circle
                key={index}
                cx={xOf(index)}
                cy={y(one.values[index] ?? 0)}
                r="2.5"
                className="fill-accent"
              />
            ))}
          </g>
        ))}
        {ends.map((one, index) => (
          <text
            key={one.name}
            x={xOf(one.index) + 8}
            y={(labels[index] ?? 0) + 4}
            className={one.look === "solid" ? "fill-ink font-semibold" : "fill-ink-2"}
          >
            {one.name}
          </text>
        ))}
        {at === null ? null : (
          <g data-reading>
            <line
              x1={xOf(at)}
              x2={xOf(at)}
              y1={top - 6}
              y2={height}
              className="stroke-ink"
              strokeWidth="1.25"
            />
            {lines.map(({ name, values }) => {
              const value = values[at] ?? null;
              return value === null ? null : (
                <circle
                  key={name}
                  cx={xOf(at)}
                  cy={y(value)}
                  r="4"
                  className="fill-surface stroke-accent"
                  strokeWidth="2"
                />
              );
            })}
          </g>
        )}
      </svg>
      <MarkLegend legend={placed.legend} />
    </div>
  );
}

const strokes: { [look in LineLook]: { className: string; strokeWidth: number; strokeDasharray?: string } } =
  {
    solid: { className: "stroke-accent", strokeWidth: 2.25 },
    dashed: { className: "stroke-accent", strokeWidth: 1.5, strokeDasharray: "4 3" },
    dotted: { className: "stroke-ink-2", strokeWidth: 1.5, strokeDasharray: "1 3.5" },
    pale: { className: "stroke-ink-3", strokeWidth: 1.5, strokeDasharray: "7 3" },
  };
