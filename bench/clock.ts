import { addBusiness, businessSeconds } from "@/lib/clock/business";
import type { Schedule } from "@/lib/clock/schedule";
import type { Size } from "./slices";
import { type Row, round } from "./table";

const day: Schedule["week"]["mon"] = [
  ["09:00", "12:30"],
  ["13:30", "18:00"],
];

/** Opening time between two moments of one year, on one core. */
export async function measureClock(size: Size): Promise<Row[]> {
  const schedule: Schedule = {
    zone: "Europe/Paris",
    week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
    exceptions: [{ date: "2026-05-01", intervals: [], name: "Fête du Travail" }],
  };
  const count = size === "ci" ? 20_000 : 500_000;
  const year = Date.parse("2026-01-01T00:00:00Z");
  const from = Array.from({ length: count }, () => new Date(year + Math.random() * 365 * 86_400_000));
  const to = from.map((moment) => new Date(moment.getTime() + Math.random() * 20 * 86_400_000));
  const between = rate(count, (n) => businessSeconds(schedule, from[n]!, to[n]!));
  const added = rate(count, (n) => addBusiness(schedule, from[n]!, n % 90_000)?.getTime() ?? 0);
  return [
    {
      path: "opening time between two moments",
      ratio: between / 1e6,
      unit: "million a second",
      goal: { atLeast: 1 },
      detail: `adding opening time: ${round(added / 1e6)} million a second`,
    },
  ];
}

function rate(count: number, work: (n: number) => number): number {
  let sum = 0;
  for (let n = 0; n < Math.min(count, 20_000); n++) sum += work(n);
  const start = performance.now();
  for (let n = 0; n < count; n++) sum += work(n);
  return Number.isFinite(sum) ? (count / (performance.now() - start)) * 1000 : 0;
}
