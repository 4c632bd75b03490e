import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { stopToken } from "@/lib/notifications/settings";
import { composeWeek } from "./compose";
import type { Week } from "./read-week";

/** The mail of a week to one person, in their language. */
export async function mailFor(actor: Actor, week: Week, from: string) {
  authorize(actor, "report.read");
  const found = await db.execute<{ email: string; house: string }>(sql`
    select a.email, coalesce((select name from organisation), 'Avant') as house from agents a where a.id = ${actor.id}`);
  const { email, house } = found.rows[0]!;
  const reader = {
    agentId: actor.id,
    name: actor.name,
    email,
    language: actor.language,
    stopToken: stopToken(actor.id),
  };
  return composeWeek(reader, { name: house, from }, week);
}
