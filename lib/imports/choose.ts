import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { fail } from "@/lib/errors";
import { type ImportView, loadImport, mayImport } from "./load";
import { sortOf } from "./sorts";

export const importChoice = z.object({
  mapping: z.record(z.string().max(40), z.string().max(110)),
  dateOrder: z.enum(["ymd", "dmy", "mdy", "ask"]).optional(),
  decimal: z.enum([",", "."]).optional(),
  choices: z.record(z.string().max(40), z.string().max(100)).optional(),
});

/** Says which column is what, and how values are written. Throws `conflict` once it has been started. */
export async function chooseImport(
  actor: Actor,
  input: z.output<typeof importChoice> & { importId: string },
): Promise<ImportView> {
  authorize(actor, "customer.import");
  const view = await loadImport(actor, input);
  authorize(actor, mayImport(view.what));
  const fields = sortOf(view.what).fields;
  const mapping = Object.fromEntries(
    Object.entries(input.mapping).filter(
      ([field, heading]) => field in fields && view.reading.headings.includes(heading),
    ),
  );
  const reading = {
    ...view.reading,
    dateOrder: input.dateOrder ?? view.reading.dateOrder,
    decimal: input.decimal ?? view.reading.decimal,
    choices: input.choices ?? view.reading.choices,
  };
  const done = await db.execute(sql`
    update imports set mapping = ${JSON.stringify(mapping)}::jsonb, settings = ${JSON.stringify(reading)}::jsonb
    where id = ${view.id}::uuid and state = 'preview'`);
  if (done.rowCount === 0) fail("conflict", "imports.started");
  return loadImport(actor, input);
}
