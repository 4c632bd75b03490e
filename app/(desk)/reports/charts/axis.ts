import { scaleLinear } from "d3-scale";
import type { Unit } from "./types";

/** From nought to a little over the largest, with three to six lines at values that people count in. */
export function axis(largest: number, unit: Unit): { top: number; ticks: number[] } {
  if (unit === "seconds") return everyOf(Math.max(largest, 60), lengths);
  if (unit === "share") return { top: 1, ticks: [0, 0.25, 0.5, 0.75, 1] };
  const scale = scaleLinear()
    .domain([0, Math.max(largest, 4)])
    .nice(4);
  return { top: scale.domain()[1] ?? 1, ticks: scale.ticks(4) };
}

const [minute, hour] = [60, 3_600];
const lengths = [
  ...[0.25, 0.5, 1, 2, 5, 10, 15, 30].map((n) => n * minute),
  ...[1, 2, 3, 4, 6, 12, 24, 48, 96, 168, 336, 720, 1_440].map((n) => n * hour),
];

function everyOf(largest: number, steps: readonly number[]): { top: number; ticks: number[] } {
  const step = steps.find((one) => largest / one <= 4.5) ?? steps.at(-1) ?? 1;
  const count = Math.max(1, Math.ceil((largest / step) * 0.98));
  return { top: count * step, ticks: Array.from({ length: count + 1 }, (_, at) => at * step) };
}

/** Which places of the axis get their words: as many as fit, the last one always. */
export function ticksShown(count: number, width: number, each = 64): number[] {
  const every = Math.max(1, Math.ceil(count / Math.max(1, Math.floor(width / each))));
  return Array.from({ length: count }, (_, at) => at).filter((at) => (count - 1 - at) % every === 0);
}

/** Moves labels apart that would lie over each other; ascending heights go in and come out. */
export function apart(heights: readonly number[], least: number, lowest: number): number[] {
  const made: number[] = [];
  for (const height of heights)
    made.push(Math.max(height, (made.at(-1) ?? Number.NEGATIVE_INFINITY) + least));
  for (let at = made.length - 1, most = lowest; at >= 0; at--) {
    made[at] = Math.min(made[at] ?? most, most);
    most = (made[at] ?? most) - least;
  }
  return made;
}
