import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";

const tables = [
  "customers",
  "identities",
  "conversations",
  "conversation_tags",
  "messages",
  "message_marks",
  "deliveries",
  "events",
];

/**
 * Runs `work`, which fills these tables with millions of rows, without what each row would else have to be looked up for:
 * indexes are made again afterwards from sorted lists and foreign keys looked at all at once, in a small part of the
 * time. Only for a database in which nobody works: whoever cuts it off on the way leaves one without them.
 */
export async function withTablesBare<T>(work: () => Promise<T>): Promise<T> {
  const indexes = await indexesOf();
  const keys = await foreignKeysOf();
  for (const { drop } of [...keys, ...indexes]) await db.execute(drop);
  try {
    return await work();
  } finally {
    const left = [...indexes];
    await Promise.all([makeAll(left), makeAll(left)]);
    await makeAll(keys);
  }
}

type Aside = { drop: SQL; make: string };

/** One after the other, from a list that several may take from. */
async function makeAll(left: Aside[]): Promise<void> {
  for (let next = left.shift(); next !== undefined; next = left.shift()) {
    const { make } = next;
    await db.transaction(async (tx) => {
      await tx.execute(sql`set local maintenance_work_mem = '256MB'`);
      await tx.execute(sql.raw(make));
    });
  }
}

/** Those that no key stands for, the one for search before all others: it takes as long as they do together. */
async function indexesOf(): Promise<Aside[]> {
  const found = await db.execute<{ name: string; make: string }>(sql`
    select c.relname as name, pg_get_indexdef(c.oid) as make
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = any(${list}) and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)
    order by c.relname <> 'messages_search', c.relname`);
  return found.rows.map(({ name, make }) => ({ drop: sql`drop index ${sql.identifier(name)}`, make }));
}

async function foreignKeysOf(): Promise<Aside[]> {
  const found = await db.execute<{ name: string; table: string; make: string }>(sql`
    select conname as name, conrelid::regclass::text as table, pg_get_constraintdef(oid) as make
    from pg_constraint where contype = 'f' and conrelid = any(${list}) order by conname`);
  return found.rows.map(({ name, table, make }) => ({
    drop: sql`alter table ${sql.identifier(table)} drop constraint ${sql.identifier(name)}`,
    make: `alter table "${table}" add constraint "${name}" ${make}`,
  }));
}

const list = sql`${`{${tables.join(",")}}`}::regclass[]`;
