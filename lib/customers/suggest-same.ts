import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { IdentityKind } from "@/db/enums";
import type { System } from "@/lib/access";
import { newId } from "@/lib/id";
import { transact } from "@/lib/transact";
import { askFrom, type Comparison, compare, type Likeness, type Reason } from "./compare";
import { between } from "./merge";
import { nameShares } from "./name-shares";
import { likeness, nameParts } from "./names";
import { lockPersons } from "./record";
import { tellOf } from "./tell";
import { linksOf } from "./tie";
import { sharedTopic } from "./topic";

type Loaded = Likeness & { id: string; personId: string; said: string };

/** At most as many are compared for one part of a name; a name that more carry says little. */
const mostCandidates = 200;
const mostAsked = 3;

const intake: System = { kind: "system", name: "intake" };

/**
 * Asks about whoever may be the same person as a record: same rare name, or a handle like the other's address. Only
 * records of the same brand that share an indexed part are compared, so the cost does not grow with the customers.
 * `claims`: records whose address this one merely named. Resolves with how many were asked about.
 */
export async function suggestSame(input: { customerId: string; claims: readonly string[] }): Promise<number> {
  const [own] = await load([input.customerId]);
  if (!own) return 0;
  const brand = await db.execute<{ brandId: string; isPrivate: boolean }>(sql`
    select brand_id as "brandId", exists (select 1 from customers r where r.id in (select records_of(k.id)) and r.no_profile_at is not null) as "isPrivate"
    from customers k where k.id = ${input.customerId}`);
  const { brandId, isPrivate } = brand.rows[0]!;
  if (isPrivate) return 0;
  const parts = nameParts(own.name).filter((part) => part.length >= 3);
  const shares = await nameShares(brandId, parts);
  const rare = parts
    .filter((part) => shares.countOf(part) <= mostCandidates)
    .sort((a, b) => shares.countOf(a) - shares.countOf(b))
    .slice(0, 2);
  const ids = await candidatesOf(input.customerId, brandId, rare);
  const candidates = await load([...new Set([...ids, ...input.claims])]);
  const frequency = (part: string) =>
    Math.max(shares.share(part), ...parts.filter((one) => likeness(one, part) >= 0.92).map(shares.share));
  const best = candidates
    .filter(({ id, personId }) => id !== own.id && personId !== own.personId)
    .map((other) => ({ other, ...compared(own, other, frequency, input.claims.includes(other.id)) }))
    .filter(({ weight }) => weight >= askFrom)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostAsked);
  let asked = 0;
  for (const { other, weight, reasons } of best) {
    if (await askAbout({ oneId: own.id, otherId: other.id, weight, reasons })) asked++;
  }
  return asked;
}

/** Stores one suggestion; false where the two are one, were told apart or are asked about already. */
export async function askAbout(input: {
  oneId: string;
  otherId: string;
  weight: number;
  reasons: Reason[];
}): Promise<boolean> {
  return transact(async (tx) => {
    const records = await lockPersons(tx, [input.oneId, input.otherId]);
    const one = records.find(({ id }) => id === input.oneId);
    const other = records.find(({ id }) => id === input.otherId);
    if (!one || !other || one.personId === other.personId || one.brandId !== other.brandId) return false;
    if (records.some(({ noProfileAt }) => noProfileAt !== null)) return false;
    const links = await linksOf(
      tx,
      records.map(({ id }) => id),
    );
    const side = (personId: string) => records.filter((record) => record.personId === personId);
    if (between(links, side(one.personId), side(other.personId)).length > 0) return false;
    const [aId, bId] = one.id < other.id ? [one.id, other.id] : [other.id, one.id];
    await tx.execute(sql`
      insert into customer_links (id, brand_id, a_id, b_id, verdict, evidence, weight, reasons)
      values (${newId()}, ${one.brandId}, ${aId}, ${bId}, 'perhaps', 'likeness', ${input.weight}, ${JSON.stringify(input.reasons)}::jsonb)`);
    await tellOf(tx, intake, {
      type: "customer.suggested",
      brandId: one.brandId,
      customerId: one.id,
      recordIds: [one.id, other.id],
      after: { oneId: one.id, otherId: other.id },
    });
    return true;
  });
}

function compared(
  own: Loaded,
  other: Loaded,
  frequency: (part: string) => number,
  isClaimed: boolean,
): Comparison {
  const topic = sharedTopic(own.said, other.said);
  const { weight, reasons } = compare({ ...own, topic }, { ...other, topic }, frequency);
  if (!isClaimed) return { weight, reasons };
  return { weight: weight + 6, reasons: [...reasons, { code: "address_given", weight: 6 }] };
}

async function candidatesOf(
  customerId: string,
  brandId: string,
  parts: readonly string[],
): Promise<string[]> {
  const byName = await Promise.all(
    parts.map((part) =>
      db.execute<{ id: string }>(sql`
        select k.id from customers k where k.brand_id = ${brandId} and search_fold(k.name) like ${`%${part}%`}
          and k.id <> ${customerId} limit ${mostCandidates}`),
    ),
  );
  const byHandle = await db.execute<{ id: string }>(sql`
    select distinct o.customer_id as id from identities i
    join identities o on o.brand_id = i.brand_id and handle_key(o.kind, o.value, o.display) = handle_key(i.kind, i.value, i.display)
      and o.revoked_at is null and o.customer_id <> i.customer_id
    where i.customer_id = ${customerId} and i.revoked_at is null
      and handle_key(i.kind, i.value, i.display) is not null limit 50`);
  return [...byName.flatMap(({ rows }) => rows), ...byHandle.rows].map(({ id }) => id);
}

async function load(ids: readonly string[]): Promise<Loaded[]> {
  if (ids.length === 0) return [];
  const found = await db.execute<
    Omit<Loaded, "identities" | "topicAt" | "topic"> & {
      identities: Array<{ kind: IdentityKind; value: string }>;
      saidAt: string | null;
    }
  >(sql`
    select k.id, k.person_id as "personId", k.name, coalesce(k.city, k.facts ->> 'city') as city,
      coalesce((select jsonb_agg(jsonb_build_object('kind', i.kind, 'value', case when i.kind in ('email', 'phone') then i.value else i.display end))
        from identities i where i.customer_id = k.id and i.revoked_at is null), '[]') as identities,
      coalesce(m.said, '') as said, m.at as "saidAt"
    from customers k left join lateral (
      select left(coalesce(m.subject, '') || ' ' || m.text, 1000) as said, m.sent_at as at
      from conversations c join messages m on m.conversation_id = c.id and m.kind = 'customer'
      where c.customer_id = k.id and not c.is_restricted and c.last_message_at > now() - interval '60 days'
      order by m.sent_at desc limit 1) m on true
    where k.id = any(${`{${ids.join(",")}}`}::uuid[])`);
  return found.rows.map(({ saidAt, ...row }) => ({
    ...row,
    topic: null,
    topicAt: saidAt === null ? null : Date.parse(saidAt),
  }));
}
