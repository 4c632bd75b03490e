import { sql } from "drizzle-orm";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { AppError, fail } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { readyRules } from "@/lib/targets/in-force";
import { transact } from "@/lib/transact";
import { undoWithin } from "@/lib/triage/undo";
import type { Deed } from "./rule";

/** As long a rule's doing can be taken back. */
export const undoDays = 30;

/**
 * Takes back what a rule did to a message, the last action first. What somebody has changed since stays as they left it
 * (`kept`); what was done on the network is taken back there, later. Throws `conflict` when it was undone already.
 */
export async function undoHit(actor: Actor, input: { hitId: string }): Promise<{ did: Deed[] }> {
  authorize(actor, "conversation.triage");
  await readyRules();
  return transact(async (tx) => {
    const found = await tx.execute<{
      did: Deed[];
      conversationId: string;
      messageId: string;
      rule: string;
      isUndone: boolean;
      brandId: string;
    }>(sql`
      select h.did, h.conversation_id as "conversationId", h.message_id as "messageId", r.name as rule,
        h.undone_at is not null as "isUndone", c.brand_id as "brandId"
      from moderation_hits h join moderation_rules r on r.id = h.rule_id join conversations c on c.id = h.conversation_id
      where h.id = ${input.hitId} and ${visible(actor, columnsOf("c"))}
        and h.at > now() - make_interval(days => ${undoDays}) for update of h`);
    const hit = found.rows[0] ?? fail("not_found", "not_found");
    if (hit.isUndone) fail("conflict", "rule.undone");
    const did = [...hit.did];
    for (let place = did.length - 1; place >= 0; place--) {
      const deed = did[place]!;
      if (deed.state !== "done") continue;
      if (deed.eventId === null) {
        // On the network: to be taken back there.
        did[place] = { ...deed, state: "waiting" };
        continue;
      }
      did[place] = { ...deed, state: await putBack(deed.eventId) };
    }
    await tx.execute(sql`
      update moderation_hits set did = ${JSON.stringify(did)}::jsonb, undone_at = now(), undone_by = ${actor.id} where id = ${input.hitId}`);
    await recordEvent(tx, {
      type: "rule.undone",
      actor: { kind: "agent", id: actor.id },
      conversationId: hit.conversationId,
      messageId: hit.messageId,
      brandId: hit.brandId,
      after: { hitId: input.hitId, rule: hit.rule, hasToAct: did.some(({ state }) => state === "waiting") },
      occurredAt: new Date(),
    });
    return { did };

    async function putBack(eventId: number): Promise<"undone" | "kept"> {
      try {
        await undoWithin(tx, actor, { eventId, since: new Date(0) });
        return "undone";
      } catch (error) {
        if (error instanceof AppError) return "kept";
        throw error;
      }
    }
  });
}
