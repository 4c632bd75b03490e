import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type TestDesk, testMessage } from "@/db/test-desk";
import type { IncomingMessage } from "@/lib/channels/channel";
import { receive } from "@/lib/conversations/receive";
import { newId } from "@/lib/id";

/** A message that arrives at a test desk, with the customer record that owns it. */
export async function arrive(
  desk: TestDesk,
  from: string,
  text: string,
  more: Partial<IncomingMessage> = {},
): Promise<{ conversationId: string; messageId: string; externalId: string; customerId: string }> {
  const inboundId = newId();
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${inboundId}, ${desk.channelId}, ${inboundId}, ${inboundId}, 'message/rfc822', '{}', '\\x00', 1, 'reading', 'me')`);
  const message = testMessage(from, text, more);
  const [placed] = await receive([
    { inboundId, claimedBy: "me", receivedAt: new Date(), channel: desk.channel, message, files: [] },
  ]);
  const found = await db.execute<{ customerId: string }>(
    sql`select customer_id as "customerId" from conversations where id = ${placed!.conversationId}`,
  );
  return { ...placed!, externalId: message.externalId, customerId: found.rows[0]!.customerId };
}

/** Somebody called `name` who writes from `from`. */
export function by(name: string, from: string): Pick<IncomingMessage, "author"> {
  return {
    author: {
      name,
      identities: [{ kind: "email", value: from, display: from, evidence: "claimed" }],
      avatarUrl: null,
      profileUrl: null,
      facts: {},
    },
  };
}
