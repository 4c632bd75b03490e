import { createHash } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { LinkEvidence } from "@/db/enums";
import type { System } from "@/lib/access";
import { AppError } from "@/lib/errors";
import { transact } from "@/lib/transact";
import type { Reason } from "./compare";
import { mergeWithin } from "./merge";
import { couldBeOne } from "./names";
import { isSharedBy, type Proof, proofKey, verdictOf } from "./proof";
import { askAbout, suggestSame } from "./suggest-same";

const intake: System = { kind: "system", name: "intake" };

/**
 * Looks who the sender of a message may be beside who they are: ties by proof (another spelling of their mailbox, an
 * address that the network vouches for), and asks about whatever is weaker: a number in their words that is another
 * record's, since anybody can type one that stands on a parcel, or a mailbox that one of the two had only named. Does
 * nothing twice.
 */
export async function recogniseMessage(input: {
  conversationId: string;
  messageId: string;
  proves: readonly string[];
  claims: readonly string[];
}): Promise<void> {
  const found = await db.execute<{ customerId: string; said: string; isFlagged: boolean }>(sql`
    select c.customer_id as "customerId", left(coalesce(m.subject, '') || ' ' || left(m.text, coalesce(m.quote_at, 4000))
      || ' ' || coalesce(k.facts ->> 'orderNumber', ''), 5000) as said, m.is_flagged as "isFlagged"
    from messages m join conversations c on c.id = m.conversation_id join customers k on k.id = c.customer_id
    where m.conversation_id = ${input.conversationId} and m.id = ${input.messageId} and m.kind = 'customer'`);
  const message = found.rows[0];
  // A flagged message may be anybody's: it proves nothing about whose conversation it stands in.
  if (!message || message.isFlagged) return;
  await recogniseCustomer({ ...input, customerId: message.customerId, said: message.said });
}

/** The same for a record that came by a file or a sign; `said` holds the numbers that they typed. */
export async function recogniseCustomer(input: {
  customerId: string;
  said: string;
  proves: readonly string[];
  claims: readonly string[];
}): Promise<void> {
  for (const other of await provenBy(input)) await tieOrAsk(input.customerId, other);
  await suggestSame(input);
}

type Proven = { customerId: string; evidence: LinkEvidence; isSure: boolean; proof: Proof };

async function provenBy(input: Parameters<typeof recogniseCustomer>[0]): Promise<Proven[]> {
  const numbers = numbersIn(input.said);
  const found = await db.execute<Proof & { customerId: string; evidence: LinkEvidence; isSure: boolean }>(sql`
    select o.customer_id as "customerId", 'address' as evidence, o.kind, o.value,
      not (${isOnlyNamed("i")} or ${isOnlyNamed("o")}) as "isSure"
    from identities i join identities o on o.brand_id = i.brand_id and o.kind = 'email' and o.revoked_at is null and o.value like '%@%'
      and md5(proof_mailbox(o.value)) = md5(proof_mailbox(i.value)) and o.customer_id <> i.customer_id
    where i.customer_id = ${input.customerId} and i.kind = 'email' and i.revoked_at is null and i.value like '%@%'
    union
    select o.customer_id, 'number', o.kind, o.value, false
    from customers k join identities o on o.brand_id = k.brand_id and o.kind in ('order_number', 'customer_number')
      and md5(o.value) = any(${sql.param(numbers)}::text[]) and o.revoked_at is null and o.customer_id <> k.id
    where k.id = ${input.customerId}
    union
    select o.customer_id, 'address', o.kind, o.value, true
    from identities o where o.customer_id = any(${`{${input.proves.join(",")}}`}::uuid[]) and o.revoked_at is null
    limit 40`);
  return found.rows
    .map(({ kind, value, ...which }) => ({ ...which, proof: { kind, value } }))
    .filter(({ proof }) => proofKey(proof) !== null);
}

/** Claimed by somebody who was known by something else first or for sure, as in lib/conversations/receive-sql.ts. */
function isOnlyNamed(alias: "i" | "o"): SQL {
  const a = sql.raw(alias);
  return sql`(${a}.evidence = 'claimed' and exists (select 1 from identities f where f.customer_id = ${a}.customer_id and f.id <> ${a}.id
    and f.revoked_at is null and (f.id < ${a}.id or f.evidence in ('network', 'authenticated'))))`;
}

/** MD5 of every number-like word, as the index of addresses has them. */
function numbersIn(said: string): string[] {
  const words = said.match(/[\p{L}\d][\p{L}\d-]{3,40}/gu) ?? [];
  const numbers = words.filter((word) => (word.match(/\d/g) ?? []).length >= 4).slice(0, 20);
  return [...new Set(numbers.flatMap((word) => [word, word.toUpperCase(), word.toLowerCase()]))].map(md5);
}

function md5(text: string): string {
  return createHash("md5").update(text).digest("hex");
}

async function tieOrAsk(customerId: string, other: Proven): Promise<void> {
  const found = await db.execute<{ id: string; name: string; names: string[] }>(sql`
    select k.id, k.name, array(select distinct m.author_name from conversations c join messages m on m.conversation_id = c.id
      where c.customer_id = k.id and m.kind = 'customer' and m.author_name is not null limit 20) as names
    from customers k where k.id in (${customerId}, ${other.customerId})`);
  const own = found.rows.find(({ id }) => id === customerId);
  const their = found.rows.find(({ id }) => id === other.customerId);
  if (!own || !their) return;
  const everNamed = found.rows.flatMap(({ name, names }) => [name, ...names]);
  const verdict = verdictOf(
    { name: own.name, identities: [other.proof] },
    { name: their.name, identities: [other.proof] },
    () => isSharedBy(everNamed),
  );
  const code = other.evidence === "number" ? "number" : "address";
  if (verdict === "suggest" || !other.isSure) {
    const reasons: Reason[] = [{ code, weight: 12 }];
    if (!couldBeOne(own.name, their.name)) reasons.push({ code: "name_other", weight: -6 });
    const weight = reasons.reduce((sum, reason) => sum + reason.weight, 0);
    await askAbout({ oneId: customerId, otherId: other.customerId, weight, reasons });
    return;
  }
  try {
    await transact((tx) =>
      mergeWithin(tx, intake, {
        oneId: customerId,
        otherId: other.customerId,
        choices: {},
        despite: "nothing",
        evidence: other.evidence,
        reasons: [{ code, weight: 12 }],
      }),
    );
  } catch (error) {
    // One already, told apart by a colleague, or erased meanwhile: there is nothing to tie.
    if (!(error instanceof AppError)) throw error;
  }
}
