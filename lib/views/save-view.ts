import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { sorts } from "@/lib/conversations/types";
import { fail } from "@/lib/errors";
import { newId } from "@/lib/id";
import { wake } from "@/lib/live/wake";
import { cleanLine } from "@/lib/text/clean";

export const viewInput = z.object({
  name: z
    .string()
    .transform((name) => cleanLine(name, 60))
    .pipe(z.string().min(1)),
  query: z
    .string()
    .max(500)
    .transform((query) => cleanLine(query, 500)),
  sort: z.enum(sorts).default("left"),
  shared: z.enum(["me", "everybody"]).default("me"),
  /** Shared with this team only; for `everybody`. */
  teamId: z.uuid().nullable().default(null),
});
type Input = z.output<typeof viewInput>;

/** A name for a filter. Sharing one takes a permission of its own. */
export async function createView(actor: Actor, input: Input): Promise<{ id: string }> {
  authorize(actor, input.shared === "me" ? "view.edit" : "view.share");
  const id = newId();
  const { ownerId, teamId } = placeOf(actor, input);
  await db.execute(sql`
    insert into views (id, name, query, sort, owner_id, team_id)
    values (${id}, ${input.name}, ${input.query}, ${input.sort}, ${ownerId}::uuid,
      (select id from teams where id = ${teamId}::uuid))`);
  if (ownerId === null) wake("views");
  return { id };
}

export async function updateView(actor: Actor, input: Input & { viewId: string }): Promise<void> {
  const { isShared } = await authorizeView(actor, input.viewId);
  if (input.shared === "everybody") authorize(actor, "view.share");
  const { ownerId, teamId } = placeOf(actor, input);
  await db.execute(sql`
    update views set name = ${input.name}, query = ${input.query}, sort = ${input.sort}, owner_id = ${ownerId}::uuid,
      team_id = (select id from teams where id = ${teamId}::uuid)
    where id = ${input.viewId}`);
  if (isShared || ownerId === null) wake("views");
}

export async function deleteView(actor: Actor, input: { viewId: string }): Promise<void> {
  const { isShared } = await authorizeView(actor, input.viewId);
  await db.execute(sql`delete from views where id = ${input.viewId}`);
  if (isShared) wake("views");
}

/** My own with `view.edit`, a shared one with `view.share`; another's own does not exist for me. */
async function authorizeView(actor: Actor, viewId: string): Promise<{ isShared: boolean }> {
  authorize(actor, "view.edit");
  const found = await db.execute<{ ownerId: string | null }>(
    sql`select owner_id as "ownerId" from views where id = ${viewId}`,
  );
  const view = found.rows[0];
  if (!view || (view.ownerId !== null && view.ownerId !== actor.id)) return fail("not_found", "not_found");
  if (view.ownerId === null) authorize(actor, "view.share");
  return { isShared: view.ownerId === null };
}

function placeOf(actor: Actor, input: Input): { ownerId: string | null; teamId: string | null } {
  return input.shared === "me"
    ? { ownerId: actor.id, teamId: null }
    : { ownerId: null, teamId: input.teamId };
}
