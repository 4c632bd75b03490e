import { sql } from "drizzle-orm";
import { type Db, db, type Tx } from "@/db/client";
import { uuids } from "@/db/uuids";
import { type Actor, authorize } from "@/lib/access";
import { filesOf } from "./files-of";
import { patiently } from "./patiently";
import { places } from "./places";
import { type Scope, scopeOf } from "./scope";

export type ErasurePreview = {
  customerId: string;
  /** What has to be typed. */
  name: string;
  records: number;
  conversations: number;
  /** Rows by table, those with any; what is taken away and what is emptied alike. */
  counts: { [what: string]: number };
  files: number;
  /** Conversations that are a legal matter or restricted: deleting their words may itself be against the law. */
  holds: Array<{ number: number; reason: "restricted" | "legal" }>;
  /** Open conversations, and replies that would never be sent. */
  open: number;
  unsent: number;
};

/** What an erasure of this person would take. */
export async function previewErasure(actor: Actor, input: { customerId: string }): Promise<ErasurePreview> {
  authorize(actor, "customer.erase");
  await scopeOf(db, actor, input.customerId);
  return patiently(async (tx) => {
    const scope = await scopeOf(tx, actor, input.customerId);
    const counts: ErasurePreview["counts"] = {};
    for (const place of places) {
      const found = await tx.execute<{ n: number }>(
        sql`select count(*)::int as n from ${sql.identifier(place.table)} t where ${place.of(scope)}`,
      );
      if (found.rows[0]!.n > 0) counts[place.table] = found.rows[0]!.n;
    }
    const now = await tx.execute<{ open: number; unsent: number }>(sql`
      select (select count(*)::int from conversations where id = any(${uuids(scope.conversations)}) and status not in ('resolved', 'spam')
          and merged_into_id is null and kind <> 'privacy') as open,
        (select count(*)::int from deliveries where conversation_id = any(${uuids(scope.conversations)}) and state = 'queued')
          + (select count(*)::int from held_replies where conversation_id = any(${uuids(scope.conversations)})
              and state in ('awaiting', 'scheduled')) as unsent`);
    return {
      customerId: scope.personId,
      name: scope.name,
      records: scope.records.length,
      conversations: scope.conversations.length,
      counts,
      files: (await filesOf(tx, scope)).length,
      holds: await holdsOf(tx, scope),
      ...now.rows[0]!,
    };
  });
}

/** The privacy request itself is no reason to keep what it asks to be erased. */
export async function holdsOf(on: Tx | Db, scope: Scope): Promise<ErasurePreview["holds"]> {
  const found = await on.execute<ErasurePreview["holds"][number]>(sql`
    select c.number, case when c.is_restricted then 'restricted' else 'legal' end as reason from conversations c
    where c.id = any(${uuids(scope.conversations)}) and c.kind <> 'privacy' and c.status <> 'spam' and (c.is_restricted
      or exists (select 1 from teams m where m.id = c.team_id and m.is_legal)
      or exists (select 1 from conversation_tags x join tags g on g.id = x.tag_id, organisation o
                 where x.conversation_id = c.id and g.name = o.legal_tag))
    order by c.number`);
  return found.rows.map((row) => ({ ...row, number: Number(row.number) }));
}
