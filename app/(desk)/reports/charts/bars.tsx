"use client";

import { scaleLinear } from "d3-scale";
import { useRouter } from "next/navigation";
import { type MouseEvent, useId, useRef } from "react";
import { Fills, fillOf } from "./fills";
import type { FillLook } from "./types";
import { useWidth } from "./use-width";

export type BarRow = {
  name: string;
  value: number;
  /** What stands at its end: "5", "93 %, n 44". */
  text: string;
  look: FillLook;
  /** How far it may be off, on the same scale. */
  interval: { low: number; high: number } | null;
  href: string | null;
};

/** Lying bars, one line each, all from the same nought; a bar with something behind it is a link. */
export function Bars({ label, rows, most = null }: { label: string; rows: BarRow[]; most?: number | null }) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId().replace(/[^a-zA-Z0-9]/g, "");
  const width = useWidth(box, 360);
  const router = useRouter();
  const height = 29;
  const left = Math.min(width * 0.55, 14 + Math.max(...rows.map(({ name }) => name.length), 4) * 6.7);
  const right = 14 + Math.max(...rows.map(({ text }) => text.length), 2) * 6.9;
  const x = scaleLinear(
    [
      0,
      Math.max(most ?? 0, ...rows.map(({ value, interval }) => Math.max(value, interval?.high ?? 0)), 1e-9),
    ],
    [left, Math.max(left + 24, width - right)],
  );
  const fits = Math.max(4, Math.floor((left - 14) / 6.4));
  const open = (event: MouseEvent, href: string) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.push(href);
  };
  return (
    <div ref={box}>
      {/* biome-ignore lint/a11y/useSemanticElements: a picture whose bars are links; a fieldset cannot stand in it */}
      <svg
        data-picture
        role="group"
        aria-label={label}
        width="100%"
        height={rows.length * height}
        viewBox={`0 0 ${width} ${rows.length * height}`}
        preserveAspectRatio="xMinYMin meet"
        className="block overflow-visible print:h-auto"
        fontSize="13"
      >
        <Fills id={id} />
        {rows.map((row, at) => {
          const middle = at * height + height / 2;
          const line = (
            <>
              <rect x="0" y={at * height} width={width} height={height} fill="none" pointerEvents="all" />
              <text x="0" y={middle + 4.5} className="fill-ink-2">
                {row.name.length > fits ? `${row.name.slice(0, fits - 1)}…` : row.name}
              </text>
              {row.value > 0 ? (
                <rect
                  x={left}
                  y={middle - 5}
                  width={Math.max(2, x(row.value) - left)}
                  height="10"
                  rx="1.5"
                  {...fillOf(row.look, id)}
                />
              ) : null}
              {row.interval ? (
                <path
                  d={`M${x(row.interval.low)} ${middle - 4}v8m0 -4H${x(row.interval.high)}m0 -4v8`}
                  fill="none"
                  className="stroke-ink"
                  strokeWidth="1.25"
                />
              ) : null}
              <text x={width} y={middle + 4.5} textAnchor="end" className="fill-ink font-semibold">
                {row.text}
              </text>
            </>
          );
          return row.href ? (
            <a
              key={row.name}
              href={row.href}
              onClick={(event) => open(event, row.href ?? "")}
              aria-label={`${row.name}: ${row.text}`}
              className="[&:hover>text:last-child]:underline [&>text:last-child]:decoration-dotted [&>text:last-child]:underline-offset-4"
            >
              {line}
            </a>
          ) : (
            <g key={row.name}>{line}</g>
          );
        })}
      </svg>
    </div>
  );
}
