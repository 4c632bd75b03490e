import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { db, type Tx } from "@/db/client";
import { putBack, setAside } from "@/db/set-aside";
import { newId } from "@/lib/id";
import { findPlaces } from "../replay";
import { type Dice, dice } from "./dice";
import { type Life, liveThrough } from "./life";
import { passBy } from "./past";
import { type Crowd, peopleOf } from "./people";
import { arrivalsOf, shareOf } from "./rhythm";
import type { Stage } from "./stage";
import { stageOf } from "./stage-of";
import { storePast } from "./store";
import { firstNames, lastNames } from "./words";

const days = 730;
const batch = 5_000;
const filled = [
  "customers",
  "identities",
  "conversations",
  "conversation_tags",
  "messages",
  "message_marks",
  "deliveries",
  "events",
];
/** Colleagues of earlier times, who have left: a house of this size has more than five. */
const colleagues = 20;

/**
 * Two years of a house with so many conversations, and five times as many messages, on the stage of the sample shop:
 * written in batches, each a transaction, while the next is thought up. What is not over by `now` is still open. Where
 * somebody has conversations of their own, every index stays in force meanwhile, which takes several times as long.
 */
export async function seedLarge(input: Wanted): Promise<Done> {
  const random = dice(20_261);
  const stage = await db.transaction(prepareStage);
  const own = await db.execute(sql`select 1 from conversations where not is_sample limit 1`);
  if (own.rows.length === 0) await setAside(db, filled);
  try {
    const done = await writeAll(random, stage, input);
    await db.transaction(passBy);
    return done;
  } finally {
    await putBack(db);
    await db.execute(sql`analyze`);
  }
}

type Done = { conversations: number; messages: number };
type Wanted = { conversations: number; now: Date; onProgress(done: Done): void };

async function writeAll(random: Dice, stage: Stage, input: Wanted): Promise<Done> {
  const crowd: Crowd = { known: [], made: 100_000 };
  const done: Done = { conversations: 0, messages: 0 };
  let storing = Promise.resolve();
  for (const lives of batches(random, stage, input)) {
    const { fresh, of } = peopleOf(random, lives, crowd);
    await storing;
    storing = db.transaction(async (tx) => {
      await tx.execute(sql`set local synchronous_commit = off`);
      const told = lives.map((life, at) => ({ life, person: of[at]!, number: null }));
      await storePast(tx, stage, fresh, told);
    });
    // Waited for one batch later: a failure must not be nobody's meanwhile.
    storing.catch(() => {});
    done.conversations += lives.length;
    done.messages += lives.reduce((sum, { messages }) => sum + messages.length, 0);
    input.onProgress({ ...done });
  }
  await storing;
  return done;
}

function* batches(
  random: Dice,
  stage: Stage,
  input: Pick<Wanted, "conversations" | "now">,
): Generator<Life[]> {
  const { zone } = stage.schedule;
  const now = input.now.getTime();
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const calendar = Array.from({ length: days }, (_, at) => today.subtract({ days: days - 1 - at }));
  const usual = input.conversations / calendar.reduce((sum, day) => sum + shareOf(stage.schedule, day), 0);
  let lives: Life[] = [];
  for (const [at, day] of calendar.entries()) {
    const slow = 1.3 - (0.5 * at) / days;
    for (const start of arrivalsOf(random, stage.schedule, day, usual)) {
      if (start >= now) continue;
      lives.push(liveThrough(random, stage, { start, now, slow }));
      if (lives.length < batch) continue;
      yield lives;
      lives = [];
    }
  }
  if (lives.length > 0) yield lives;
}

async function prepareStage(tx: Tx): Promise<Stage> {
  const places = await findPlaces(tx);
  const stage = await stageOf(tx, places);
  const people = Array.from({ length: colleagues }, (_, at) => ({
    id: newId(),
    name: `${firstNames[at]} ${lastNames[lastNames.length - 1 - at]}`,
    email: `colleague.${at + 1}@marmelune.example`,
  }));
  await tx.execute(sql`
    insert into agents (id, name, email, role, is_sample, deactivated_at)
    select id, name, email, 'agent', true, now() from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as p(id uuid, name text, email text)
    on conflict do nothing`);
  const found = await tx.execute<{ id: string }>(
    sql`select id from agents where email like 'colleague.%@marmelune.example' order by id`,
  );
  const more = found.rows.map(({ id }, at) => [id, 1 + (at % 4)] as const);
  const agents = new Map([...stage.agents].map(([teamId, own]) => [teamId, [...own, ...more]]));
  // What is measured on it has no resolution target: most houses have none.
  return { ...stage, agents, asides: 5, resolveSeconds: null };
}
