"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useContext, useId, useRef, useState } from "react";
import { Fills } from "./fills";
import { Reading } from "./reading";
import { useWidth } from "./use-width";

/** One hour of the week; `open` is the share of it in which somebody is there, `href` where its rows are. */
export type HeatCell = { value: number; open: number; reading: string; href: string | null };

/**
 * A week by hours: seven lines of twenty-four, from sunken to accent; closed hours hatched, figures only in the darkest.
 * Arrow keys walk over it hour by hour and day by day; Enter and a click open what is behind an hour.
 */
export function HeatMap({
  label,
  days,
  cells,
  words,
}: {
  label: string;
  /** Monday first, short. */
  days: string[];
  /** 168, Monday 0 o'clock first. */
  cells: HeatCell[];
  words: { closed: string; fewer: string; more: string };
}) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId().replace(/[^a-zA-Z0-9]/g, "");
  const width = useWidth(box, 660);
  const router = useRouter();
  const say = useContext(Reading);
  const [at, setAt] = useState<number | null>(null);
  const left = 38;
  const step = (width - left) / 24;
  const high = Math.max(20, Math.min(36, step * 1.32));
  const most = Math.max(1, ...cells.map(({ value }) => value));
  const go = (to: number | null) => {
    const next = to === null || to < 0 || to >= cells.length ? null : to;
    if (to !== null && next === null) return;
    setAt(next);
    say(next === null ? null : (cells[next]?.reading ?? null));
  };
  const open = () => {
    const href = cells[at ?? 0]?.href;
    if (href) router.push(href);
  };

  return (
    <div className="flex flex-col gap-2">
      <p aria-hidden className="flex flex-wrap items-center justify-end gap-x-2 text-ink-2">
        <svg aria-hidden width="24" height="14">
          <rect width="24" height="14" rx="2" className="fill-sunken" />
          <rect width="24" height="14" rx="2" fill={`url(#${id}closed)`} />
        </svg>
        <span className="mr-3">{words.closed}</span>
        {words.fewer}
        <svg aria-hidden width="70" height="14">
          <linearGradient id={`${id}ramp`}>
            <stop offset="0" stopColor="var(--sunken)" />
            <stop offset="1" stopColor="var(--accent)" />
          </linearGradient>
          <rect width="70" height="14" rx="2" fill={`url(#${id}ramp)`} />
        </svg>
        {words.more}
      </p>
      <div
        ref={box}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={cells.length - 1}
        aria-valuenow={at ?? 0}
        aria-valuetext={cells[at ?? 0]?.reading ?? ""}
        onFocus={() => (at === null ? go(0) : undefined)}
        onBlur={() => go(null)}
        onPointerLeave={(event) => (document.activeElement === event.currentTarget ? undefined : go(null))}
        onPointerMove={(event) => {
          const frame = event.currentTarget.getBoundingClientRect();
          const hour = Math.floor((event.clientX - frame.left - left) / step);
          const day = Math.floor((event.clientY - frame.top) / high);
          if (hour >= 0 && hour < 24 && day >= 0 && day < 7) go(day * 24 + hour);
        }}
        onClick={open}
        onKeyDown={(event: KeyboardEvent) => {
          const move = moves[event.key];
          if (move === undefined && event.key !== "Enter") return;
          event.preventDefault();
          event.stopPropagation();
          if (move === undefined) open();
          else go((at ?? 0) + move);
        }}
        className={`rounded-key outline-offset-4 ${cells[at ?? -1]?.href ? "cursor-pointer" : ""}`}
      >
        <svg
          data-picture
          aria-hidden
          width="100%"
          height={high * 7 + 20}
          viewBox={`0 0 ${width} ${high * 7 + 20}`}
          preserveAspectRatio="xMinYMin meet"
          className="block print:h-auto"
          fontSize="12"
        >
          <Fills id={id} />
          {days.map((day, row) => (
            <text key={day} x="0" y={row * high + high / 2 + 4} className="fill-ink">
              {day}
            </text>
          ))}
          {cells.map((cell, index) => {
            const share = cell.value / most;
            const place = {
              x: left + (index % 24) * step + 0.75,
              y: Math.floor(index / 24) * high + 0.75,
              width: Math.max(1, step - 1.5),
              height: high - 1.5,
              rx: Math.min(3, step / 5),
            };
            return (
              // Its place in the week is what a cell is.
              <g key={index}>
                <rect
                  {...place}
                  style={{
                    fill: `color-mix(in oklch, var(--accent) ${Math.round(share * 100)}%, var(--sunken))`,
                  }}
                />
                {cell.open < 0.5 ? (
                  <rect {...place} fill={`url(#${id}${share > 0.45 ? "closedDark" : "closed"})`} />
                ) : null}
                {share > 0.72 && step > 20 ? (
                  <text
                    x={place.x + place.width / 2}
                    y={place.y + place.height / 2 + 4}
                    textAnchor="middle"
                    fontSize="11"
                    className="fill-on-accent font-medium"
                  >
                    {cell.value}
                  </text>
                ) : null}
              </g>
            );
          })}
          {at === null ? null : (
            <rect
              data-reading
              x={left + (at % 24) * step}
              y={Math.floor(at / 24) * high}
              width={step}
              height={high}
              rx="3"
              fill="none"
              className="stroke-ink"
              strokeWidth="1.75"
            />
          )}
          {[0, 3, 6, 9, 12, 15, 18, 21].map((hour) => (
            <text
              key={hour}
              x={left + hour * step + step / 2}
              y={high * 7 + 16}
              textAnchor="middle"
              className="fill-ink-2"
            >
              {hour}
            </text>
          ))}
        </svg>
      </div>
    </div>
  );
}

const moves: { [key: string]: number } = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -24, ArrowDown: 24 };
