import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import type { Language } from "@/db/enums";
import type { System } from "@/lib/access";
import { changeConversation } from "@/lib/conversations/change";
import { threadToken } from "@/lib/conversations/thread-token";
import type { ReplyWay } from "@/lib/conversations/types";
import { newId } from "@/lib/id";
import { log, withoutData } from "@/lib/log";
import { replyWays } from "@/lib/replies/ways";
import { transact } from "@/lib/transact";
import { holdConversation } from "./hold-conversation";
import { surveyToken, tokenHash } from "./link";
import { questionText } from "./question";
import { refusalOf } from "./refusal";

const timer: System = { kind: "system", name: "timer" };
const batchSize = 100;

/** Days in which a question can be answered, and an answer changed. */
export const openDays = 14;

type Due = { id: string; conversationId: string };

/** Asks everybody whose time has come, or writes down why not. Resolves with the next moment, or null. */
export async function tendSurveys(): Promise<Date | null> {
  const due = await db.execute<Due>(sql`
    select id, conversation_id as "conversationId" from surveys where state = 'waiting' and ask_after <= now()
    order by ask_after limit ${batchSize}`);
  for (const survey of due.rows) await askOne(survey).catch((error: unknown) => putOff(survey, error));
  if (due.rows.length === batchSize) return new Date();
  const next = await db.execute<{ at: string | null }>(
    sql`select min(ask_after)::text as at from surveys where state = 'waiting'`,
  );
  const at = next.rows[0]?.at;
  return at ? new Date(at) : null;
}

/** One that cannot be put must not stand in the way of all others. */
async function putOff({ id }: Due, error: unknown): Promise<void> {
  log.warn(
    { surveyId: id, error: withoutData(error) },
    "a question could not be put and will be tried again",
  );
  await db.execute(sql`
    update surveys set ask_after = now() + interval '15 minutes' where id = ${id} and state = 'waiting'`);
}

async function askOne({ id, conversationId }: Due): Promise<void> {
  const ways = await replyWays(conversationId);
  const way = ways.find((one) => one.mode === "private" && one.closedSince === null && one.to.length > 0);
  await transact(async (tx) => {
    // People first, then the conversation, then what hangs on it: in the order of whoever erases a person. Two conversations
    // of one person may end at the same moment: one of the two questions waits here, and sees the other.
    await tx.execute(sql`
      select 1 from customers k where k.id in (select records_of(s.customer_id) from surveys s where s.id = ${id})
      order by k.id for no key update`);
    await holdConversation(tx, conversationId);
    const held = await tx.execute(
      sql`select 1 from surveys where id = ${id} and state = 'waiting' for update`,
    );
    if (held.rows.length === 0) return;
    const refusal = (await refusalOf(tx, id)) ?? (way ? null : "no_way");
    if (refusal === "superseded") await tx.execute(sql`delete from surveys where id = ${id}`);
    else if (refusal !== null)
      await tx.execute(sql`
        update surveys set state = 'refused', refusal = ${refusal}, decided_at = now() where id = ${id}`);
    else if (way) await put(tx, { id, way });
  }, "deliveries");
}

type About = {
  conversationId: string;
  brand: string;
  agent: string | null;
  language: Language;
  domain: string | null;
};

/** Writes the question as an automatic message: it stops no clock, opens nothing, and is nobody's answer. */
async function put(tx: Tx, { id, way }: { id: string; way: ReplyWay }): Promise<void> {
  const found = await tx.execute<About>(sql`
    select survivor_of(s.conversation_id) as "conversationId", b.name as brand, split_part(a.name, ' ', 1) as agent, s.language,
      (select split_part(x.address, '@', 2) from channels x where x.brand_id = s.brand_id and x.address like '%@%' order by x.created_at limit 1) as domain
    from surveys s join brands b on b.id = s.brand_id left join agents a on a.id = s.agent_id where s.id = ${id}`);
  const about = found.rows[0]!;
  const { conversationId, language } = about;
  const messageId = newId();
  const externalId = `<csat-${messageId}.${threadToken(conversationId)}@${about.domain ?? "avant.invalid"}>`;
  await changeConversation(tx, timer, {
    id: conversationId,
    type: "survey.asked",
    set: sql`message_count = c.message_count + 1`,
    messageId,
    more: { surveyId: id },
  });
  await tx.execute(sql`
    insert into messages (conversation_id, id, kind, channel_id, is_automatic, subject, text, language, external_id, recipients, sent_at, created_at)
    values (${conversationId}, ${messageId}, 'reply', ${way.channelId}, true, ${way.subject}, ${questionText(language, about)}, ${language},
      ${externalId}, ${JSON.stringify({ to: way.to, cc: [], bcc: [] })}::jsonb, clock_timestamp(), clock_timestamp())`);
  await tx.execute(sql`
    insert into deliveries (id, conversation_id, message_id, channel_id, mode, external_id, send_after)
    values (${newId()}, ${conversationId}, ${messageId}, ${way.channelId}, 'private', ${externalId}, now())`);
  await tx.execute(sql`
    update surveys set state = 'asked', decided_at = now(), message_id = ${messageId}, token_hash = ${tokenHash(surveyToken(id))},
      closes_at = now() + make_interval(days => ${openDays}) where id = ${id}`);
}
