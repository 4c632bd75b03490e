import { sql } from "drizzle-orm";
import { type Actor, authorize } from "@/lib/access";
import { fail } from "@/lib/errors";
import { actorOf, recordEvent } from "@/lib/events";
import { transact } from "@/lib/transact";
import { loadImport, mayImport } from "./load";
import { sortOf } from "./sorts";

/** Begins to store; it goes on by itself, also after a crash. Throws `invalid` while something has to be chosen. */
export async function startImport(actor: Actor, input: { importId: string }): Promise<void> {
  authorize(actor, "customer.import");
  const view = await loadImport(actor, input);
  authorize(actor, mayImport(view.what));
  const missing = sortOf(view.what).missing(view.mapping, view.reading);
  if (missing !== null) fail("invalid", `imports.missing.${missing}`);
  await transact(async (tx) => {
    const done = await tx.execute(sql`
      update imports set state = 'running', started_at = clock_timestamp() where id = ${view.id}::uuid and state = 'preview'`);
    if (done.rowCount === 0) fail("conflict", "imports.started");
    await recordEvent(tx, {
      type: "import.started",
      actor: actorOf(actor),
      brandId: view.brandId,
      after: { importId: view.id, what: view.what, rows: view.rows },
      occurredAt: new Date(),
    });
  }, "imports");
}

/** Stores no more of it; what is stored stays, and can be taken back. One that was never started is forgotten. */
export async function cancelImport(actor: Actor, input: { importId: string }): Promise<void> {
  authorize(actor, "customer.import");
  const view = await loadImport(actor, input);
  await transact(async (tx) => {
    const done = await tx.execute(sql`
      update imports set state = 'cancelled', ended_at = clock_timestamp(), lease_until = null
      where id = ${view.id}::uuid and state in ('preview', 'running')`);
    if (done.rowCount === 0) fail("conflict", "imports.ended");
    await recordEvent(tx, {
      type: "import.ended",
      actor: actorOf(actor),
      brandId: view.brandId,
      after: { importId: view.id, what: view.what, state: "cancelled" },
      occurredAt: new Date(),
    });
  }, "imports");
}

/** Takes back everything that it stored, made and set, and what was opened because of it. */
export async function undoImport(actor: Actor, input: { importId: string }): Promise<void> {
  authorize(actor, "customer.import");
  const view = await loadImport(actor, input);
  authorize(actor, mayImport(view.what));
  await transact(async (tx) => {
    const done = await tx.execute(sql`
      update imports set state = 'undoing', lease_until = null where id = ${view.id}::uuid and state in ('done', 'cancelled', 'failed')`);
    if (done.rowCount === 0) fail("conflict", "imports.not_ended");
    await recordEvent(tx, {
      type: "import.undone",
      actor: actorOf(actor),
      brandId: view.brandId,
      after: { importId: view.id, what: view.what },
      occurredAt: new Date(),
    });
  }, "imports");
}
