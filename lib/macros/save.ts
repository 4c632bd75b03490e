import { sql } from "drizzle-orm";
import { z } from "zod";
import { type Actor, authorize } from "@/lib/access";
import { fail } from "@/lib/errors";
import { newId } from "@/lib/id";
import { columnsOfScope, scope, texts, usable } from "@/lib/saved-replies/scope";
import { cleanLine } from "@/lib/text/clean";
import { transact } from "@/lib/transact";
import { macroActions } from "./actions";

export const macroInput = z
  .object({
    name: z
      .string()
      .transform((name) => cleanLine(name, 80))
      .pipe(z.string().min(1)),
    /** Empty: it says nothing. */
    texts: texts.default([]),
    actions: macroActions.default([]),
    scope: scope.default({ for: "everybody" }),
  })
  .refine((macro) => macro.texts.length + macro.actions.length > 0, { message: "does nothing" });
type Input = z.output<typeof macroInput>;

/** A reply and what is done with it, in one key. Throws `conflict` when there is one of this name in this scope. */
export async function createMacro(actor: Actor, input: Input): Promise<{ id: string }> {
  authorize(actor, "saved_reply.edit");
  const columns = await columnsOfScope(actor, input.scope);
  const id = newId();
  return transact(async (tx) => {
    const made = await tx.execute(sql`
      insert into macros (id, name, texts, actions, owner_id, team_id, brand_id)
      values (${id}, ${input.name}, ${JSON.stringify(input.texts)}::jsonb, ${JSON.stringify(input.actions)}::jsonb,
        ${columns.ownerId}::uuid, ${columns.teamId}::uuid, ${columns.brandId}::uuid) on conflict do nothing`);
    if (made.rowCount === 0) fail("conflict", "macro.name_taken");
    return { id };
  });
}

export async function updateMacro(actor: Actor, input: Input & { macroId: string }): Promise<void> {
  authorize(actor, "saved_reply.edit");
  const columns = await columnsOfScope(actor, input.scope);
  await transact(async (tx) => {
    const found = await tx.execute(
      sql`select 1 from macros s where s.id = ${input.macroId} and s.archived_at is null and ${usable(actor)} for update`,
    );
    if (found.rows.length === 0) fail("not_found", "not_found");
    const taken = await tx.execute(sql`
      select 1 from macros s where lower(s.name) = lower(${input.name}) and s.archived_at is null and s.id <> ${input.macroId}
        and coalesce(s.owner_id, s.team_id, s.brand_id) is not distinct from
          coalesce(${columns.ownerId}::uuid, ${columns.teamId}::uuid, ${columns.brandId}::uuid)`);
    if (taken.rows.length > 0) fail("conflict", "macro.name_taken");
    await tx.execute(sql`
      update macros set name = ${input.name}, texts = ${JSON.stringify(input.texts)}::jsonb, actions = ${JSON.stringify(input.actions)}::jsonb,
        owner_id = ${columns.ownerId}::uuid, team_id = ${columns.teamId}::uuid, brand_id = ${columns.brandId}::uuid, updated_at = now()
      where id = ${input.macroId}`);
  });
}

/** Out of the list. */
export async function archiveMacro(actor: Actor, input: { macroId: string }): Promise<void> {
  authorize(actor, "saved_reply.edit");
  await transact(async (tx) => {
    const gone = await tx.execute(sql`
      update macros s set archived_at = now() where s.id = ${input.macroId} and s.archived_at is null and ${usable(actor)}`);
    if (gone.rowCount === 0) fail("not_found", "not_found");
  });
}
