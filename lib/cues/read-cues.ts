import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { iso, isoText } from "@/lib/conversations/load-rows";
import type { Iso } from "@/lib/conversations/types";
import { fail } from "@/lib/errors";
import { type Family, families } from "./cue";
import { marksOf } from "./marks";
import { saidFrom } from "./score";

/** What one family came to in a message, with the words that it was found by. */
export type CueView = {
  family: Family;
  /** As it counts: by the cues, or by a colleague's word. */
  isSaid: boolean;
  score: number;
  label: { isSaid: boolean; by: string | null; at: Iso } | null;
  /** `at` in UTF-16 units of the message's text; -1 for words of its subject. */
  found: Array<{ reason: string; words: string; at: number; length: number }>;
};

export type MessageCues = { messageId: string; at: Iso; cues: CueView[] };

/** More messages of one customer than this are not read at once: the newest. */
const mostMessages = 60;

/**
 * What the cues found in a conversation's messages, and where, with what colleagues said of it; families of which
 * there is nothing are left out. `messageId` null: all of its newest messages.
 */
export async function readCues(
  actor: Actor,
  input: { conversationId: string; messageId: string | null },
): Promise<{ items: MessageCues[] }> {
  authorize(actor, "conversation.read");
  const seen = await db.execute<{ id: string }>(sql`
    select c.id from conversations c where c.id = survivor_of(${input.conversationId}) and ${visible(actor, columnsOf("c"))}`);
  const whole = seen.rows[0] ?? fail("not_found", "conversation.not_found");
  const told = await db.execute<{ id: string; conversationId: string; text: string; at: string }>(sql`
    select m.id, m.conversation_id as "conversationId", m.text, m.sent_at as at from messages m
    where m.conversation_id in (select merged_with(${whole.id})) and m.kind = 'customer' and m.deleted_at is null
      and ${input.messageId === null ? sql`true` : sql`m.id = ${input.messageId}`}
    order by m.sent_at desc, m.id desc limit ${mostMessages}`);
  const ids = told.rows.map(({ id }) => id);
  const parts = [...new Set(told.rows.map(({ conversationId }) => conversationId))];
  const marks = await db.transaction((tx) => marksOf(tx, ids, parts));
  const labels = await db.execute<{
    messageId: string;
    family: string;
    isSaid: boolean;
    by: string | null;
    at: string;
  }>(sql`
    select l.message_id as "messageId", l.family, l.is_said as "isSaid", a.name as by, l.at from cue_labels l
    left join agents a on a.id = l.by where l.message_id = any(${`{${ids.join(",")}}`}::uuid[])`);
  return {
    items: told.rows.reverse().map(({ id, text, at }) => ({
      messageId: id,
      at: isoText(at),
      cues: families.flatMap((family) => {
        const mark = marks.get(id);
        const found = (mark?.found ?? [])
          .filter((each) => each.family === family)
          .map(({ reason, at: from, length }) => ({
            reason,
            words: from < 0 ? "" : text.slice(from, from + length),
            at: from,
            length,
          }));
        const label = labels.rows.find((each) => each.messageId === id && each.family === family);
        const score = mark?.scores[family] ?? 0;
        if (score < saidFrom && found.length === 0 && !label) return [];
        return {
          family,
          isSaid: score >= saidFrom,
          score,
          label: label ? { isSaid: label.isSaid, by: label.by, at: iso(label.at) ?? "" } : null,
          found,
        };
      }),
    })),
  };
}
