import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type TestDesk, testMessage } from "@/db/test-desk";
import type { IncomingMessage } from "@/lib/channels/channel";
import { receive } from "@/lib/conversations/receive";
import { newId } from "@/lib/id";
import { followFacts } from "./follow";

/** A message that has come in through the ledger. */
export async function arrive(
  desk: TestDesk,
  from: string,
  text: string,
  more: Partial<IncomingMessage> = {},
): Promise<{ conversationId: string; messageId: string; externalId: string }> {
  const inboundId = newId();
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${inboundId}, ${desk.channelId}, ${inboundId}, ${inboundId}, 'message/rfc822', '{}', '\\x00', 1, 'reading', 'me')`);
  const message = testMessage(from, text, more);
  const [placed] = await receive([
    { inboundId, claimedBy: "me", receivedAt: new Date(), channel: desk.channel, message, files: [] },
  ]);
  if (!placed) throw new Error("Nothing was placed");
  return { ...placed, externalId: message.externalId };
}

/** Until everything that happened is measured and in its cells. */
export async function settled(): Promise<void> {
  for (let round = 0; round < 200; round++) {
    await followFacts();
    const left = await db.execute(sql`
      select 1 from stale_days union all
      select 1 from event_cursors k, events e where k.name = 'facts' and (e.epoch, e.xid, e.id) > (k.epoch, k.xid, k.event_id) limit 1`);
    if (left.rows.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error("The facts do not settle");
}
