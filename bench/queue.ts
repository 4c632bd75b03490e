import { leastPosts, trustIn } from "@/lib/risk/fall-back";
import { fitLevel, fitWeights } from "@/lib/risk/fit";
import { shippedModel } from "@/lib/risk/model";
import { decompose, lines } from "./queue/ceiling";
import { concordanceOf, exposures, observedToExpected, shuffledWithinDay, snapshots } from "./queue/judge";
import {
  byTimeLeft,
  clairvoyant,
  firstCome,
  foresight,
  type Order,
  oldestTarget,
  pulls,
  sentiment,
  withTargets,
} from "./queue/orders";
import { Random } from "./queue/random";
import { simulate } from "./queue/simulate";
import { type World, worlds } from "./queue/world";
import type { Size } from "./slices";
import type { Row } from "./table";

/** An order that remembers starts each run without memories. */
const orders: Record<string, () => Order> = {
  "first come": () => firstCome,
  "oldest target": () => oldestTarget,
  "angry first": () => sentiment,
  "time left": () => byTimeLeft(shippedModel),
  "every fifth the oldest": () => byTimeLeft(shippedModel, true),
  "time left, late targets to a quarter": () => withTargets(shippedModel, pulls["to a quarter"]!),
  "time left, late targets first": () => withTargets(shippedModel, pulls["late is nought"]!),
  clairvoyant: () => clairvoyant,
  foresight: () => foresight,
};

/**
 * Desks that are not ours, simulated with the product's own scorer: who goes public while waiting under which order.
 * The reference lines are those of the specification; a clairvoyant knows everybody's true chance.
 */
export async function measureQueue(size: Size): Promise<Row[]> {
  const seeds = Array.from({ length: size === "full" ? 24 : size === "quick" ? 8 : 1 }, (_, n) => n + 1);
  const chosen = size === "ci" ? worlds.filter(({ name }) => name === "load 0.9") : worlds;
  return chosen.flatMap((world) => measureWorld(world, seeds));
}

const wanted: Record<string, { change: number; ofClairvoyant: number | null }> = {
  "load 0.9": { change: -36, ofClairvoyant: 70 },
  "0.9 with surges": { change: -56, ofClairvoyant: 75 },
  "load 1.15": { change: -83, ofClairvoyant: null },
};

function measureWorld(world: World, seeds: readonly number[]): Row[] {
  const went: Record<string, number> = {};
  const longest: Record<string, number> = {};
  for (const [name, order] of Object.entries(orders)) {
    for (const seed of seeds) {
      const run = simulate(world, order(), seed);
      went[name] = (went[name] ?? 0) + run.wentPublic;
      longest[name] = Math.max(longest[name] ?? 0, run.longestWaitHours);
    }
  }
  const change = (name: string) => (100 * (went[name]! - went["first come"]!)) / went["first come"]!;
  const gain = (100 * change("time left")) / change("clairvoyant");
  const said = Object.keys(orders)
    .map((name) => `${name} ${signed(change(name))} (${Math.round(longest[name]!)} h)`)
    .join(", ");
  const goal = wanted[world.name];
  const rows: Row[] = [
    {
      path: `queue: ${world.name}, public while waiting`,
      ratio: change("time left"),
      unit: "%",
      goal: goal ? { atMost: goal.change } : null,
      detail: `${went["first come"]} of ${seeds.length} runs under first come; ${said}`,
    },
  ];
  if (goal?.ofClairvoyant) {
    rows.push({
      path: `queue: ${world.name}, share of the clairvoyant's gain`,
      ratio: gain,
      unit: "%",
      goal: { atLeast: goal.ofClairvoyant },
      detail: `foresight of every post would bring ${signed(change("foresight"))}`,
    });
  }
  if (world.name === "load 0.9") rows.push(...accuracy(world, seeds));
  if (world.name === "nothing matters") {
    rows.push({
      path: `queue: ${world.name}, as *Take next* gives them`,
      ratio: change("every fifth the oldest"),
      unit: "%",
      goal: { atMost: 25 },
      detail: "until the fall-back has seen enough to fire",
    });
    rows.push(fallBack(world, seeds));
  }
  return rows;
}

