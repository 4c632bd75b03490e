import { sql } from "drizzle-orm";
import { uuids } from "@/db/uuids";
import { type Actor, authorize } from "@/lib/access";
import type { Json } from "@/lib/channels/channel";
import { isZone } from "@/lib/clock/zone";
import { fail } from "@/lib/errors";
import { forgetProfileWithin } from "@/lib/privacy/profiling";
import { cleanLine, cleanText } from "@/lib/text/clean";
import { transact } from "@/lib/transact";
import { lockPersons } from "./record";
import { livingPerson } from "./sight";
import { tellOf } from "./tell";

export type Edit = {
  name?: string;
  city?: string | null;
  language?: string | null;
  zone?: string | null;
  note?: string | null;
  tags?: readonly string[];
  /** By name; null takes one away, what is left out stays. */
  facts?: { [name: string]: string | number | null };
  /** True from now on, false not any more. */
  doNotContact?: boolean;
  unsubscribed?: boolean;
  noProfile?: boolean;
};

const plain = ["city", "language", "zone", "note"] as const;
const consents = {
  doNotContact: "do_not_contact_at",
  unsubscribed: "unsubscribed_at",
  noProfile: "no_profile_at",
} as const;

/**
 * Changes what is known of a person. Words go to the record that stands for them; taking something away takes it from
 * every record, and consent holds for all. The event names the fields, never the words.
 */
export async function editCustomer(
  actor: Actor,
  input: { customerId: string; edit: Edit },
): Promise<{ eventId: number }> {
  authorize(actor, "customer.edit");
  const { edit } = input;
  return transact(async (tx) => {
    const personId = await livingPerson(tx, actor, input.customerId);
    if (edit.zone && !isZone(edit.zone)) fail("invalid", "customer.zone");
    const name = edit.name === undefined ? undefined : cleanLine(edit.name, 200);
    if (name === "") fail("invalid", "customer.name");
    const ids = (await lockPersons(tx, [personId])).map(({ id }) => id);
    if (name !== undefined) await tx.execute(sql`update customers set name = ${name} where id = ${personId}`);
    for (const field of plain) {
      const given = edit[field];
      if (given === undefined) continue;
      const value =
        given === null ? null : (field === "note" ? cleanText(given, 5_000) : cleanLine(given, 100)) || null;
      const where = value === null ? sql`id = any(${uuids(ids)})` : sql`id = ${personId}`;
      await tx.execute(sql`update customers set ${sql.raw(field)} = ${value} where ${where}`);
    }
    if (edit.tags !== undefined) {
      const tags = [
        ...new Set(edit.tags.map((tag) => cleanLine(tag, 40).toLowerCase()).filter(Boolean)),
      ].slice(0, 30);
      await tx.execute(sql`
        update customers set tags = case when id = ${personId} then ${sql.param(tags)}::text[]
          else array(select t from unnest(tags) t where t = any(${sql.param(tags)}::text[])) end where id = any(${uuids(ids)})`);
    }
    for (const [key, value] of Object.entries(edit.facts ?? {})) await setFact(key, value);
    for (const [field, column] of Object.entries(consents)) {
      const is =
        edit[
          field === "doNotContact" ? "doNotContact" : field === "unsubscribed" ? "unsubscribed" : "noProfile"
        ];
      if (is === undefined) continue;
      await tx.execute(sql`
        update customers set ${sql.raw(column)} = case when ${is} then coalesce(${sql.raw(column)}, now()) end where id = any(${uuids(ids)})`);
    }
    // Who must not be profiled is not asked about either.
    if (edit.noProfile === true) await forgetProfileWithin(tx, actor, personId);
    const brand = await tx.execute<{ brandId: string }>(
      sql`select brand_id as "brandId" from customers where id = ${personId}`,
    );
    const eventId = await tellOf(tx, actor, {
      type: "customer.changed",
      brandId: brand.rows[0]!.brandId,
      customerId: personId,
      recordIds: ids,
      after: { fields: Object.keys(edit) },
    });
    return { eventId };

    async function setFact(key: string, value: Json): Promise<void> {
      const name = cleanLine(key, 60);
      if (name === "") return;
      await tx.execute(
        value === null
          ? sql`update customers set facts = facts - ${name}::text where id = any(${uuids(ids)})`
          : sql`update customers set facts = facts || jsonb_build_object(${name}::text, ${JSON.stringify(value)}::jsonb) where id = ${personId}`,
      );
    }
  });
}
