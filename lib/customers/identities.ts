import { sql } from "drizzle-orm";
import type { IdentityKind } from "@/db/enums";
import { type Actor, authorize } from "@/lib/access";
import { fail } from "@/lib/errors";
import { newId } from "@/lib/id";
import { cleanLine } from "@/lib/text/clean";
import { transact } from "@/lib/transact";
import { lockPersons } from "./record";
import { livingPerson, seenPerson } from "./sight";
import { tellOf } from "./tell";

/** Kinds that a colleague may enter; ids of networks come from the networks. */
export const enteredKinds = [
  "email",
  "phone",
  "customer_number",
  "order_number",
] as const satisfies readonly IdentityKind[];
export type EnteredKind = (typeof enteredKinds)[number];

/**
 * A colleague says that an address or number is theirs. One that another customer had only claimed becomes theirs;
 * throws `conflict` with the other's name when it is somebody's for sure.
 */
export async function addIdentity(
  actor: Actor,
  input: { customerId: string; kind: EnteredKind; value: string },
): Promise<{ id: string }> {
  authorize(actor, "customer.edit");
  return transact(async (tx) => {
    const personId = await livingPerson(tx, actor, input.customerId);
    const display = cleanLine(input.value, 254);
    const value = normalised(input.kind, display) ?? fail("invalid", "customer.identity_invalid");
    const records = await lockPersons(tx, [personId]);
    const brandId = records[0]!.brandId;
    const held = await tx.execute<{
      id: string;
      customerId: string;
      evidence: string;
      name: string;
      isOnly: boolean;
    }>(sql`
      select i.id, i.customer_id as "customerId", i.evidence, k.name,
        not exists (select 1 from identities o where o.customer_id = i.customer_id and o.id <> i.id and o.revoked_at is null) as "isOnly"
      from identities i join customers k on k.id = i.customer_id
      where i.brand_id = ${brandId} and i.kind = ${input.kind} and md5(i.value) = md5(${value}) and i.value = ${value} and i.revoked_at is null
      for update of i`);
    const owner = held.rows[0];
    if (owner && records.some(({ id }) => id === owner.customerId)) return { id: owner.id };
    if (owner && (owner.evidence !== "claimed" || owner.isOnly))
      fail("conflict", "customer.identity_taken", { name: owner.name });
    if (owner)
      await tx.execute(
        sql`update identities set revoked_at = now(), revoked_by = ${actor.id} where id = ${owner.id}`,
      );
    const id = newId();
    await tx.execute(sql`
      insert into identities (id, customer_id, brand_id, kind, value, display, evidence)
      values (${id}, ${personId}, ${brandId}, ${input.kind}, ${value}, ${display}, 'agent')`);
    await tellOf(tx, actor, {
      type: "customer.changed",
      brandId,
      customerId: personId,
      recordIds: records.map((record) => record.id),
      after: { fields: ["identities"], identityId: id },
    });
    return { id };
  });
}

/** An address that is not theirs: it is kept with its date, and whoever writes from it next is somebody new. */
export async function removeIdentity(
  actor: Actor,
  input: { customerId: string; identityId: string },
): Promise<void> {
  authorize(actor, "customer.edit");
  await transact(async (tx) => {
    const personId = await seenPerson(tx, actor, input.customerId);
    const records = await lockPersons(tx, [personId]);
    const gone = await tx.execute(sql`
      update identities set revoked_at = now(), revoked_by = ${actor.id}
      where id = ${input.identityId} and customer_id in (select records_of(${personId})) and revoked_at is null returning id`);
    if (gone.rows.length === 0) fail("not_found", "customer.identity_not_found");
    await tellOf(tx, actor, {
      type: "customer.changed",
      brandId: records[0]!.brandId,
      customerId: personId,
      recordIds: records.map((record) => record.id),
      after: { fields: ["identities"], identityId: input.identityId },
    });
  });
}

/** Puts an address back that I removed, where nobody has taken it since. */
export async function restoreIdentity(
  actor: Actor,
  input: { customerId: string; identityId: string },
): Promise<void> {
  authorize(actor, "customer.edit");
  await transact(async (tx) => {
    const personId = await seenPerson(tx, actor, input.customerId);
    const back = await tx.execute(sql`
      update identities i set revoked_at = null, revoked_by = null
      where i.id = ${input.identityId} and i.revoked_by = ${actor.id} and i.customer_id in (select records_of(${personId}))
        and not exists (select 1 from identities o where o.brand_id = i.brand_id and o.kind = i.kind and md5(o.value) = md5(i.value) and o.revoked_at is null)
      returning i.id`);
    if (back.rows.length === 0) fail("conflict", "customer.decided_since");
  });
}

/** As the channels store it; null when it is none of that kind. */
export function normalised(kind: EnteredKind, text: string): string | null {
  switch (kind) {
    case "email":
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? text.toLowerCase() : null;
    case "phone": {
      const digits = text.replace(/^\s*00/, "+").replace(/[^\d+]/g, "");
      return /^\+?\d{6,15}$/.test(digits) ? digits : null;
    }
    case "customer_number":
    case "order_number":
      return text === "" ? null : text;
  }
}
