import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { LinkEvidence } from "@/db/enums";
import { type Actor, authorize } from "@/lib/access";
import { iso, isoText } from "@/lib/conversations/load-rows";
import { seenPerson, seesRecord } from "./sight";

export type Suggestion = {
  linkId: string;
  /** The record of this person that it was said of, and the other one. */
  ownId: string;
  other: {
    id: string;
    name: string;
    city: string | null;
    identities: Array<{ kind: string; display: string }>;
  };
  weight: number | null;
  reasons: Array<{ code: string; weight: number; params?: { [name: string]: string } }>;
  at: string;
};

/** Who may be the same person, the likeliest first; only records that I may see. */
export async function listSuggestions(actor: Actor, input: { customerId: string }): Promise<Suggestion[]> {
  authorize(actor, "customer.read");
  const personId = await seenPerson(db, actor, input.customerId);
  const found = await db.execute<Suggestion>(sql`
    select l.id as "linkId", own.id as "ownId", l.weight, l.reasons, l.created_at as at,
      jsonb_build_object('id', o.id, 'name', o.name, 'city', o.city, 'identities',
        coalesce((select jsonb_agg(jsonb_build_object('kind', i.kind, 'display', i.display) order by i.id) from identities i
          where i.customer_id = o.id and i.revoked_at is null), '[]')) as other
    from customers own join customer_links l on (l.a_id = own.id or l.b_id = own.id) and l.verdict = 'perhaps' and l.revoked_at is null
    join customers o on o.id = case when l.a_id = own.id then l.b_id else l.a_id end
    where own.person_id = ${personId} and o.person_id <> ${personId} and ${seesRecord(actor, "own")} and ${seesRecord(actor, "o")}
    order by l.weight desc nulls last, l.id limit 5`);
  return found.rows.map((row) => ({ ...row, at: isoText(row.at) }));
}

export type Tie = {
  linkId: string;
  verdict: "same" | "not_same";
  evidence: LinkEvidence;
  reasons: Suggestion["reasons"];
  one: { id: string; name: string };
  other: { id: string; name: string };
  by: string | null;
  at: string | null;
  /** What the merge wrote, by field. */
  wrote: string[];
};

/** Which records are one person and which were told apart, with evidence, author and time. */
export async function listTies(actor: Actor, input: { customerId: string }): Promise<Tie[]> {
  authorize(actor, "customer.read");
  const personId = await seenPerson(db, actor, input.customerId);
  const found = await db.execute<Tie>(sql`
    select distinct on (l.decided_at, l.id) l.id as "linkId", l.verdict, l.evidence, l.reasons, a.name as by, l.decided_at as at,
      jsonb_build_object('id', one.id, 'name', one.name) as one, jsonb_build_object('id', o.id, 'name', o.name) as other,
      array(select substring(key from 38) from jsonb_object_keys(coalesce(l.after, '{}')) key where key not like '* %') as wrote
    from customers own join customer_links l on (l.a_id = own.id or l.b_id = own.id) and l.verdict in ('same', 'not_same') and l.revoked_at is null
    join customers one on one.id = l.a_id join customers o on o.id = l.b_id left join agents a on a.id = l.decided_by
    where own.person_id = ${personId} and ${seesRecord(actor, "one")} and ${seesRecord(actor, "o")}
    order by l.decided_at desc, l.id`);
  return found.rows.map((row) => ({ ...row, at: iso(row.at) }));
}
