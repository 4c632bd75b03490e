import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { Refusal } from "@/env";
import { fingerprint } from "@/lib/secrets";

/**
 * Checks that this process and this database belong together. Refuses another SECRET_KEY than the one that sealed
 * what is stored. Begins a new epoch of events when the database lives on another server than before, because
 * transaction ids start again there.
 */
export async function checkInstallation(): Promise<void> {
  await db.execute(sql`insert into installation (id) values (1) on conflict do nothing`);
  const identifier = await systemIdentifier();
  const { rows } = await db.execute<{ key_fingerprint: string }>(sql`
    update installation set
      key_fingerprint = coalesce(key_fingerprint, ${fingerprint()}),
      epoch = epoch + case when system_identifier <> ${identifier}::text then 1 else 0 end,
      system_identifier = coalesce(${identifier}::text, system_identifier)
    returning key_fingerprint`);
  if (rows[0]?.key_fingerprint !== fingerprint()) {
    throw new Refusal(
      "This database was set up with another SECRET_KEY; with this one its passwords and tokens could not be read. Set SECRET_KEY to the first one (it was in DATA_DIR/secret.key)",
    );
  }
}

/** Which server this is; null where its owner hides that from us. */
async function systemIdentifier(): Promise<string | null> {
  try {
    const { rows } = await db.execute<{ id: string }>(
      sql`select system_identifier::text as id from pg_control_system()`,
    );
    return rows[0]?.id ?? null;
  } catch {
    return null;
  }
}