function accuracy(world: World, seeds: readonly number[]): Row[] {
  const seed = seeds[0]!;
  const run = simulate(world, firstCome, seed);
  const fitted = fitLevel(shippedModel, shippedModel, exposures(shippedModel, run));
  const later = simulate(world, firstCome, seed + 500);
  const snaps = snapshots(shippedModel, run, world.days);
  const areas = areasOf(world, seeds.length < leastSeeds ? leastSeeds : seeds.length);
  const { shipped, knowing } = lines;
  const best = areas[lines.expectedBest]!;
  return [
    {
      path: "queue: AUC, posts within 24 hours",
      ratio: areas[shipped]!.mean,
      unit: "",
      goal: { atLeast: 0.9 },
      detail: `${said(areas[shipped]!)}; everybody waiting, every three hours, whether or not an answer came first`,
    },
    {
      path: "queue: the same for the best rule on what may be seen",
      ratio: best.mean,
      unit: "",
      goal: null,
      detail: `${said(best)}; Bayes with the true laws of the world, so no rule can do better, and by chances, not by the luck of the posts; the product by the same measure ${areas[lines.expectedShipped]!.mean.toFixed(3)}; whoever knew every true effect, only the frailty not: ${areas[knowing]!.mean.toFixed(3)}`,
    },
    {
      path: "queue: where the area is lost",
      ratio: best.mean - areas[lines.expectedShipped]!.mean,
      unit: "",
      goal: null,
      detail: Object.entries(areas)
        .map(([name, { mean }]) => `${name} ${mean.toFixed(3)}`)
        .join(", "),
    },
    {
      path: "queue: the same with the outcomes shuffled",
      ratio: shuffledWithinDay(snaps, new Random(seed)),
      unit: "",
      goal: { atMost: 0.55 },
      detail: "0.5 is right: anything else would mean that the outcome leaked into what is known",
    },
    {
      path: "queue: C-index, whoever posted against whoever else waited then",
      ratio: concordanceOf(shippedModel, run),
      unit: "",
      goal: null,
      detail: "under first come, so that the order itself does not choose who is left waiting",
    },
    {
      path: "queue: posts seen for each one expected",
      ratio: observedToExpected(fitted, later),
      unit: "",
      goal: null,
      detail: `level fitted on another run of 60 days; as shipped ${observedToExpected(shippedModel, later).toFixed(2)}`,
    },
  ];
}

/** One run has some fifty posts: its area alone is off by 0.02 either way. */
const leastSeeds = 5;
/** Runs of other seeds that the weights are fitted to: it takes a hundred posts. */
const learnedFrom = [700, 800, 900];

type Area = { mean: number; around: number; seeds: number };

/** Areas by what ranks, over several seeds; `around` is half of the 95 % interval of the mean. */
function areasOf(world: World, seeds: number): Record<string, Area> {
  const history = learnedFrom.flatMap((seed) => exposures(shippedModel, simulate(world, firstCome, seed)));
  const fitted = fitWeights(shippedModel, history) ?? fitLevel(shippedModel, shippedModel, history);
  const found: Record<string, number[]> = {};
  for (let seed = 1; seed <= seeds; seed++) {
    const run = simulate(world, firstCome, seed);
    for (const { name, auc } of decompose(run, world.days, { shipped: shippedModel, fitted })) {
      found[name] = [...(found[name] ?? []), auc];
    }
  }
  return Object.fromEntries(Object.entries(found).map(([name, areas]) => [name, areaOf(areas)]));
}

function areaOf(areas: readonly number[]): Area {
  const seeds = areas.length;
  const mean = areas.reduce((sum, area) => sum + area, 0) / seeds;
  const variance = areas.reduce((sum, area) => sum + (area - mean) ** 2, 0) / (seeds - 1);
  return { mean, around: studentOf(seeds) * Math.sqrt(variance / seeds), seeds };
}

/** The 97.5 % point of Student's t for so many seeds, by two terms of the expansion around the normal (Fisher). */
function studentOf(seeds: number): number {
  const free = seeds - 1;
  const z = 1.96;
  return z + (z ** 3 + z) / (4 * free) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * free ** 2);
}

function said({ mean, around, seeds }: Area): string {
  return `mean of ${seeds} seeds, ${(mean - around).toFixed(3)} to ${(mean + around).toFixed(3)}`;
}

/** Would the desk give the order up, once it has posts enough to judge it by? */
function fallBack(world: World, seeds: readonly number[]): Row {
  const judged = seeds
    .map((seed) =>
      trustIn(shippedModel, exposures(shippedModel, simulate(world, byTimeLeft(shippedModel), seed))),
    )
    .filter(({ posts }) => posts >= leastPosts);
  const fired = judged.filter(({ hasFallenBack }) => hasFallenBack);
  return {
    path: "queue: the fall-back fires where nothing matters",
    ratio: judged.length === 0 ? null : (100 * fired.length) / judged.length,
    unit: "%",
    goal: { atLeast: 100 },
    detail: `${judged.length} of ${seeds.length} runs had ${leastPosts} posts within 60 days, which it takes to judge`,
  };
}

function signed(percent: number): string {
  return `${percent > 0 ? "+" : ""}${Math.round(percent)} %`;
}
