import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { WrittenFor } from "@/db/enums";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { fail } from "@/lib/errors";
import { type Columns, type Scope, scopeOf, usable } from "@/lib/saved-replies/scope";
import type { MacroAction } from "./actions";

export type MacroView = {
  id: string;
  name: string;
  texts: WrittenFor[];
  actions: MacroAction[];
  scope: Scope;
};

type Row = Omit<MacroView, "scope"> & Columns;

const fields = sql`s.id, s.name, s.texts, s.actions, s.owner_id as "ownerId", s.team_id as "teamId", s.brand_id as "brandId"`;

/** What can be run on this conversation: of its brand or of all, mine, my teams' or shared; by name. */
export async function macrosFor(actor: Actor, input: { conversationId: string }): Promise<MacroView[]> {
  authorize(actor, "conversation.triage");
  const found = await db.execute<{ brandId: string }>(sql`
    select c.brand_id as "brandId" from conversations c
    where c.id = ${input.conversationId} and ${visible(actor, columnsOf("c"))}`);
  const { brandId } = found.rows[0] ?? fail("not_found", "conversation.not_found");
  const macros = await db.execute<Row>(sql`
    select ${fields} from macros s
    where s.archived_at is null and ${usable(actor)} and (s.brand_id is null or s.brand_id = ${brandId})
    order by lower(s.name), s.id limit 500`);
  return macros.rows.map(toView);
}

/** All that I may use or change, by name. */
export async function listMacros(actor: Actor): Promise<MacroView[]> {
  authorize(actor, "conversation.read");
  const found = await db.execute<Row>(sql`
    select ${fields} from macros s where s.archived_at is null and ${usable(actor)} order by lower(s.name), s.id limit 2000`);
  return found.rows.map(toView);
}

function toView({ ownerId, teamId, brandId, ...row }: Row): MacroView {
  return { ...row, scope: scopeOf({ ownerId, teamId, brandId }) };
}
