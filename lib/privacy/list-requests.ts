import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { ConversationKind, ConversationStatus, PrivacyKind } from "@/db/enums";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { isoText } from "@/lib/conversations/load-rows";
import { fail } from "@/lib/errors";
import { detectRequest } from "./detect";

export type PrivacyRequest = {
  conversationId: string;
  number: number;
  subject: string | null;
  status: ConversationStatus;
  customerId: string;
  customerName: string;
  kind: PrivacyKind;
  askedAt: string;
  dueAt: string;
  extendedBecause: string | null;
  doneAt: string | null;
  doneByName: string | null;
  /** Steps that can be read from what happened. */
  exportedAt: string | null;
  erasedAt: string | null;
  answeredAt: string | null;
};

/** Requests that I may see: the open ones by their date, or the last hundred that are done. */
export async function listRequests(
  actor: Actor,
  input: { state: "open" | "done" },
): Promise<{ items: PrivacyRequest[] }> {
  authorize(actor, "privacy.handle");
  const order =
    input.state === "open"
      ? sql`p.done_at is null order by p.due_at, c.id`
      : sql`p.done_at is not null order by p.done_at desc, c.id`;
  return { items: await load(sql`${visible(actor, columnsOf("c"))} and ${order} limit 200`) };
}

export type AboutPrivacy = {
  kind: ConversationKind;
  request: PrivacyRequest | null;
  /** What the customer's words read like, where nobody has decided yet. Never more than an offer. */
  offered: { kind: PrivacyKind; words: string } | null;
};

/** What is to be said about one conversation. Throws `not_found`. */
export async function readRequest(actor: Actor, input: { conversationId: string }): Promise<AboutPrivacy> {
  authorize(actor, "conversation.read");
  const found = await db.execute<{ id: string; kind: ConversationKind; words: string[] }>(sql`
    select c.id, c.kind, array(select coalesce(m.subject, '') || E'\n' || left(coalesce(left(m.text, m.quote_at), m.text), 20000)
      from messages m where m.conversation_id in (select merged_with(c.id)) and m.kind = 'customer' and m.deleted_at is null
      order by m.sent_at desc limit 3) as words
    from conversations c where c.id = survivor_of(${input.conversationId}) and ${visible(actor, columnsOf("c"))}`);
  const row = found.rows[0];
  if (!row) return fail("not_found", "conversation.not_found");
  if (row.kind !== "privacy") {
    const offered = row.words.map(detectRequest).find((one) => one !== null) ?? null;
    return { kind: row.kind, request: null, offered };
  }
  const [request] = await load(sql`c.id = ${row.id}`);
  return { kind: row.kind, request: request ?? null, offered: null };
}

type Loaded = PrivacyRequest;

async function load(where: ReturnType<typeof sql>): Promise<PrivacyRequest[]> {
  const found = await db.execute<Loaded>(sql`
    select c.id as "conversationId", c.number::int as number, c.subject, c.status, k.person_id as "customerId", s.name as "customerName",
      p.kind, p.asked_at::text as "askedAt", p.due_at::text as "dueAt", p.extended_because as "extendedBecause", p.done_at::text as "doneAt",
      a.name as "doneByName",
      (select max(e.occurred_at)::text from events e where e.type = 'customer.exported' and e.customer_id = k.person_id
        and e.occurred_at >= p.asked_at) as "exportedAt",
      (select max(x.at)::text from erasures x where x.customer_id = k.person_id and x.at >= p.asked_at) as "erasedAt",
      (select max(m.sent_at)::text from messages m where m.conversation_id = c.id and m.kind = 'reply' and m.agent_id is not null
        and m.sent_at >= p.asked_at) as "answeredAt"
    from privacy_requests p join conversations c on c.id = p.conversation_id
    join customers k on k.id = c.customer_id join customers s on s.id = k.person_id left join agents a on a.id = p.done_by
    where c.merged_into_id is null and ${where}`);
  return found.rows.map((row) => ({
    ...row,
    askedAt: isoText(row.askedAt),
    dueAt: isoText(row.dueAt),
    doneAt: maybe(row.doneAt),
    exportedAt: maybe(row.exportedAt),
    erasedAt: maybe(row.erasedAt),
    answeredAt: maybe(row.answeredAt),
  }));
}

function maybe(at: string | null): string | null {
  return at === null ? null : isoText(at);
}
