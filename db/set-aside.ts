import { type SQL, sql } from "drizzle-orm";
import type { Db } from "./client";

/**
 * Takes the indexes and foreign keys of these tables away, so that millions of rows come in without each being looked up:
 * made again afterwards from sorted lists, and looked at all at once, they take a small part of the time. Only for a
 * database in which nobody works. What was taken away is written down in the same commit: who is killed on the way
 * leaves it to the next start, which calls `putBack` too.
 */
export async function setAside(on: Db, tables: readonly string[]): Promise<void> {
  await on.transaction(async (tx) => {
    await tx.execute(
      sql`create table set_aside (place int generated always as identity primary key, make text not null)`,
    );
    const found = await tx.execute<{ drop: string; make: string }>(
      definitionsOf(sql`${`{${tables.join(",")}}`}::regclass[]`),
    );
    for (const { drop, make } of found.rows) {
      await tx.execute(sql`insert into set_aside (make) values (${make})`);
      await tx.execute(sql.raw(drop));
    }
  });
}

/** Makes again, each in a commit of its own, what is set aside; nothing where nothing is. */
export async function putBack(on: Db): Promise<void> {
  const found = await on.execute(sql`select 1 from pg_class where oid = to_regclass('set_aside')`);
  if (found.rows.length === 0) return;
  while (await makeNext(on));
  await on.execute(sql`drop table if exists set_aside`);
}

async function makeNext(on: Db): Promise<boolean> {
  return on.transaction(async (tx) => {
    const next = await tx.execute<{ make: string }>(sql`
      delete from set_aside where place = (select min(place) from set_aside) returning make`);
    const make = next.rows[0]?.make;
    if (make === undefined) return false;
    await tx.execute(sql`set local maintenance_work_mem = '256MB'`);
    await tx.execute(sql.raw(make));
    return true;
  });
}

/** Indexes that no key stands for, then foreign keys: a statement that takes each away, and one that makes it again. */
function definitionsOf(list: SQL): SQL {
  return sql`
    select format('drop index %I', c.relname) as drop, pg_get_indexdef(c.oid) as make, 1 as turn, c.relname::text as name
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = any(${list}) and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)
    union all
    select format('alter table %s drop constraint %I', conrelid::regclass, conname),
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)), 2, conname::text
    from pg_constraint where contype = 'f' and conrelid = any(${list})
    order by turn, name`;
}
