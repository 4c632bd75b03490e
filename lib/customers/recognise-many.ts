import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { recogniseCustomer } from "./recognise";

/** Records that one job looks at; a file of a hundred thousand takes as many short jobs as it needs. */
const atOnce = 100;

/** Looks who else the people of some signs may be; those that were known before and brought no address are left out. */
export async function recogniseCustomers(input: { customerIds: readonly string[] }): Promise<void> {
  for (const customerId of input.customerIds) {
    await recogniseCustomer({ customerId, said: "", proves: [], claims: [] });
  }
}

/**
 * The same for whoever got an address by a file, some at a time in the order of their ids, behind `after`; plans the
 * next job itself. Stops where the file is taken back.
 */
export async function recogniseImported(input: { importId: string; after: string | null }): Promise<void> {
  const { importId, after } = input;
  const found = await db.execute<{ id: string }>(sql`
    select distinct i.customer_id as id from identities i join imports m on m.id = i.import_id and m.state = 'done'
    where i.import_id = ${importId}::uuid and (${after}::uuid is null or i.customer_id > ${after}::uuid)
    order by 1 limit ${atOnce}`);
  await recogniseCustomers({ customerIds: found.rows.map(({ id }) => id) });
  const last = found.rows.at(-1);
  if (!last || found.rows.length < atOnce) return;
  await db.execute(sql`
    select graphile_worker.add_job('bulk:customers.recognise_imported', ${JSON.stringify({ importId, after: last.id })}::json,
      max_attempts := 12, job_key := ${`recognise ${importId} ${last.id}`})`);
}
