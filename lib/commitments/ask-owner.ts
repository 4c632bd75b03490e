import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Language } from "@/db/enums";
import type { Actor, System } from "@/lib/access";
import { askWithin } from "@/lib/asks/ask";
import { sentence } from "@/lib/sentences";

/**
 * Tells somebody without a desk by mail what was promised in their name and asks them to say when it is done: a question
 * like any other, so that their answer comes back as a note. Does nothing for a colleague, who is notified.
 */
export async function askOwner(
  tx: Tx,
  actor: Actor | System,
  input: { commitmentId: string; what: "given" | "reminded" },
): Promise<void> {
  const found = await tx.execute<{
    conversationId: string;
    address: string;
    text: string;
    dueAt: string;
    isPast: boolean;
    madeBy: string | null;
    language: Language;
  }>(sql`
    select survivor_of(m.conversation_id) as "conversationId", m.owner_address as address, m.text, m.due_at as "dueAt",
      m.due_at <= now() as "isPast", m.made_by as "madeBy", b.language
    from commitments m join brands b on b.id = m.brand_id where m.id = ${input.commitmentId} and m.owner_address is not null`);
  const one = found.rows[0];
  if (!one) return;
  await askWithin(tx, actor, {
    conversationId: one.conversationId,
    asked: { kind: "outside", address: one.address },
    question: sentence(one.language, `promises.mail.${input.what}`, { promise: one.text }) ?? one.text,
    dueAt: one.isPast ? null : new Date(one.dueAt),
    quotedIds: [],
    // Whoever is named to keep it may know what it is; nothing of the conversation goes along.
    mayShare: true,
    askedBy: actor.kind === "agent" ? actor.id : one.madeBy,
  });
}
