import type { Measure } from "@/db/enums";
import type { Actor } from "@/lib/access";
import { loadClosed, loadPieces } from "./load-pieces";
import { loadWaiting } from "./load-waiting";
import { scopeOf } from "./scope";
import type { Slice, Times } from "./slice";
import { timesOf, unlessFew } from "./times-of";

/** How long it took in a slice, those counted who still wait. One person's figures need twenty cases. */
export async function readTimes(actor: Actor, input: { measure: Measure; slice: Slice }): Promise<Times> {
  const scope = await scopeOf(actor, input.slice);
  const asked = { measure: input.measure, slice: input.slice, by: "all" } as const;
  const [pieces, waiting, closed] = await Promise.all([
    loadPieces(scope, asked),
    loadWaiting(scope, asked),
    loadClosed(scope, asked),
  ]);
  const times = timesOf(
    pieces.map(({ seconds }) => seconds),
    waiting,
    closed.reduce((sum, { n }) => sum + n, 0),
  );
  return input.slice.agentId === null ? times : unlessFew(times);
}
