import { spikeAt } from "@/lib/spikes/detect";
import { Random } from "./queue/random";
import type { Size } from "./slices";
import type { Row } from "./table";

const days = 90;
const learning = 28;
/** Share of a day's messages in each hour: nights are quiet, the evening is not. */
const ofDay = [1, 1, 1, 1, 1, 2, 4, 6, 8, 10, 10, 9, 8, 9, 9, 9, 8, 8, 9, 9, 8, 6, 4, 2];
const ofWeek = [1.15, 1.1, 1.05, 1, 1, 0.8, 0.9];
const dispersion = 0.1;
const burstHours = 4;

/** Invented series whose truth is known: quiet ones for the false alarms, ones with a burst for the delay. */
export async function measureSpikes(size: Size): Promise<Row[]> {
  const runs = size === "full" ? 60 : size === "quick" ? 20 : 1;
  return (size === "ci" ? [100] : [40, 100, 400]).flatMap((perDay) => {
    let wrong = 0;
    let vendor = 0;
    for (let seed = 1; seed <= runs; seed++) {
      const counts = quiet(new Random(seed * 31 + perDay), perDay);
      wrong += alarms(counts, (flagged, at) => spikeAt({ counts, flagged }, at) !== null);
      vendor += alarms(counts, (_, at) => aboveTwoDeviations(counts, at));
    }
    const months = (runs * (days - learning)) / 30;
    const delays = Array.from({ length: runs }, (_, seed) => delayOf(new Random(seed * 17 + perDay), perDay));
    const inTwo = delays.filter((delay) => delay !== null && delay <= 2).length;
    return [
      {
        path: `spikes: ${perDay} a day, false alarms in 30 days`,
        ratio: wrong / months,
        unit: "",
        goal: { atMost: 0.5 },
        detail: `mean and two deviations of the last week: ${(vendor / months).toFixed(1)}`,
      },
      {
        path: `spikes: ${perDay} a day, four times as many for ${burstHours} h, seen within 2 h`,
        ratio: (100 * inTwo) / runs,
        unit: "%",
        goal: perDay >= 100 ? { atLeast: 100 } : null,
        detail: `${delays.filter((delay) => delay !== null).length} of ${runs} seen at all`,
      },
    ];
  });
}

function quiet(random: Random, perDay: number): number[] {
  const sum = ofDay.reduce((total, share) => total + share, 0);
  return Array.from({ length: days * 24 }, (_, hour) => {
    const mean = (perDay * ofDay[hour % 24]! * ofWeek[Math.floor(hour / 24) % 7]!) / sum;
    return poisson(random, mean * random.frailty(dispersion));
  });
}

/** Hours from the first one of the burst to the first alarm, counting whole hours; null for never. */
function delayOf(random: Random, perDay: number): number | null {
  const counts = quiet(random, perDay);
  const start = (learning + 1 + Math.floor(random.next() * 40)) * 24 + 9 + Math.floor(random.next() * 9);
  for (let hour = start; hour < start + burstHours; hour++) {
    counts[hour] = counts[hour]! + poisson(random, 3 * Math.max(1, meanOf(hour, perDay)));
  }
  const flagged = counts.map(() => false);
  for (let hour = start; hour < start + burstHours + 2; hour++) {
    if (spikeAt({ counts, flagged }, hour)) return hour - start + 1;
  }
  return null;
}

function meanOf(hour: number, perDay: number): number {
  const sum = ofDay.reduce((total, share) => total + share, 0);
  return (perDay * ofDay[hour % 24]! * ofWeek[Math.floor(hour / 24) % 7]!) / sum;
}

/** Alarms that follow each other within six hours are one. */
function alarms(counts: readonly number[], isSpike: (flagged: boolean[], at: number) => boolean): number {
  const flagged = counts.map(() => false);
  let last = Number.NEGATIVE_INFINITY;
  let found = 0;
  for (let at = learning * 24; at < counts.length; at++) {
    if (!isSpike(flagged, at)) continue;
    flagged[at] = true;
    if (at - last > 6) found++;
    last = at;
  }
  return found;
}

function aboveTwoDeviations(counts: readonly number[], at: number): boolean {
  const week = counts.slice(at - 168, at);
  const mean = week.reduce((sum, count) => sum + count, 0) / week.length;
  const deviation = Math.sqrt(week.reduce((sum, count) => sum + (count - mean) ** 2, 0) / week.length);
  return counts[at]! >= 5 && counts[at]! > mean + 2 * deviation;
}

/** Knuth's way below 30, a rounded normal above. */
function poisson(random: Random, mean: number): number {
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));
  let product = random.next();
  let count = 0;
  for (const limit = Math.exp(-mean); product > limit; count++) product *= random.next();
  return count;
}
