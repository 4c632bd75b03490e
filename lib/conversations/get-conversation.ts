import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Language } from "@/db/enums";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { getCustomer } from "@/lib/customers/get-customer";
import { zoneOf } from "@/lib/customers/zone";
import { fail } from "@/lib/errors";
import { listLinks } from "@/lib/links/list-links";
import { readBelow } from "@/lib/replies/below";
import { draftOf } from "@/lib/replies/draft";
import { publicCheckOf } from "@/lib/replies/known-facts";
import { approvalFor, listHeld } from "@/lib/replies/list-held";
import { newestOf } from "@/lib/replies/newer";
import { sharedDraftOf } from "@/lib/replies/shared-draft";
import { replyWays } from "@/lib/replies/ways";
import { listSideThreads } from "@/lib/side-threads/list";
import { besideOf } from "@/lib/triage/beside";
import { iso, isoText, type LoadedRow, rowFields, rowJoins, toRow } from "./load-rows";
import { loadTimeline } from "./timeline";
import type { ConversationView } from "./types";

type Header = LoadedRow & {
  readAt: string | null;
  createdAt: string;
  noReplyReason: ConversationView["noReplyReason"];
  brandName: string;
  letter: string;
  color: string;
  colorDark: string;
  brandLanguage: Language;
  url: string | null;
};

/**
 * Everything one screen shows of a conversation. `idOrNumber`: its id, or the number that people say. One that was
 * merged leads to the one that goes on.
 */
export async function getConversation(
  actor: Actor,
  input: { idOrNumber: string },
): Promise<ConversationView> {
  authorize(actor, "conversation.read");
  const which = /^\d{1,15}$/.test(input.idOrNumber)
    ? sql`c.id = survivor_of((select id from conversations where number = ${input.idOrNumber}::bigint))`
    : /^[0-9a-f-]{36}$/i.test(input.idOrNumber)
      ? sql`c.id = survivor_of(${input.idOrNumber}::uuid)`
      : sql`false`;
  const found = await db.execute<Header>(sql`
    select ${rowFields}, r.read_at as "readAt", c.created_at as "createdAt", c.no_reply_reason as "noReplyReason",
      b.name as "brandName", b.letter, b.color, b.color_dark as "colorDark", b.language as "brandLanguage",
      (select m.url from messages m where m.conversation_id = c.id and m.kind = 'customer' and m.url is not null
       order by m.sent_at desc limit 1) as url
    from conversations c ${rowJoins} join brands b on b.id = c.brand_id
    left join conversation_reads r on r.conversation_id = c.id and r.agent_id = ${actor.id}
    where ${which} and ${visible(actor, columnsOf("c"))}`);
  const header = found.rows[0] ?? fail("not_found", "conversation.not_found");
  const here = { conversationId: header.id };
  const [
    page,
    customer,
    ways,
    draft,
    seen,
    below,
    sharedDraft,
    held,
    sideThreads,
    approval,
    zone,
    beside,
    links,
  ] = await Promise.all([
    loadTimeline(header.id, null),
    getCustomer(actor, { customerId: header.customerId, exceptId: header.id }),
    replyWays(header.id),
    draftOf(actor, here),
    newestOf(db, header.customerId),
    readBelow(header.id, actor.id),
    sharedDraftOf(actor, here),
    listHeld(actor, here),
    listSideThreads(actor, here),
    approvalFor(actor, here),
    zoneOf(header.customerId),
    besideOf(actor, here),
    listLinks(actor, here),
  ]);
  const isPublic = ways.some((way) => way.mode === "public");
  return {
    ...beside,
    links,
    row: { ...toRow(header), readAt: iso(header.readAt) },
    brand: {
      id: header.brandId,
      name: header.brandName,
      letter: header.letter,
      color: header.color,
      colorDark: header.colorDark,
      language: header.brandLanguage,
    },
    values: below.values,
    signature: below.signature,
    createdAt: isoText(header.createdAt),
    noReplyReason: header.noReplyReason,
    timeline: page.items,
    older: page.older,
    customer,
    ways,
    draft,
    sharedDraft,
    held,
    sideThreads,
    approval,
    publicCheck: isPublic ? await publicCheckOf(db, header.customerId) : null,
    zone,
    seen,
    answerThere: ways.length === 0 ? header.url : null,
  };
}

/** What stands before `cursor` in a conversation's timeline. */
export async function olderTimeline(actor: Actor, input: { conversationId: string; cursor: string }) {
  authorize(actor, "conversation.read");
  const found = await db.execute(sql`
    select 1 from conversations c where c.id = ${input.conversationId} and ${visible(actor, columnsOf("c"))}`);
  if (found.rows.length === 0) fail("not_found", "conversation.not_found");
  return loadTimeline(input.conversationId, input.cursor);
}
