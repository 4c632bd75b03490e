import { sql } from "drizzle-orm";
import { rerankConversations } from "@/lib/risk/rerank";
import { transact } from "@/lib/transact";
import { families } from "./cue";
import { currentEdition } from "./editions";
import { marksOf } from "./marks";
import { saidFrom } from "./score";

/** So many conversations are looked at in one transaction. */
const mostConversations = 100;

/** Of one conversation only the newest messages: what was said before them no longer decides its place. */
const mostMessages = 30;

/**
 * After a phrase has changed: makes the marks of what stands in the list of work anew, and lets those conversations be
 * ranked again of which another thing is said now. What is not in the list is marked again when somebody asks for it.
 * Resolves with how many conversations are ranked again. Safe to repeat.
 */
export async function rejudge(): Promise<number> {
  let changed = 0;
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const step = await transact(async (tx) => {
      const edition = await currentEdition(tx);
      const stale = await tx.execute<{ conversationId: string; messageIds: string[] }>(sql`
        select q.conversation_id as "conversationId", s.ids as "messageIds" from queue q
        cross join lateral (select array_agg(n.message_id) as ids from (
          select k.message_id from message_marks k where k.conversation_id = q.conversation_id and k.edition < ${edition}
          order by k.said_at desc limit ${mostMessages}) n) s
        where q.conversation_id > ${after}::uuid and s.ids is not null
        order by q.conversation_id limit ${mostConversations}`);
      const messageIds = stale.rows.flatMap((row) => row.messageIds);
      if (messageIds.length === 0) return null;
      const conversationIds = stale.rows.map((row) => row.conversationId);
      const before = await tx.execute<{ messageId: string; scores: { [family: string]: number } }>(sql`
        select message_id as "messageId", scores from message_marks where message_id = any(${`{${messageIds.join(",")}}`}::uuid[])`);
      const marks = await marksOf(tx, messageIds, conversationIds);
      const moved = new Set<string>();
      for (const { messageId, scores } of before.rows) {
        const mark = marks.get(messageId);
        if (!mark) continue;
        const isOther = families.some(
          (family) => (scores[family] ?? 0) >= saidFrom !== mark.scores[family] >= saidFrom,
        );
        if (isOther) moved.add(mark.conversationId);
      }
      await rerankConversations(tx, [...moved]);
      return { last: conversationIds.at(-1) ?? after, moved: moved.size };
    });
    if (step === null) return changed;
    after = step.last;
    changed += step.moved;
  }
}
