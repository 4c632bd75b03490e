import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { System } from "@/lib/access";
import { Permanent, type PostVerb } from "@/lib/channels/channel";
import { contextOf, loadChannel } from "@/lib/channels/load";
import { changeConversation } from "@/lib/conversations/change";
import { transact } from "@/lib/transact";
import type { Deed } from "./rule";

const actor: System = { kind: "system", name: "rule" };
const patienceMs = 30_000;

type Hit = {
  conversationId: string;
  messageId: string;
  channelId: string | null;
  externalId: string | null;
  url: string | null;
  threadKey: string | null;
  did: Deed[];
  undoneAt: string | null;
};

/** Where each verb stands on the message itself. */
const marks = { hide: "hidden_at", like: "liked_at" } as const;

/**
 * Does on the network what a rule left to be done there (`waiting`), or takes it back where the hit was undone meanwhile.
 * Safe to repeat. Throws what may work later; what never will is written into the log as failed, with its reason.
 */
export async function actForRule(input: { hitId: string }): Promise<void> {
  const hit = await loadHit(input.hitId);
  if (!hit) return;
  for (const [place, deed] of hit.did.entries()) {
    if (deed.state !== "waiting" || (deed.kind !== "hide" && deed.kind !== "like")) continue;
    const back: Record<"hide" | "like", PostVerb> = { hide: "unhide", like: "unlike" };
    const isUndone = hit.undoneAt !== null;
    const outcome = await tell(hit, isUndone ? back[deed.kind] : deed.kind, deed.kind);
    await keep(input.hitId, place, hit, {
      deed: {
        ...deed,
        ...outcome,
        ...(isUndone && outcome.state === "done" ? { state: "undone" as const } : {}),
      },
      verb: isUndone ? back[deed.kind] : deed.kind,
      isDone: outcome.state === "done",
    });
  }
}

async function loadHit(id: string): Promise<Hit | null> {
  const found = await db.execute<Hit>(sql`
    select h.conversation_id as "conversationId", h.message_id as "messageId", m.channel_id as "channelId",
      m.external_id as "externalId", m.url, c.thread_key as "threadKey", h.did, h.undone_at as "undoneAt"
    from moderation_hits h join conversations c on c.id = h.conversation_id join messages m on m.id = h.message_id
      and m.conversation_id = h.conversation_id
    where h.id = ${id}`);
  return found.rows[0] ?? null;
}

async function tell(hit: Hit, verb: PostVerb, kind: "hide" | "like"): Promise<Pick<Deed, "state" | "code">> {
  const row = hit.channelId === null ? null : await loadChannel(hit.channelId);
  if (!row || hit.externalId === null || !row.channel.act || !row.channel.can.act.includes(kind))
    return { state: "nothing", code: null };
  try {
    const target = { externalId: hit.externalId, url: hit.url, threadKey: hit.threadKey };
    await row.channel.act(
      contextOf(row, AbortSignal.timeout(patienceMs), () => {}),
      verb,
      target,
    );
    return { state: "done", code: null };
  } catch (error) {
    if (error instanceof Permanent) return { state: "failed", code: error.code };
    throw error;
  }
}

/** The log and the message itself, with an event for whoever has it open. */
async function keep(
  hitId: string,
  place: number,
  hit: Hit,
  { deed, verb, isDone }: { deed: Deed; verb: PostVerb; isDone: boolean },
): Promise<void> {
  await transact(async (tx) => {
    const kept = await tx.execute(sql`
      update moderation_hits set did = jsonb_set(did, ${`{${place}}`}::text[], ${JSON.stringify(deed)}::jsonb)
      where id = ${hitId} and did -> ${place}::int ->> 'state' = 'waiting' returning 1`);
    if (kept.rows.length === 0 || !isDone || (deed.kind !== "hide" && deed.kind !== "like")) return;
    const column = sql.raw(marks[deed.kind]);
    const isOn = verb === "hide" || verb === "like";
    await tx.execute(sql`
      update messages set ${column} = ${isOn ? sql`coalesce(${column}, now())` : sql`null`}
      where conversation_id = ${hit.conversationId} and id = ${hit.messageId}`);
    await changeConversation(tx, actor, {
      id: hit.conversationId,
      type: "message.acted",
      set: null,
      messageId: hit.messageId,
      more: { verb },
    });
  });
}
