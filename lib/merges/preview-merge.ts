import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { ConversationStatus } from "@/db/enums";
import { type Actor, authorize } from "@/lib/access";
import { isoText } from "@/lib/conversations/load-rows";
import type { Iso } from "@/lib/conversations/types";
import { join } from "./join";
import { type Locked, loadBoth } from "./lock";
import { type Refusal, refusalOf } from "./merge";

type Side = {
  id: string;
  number: number;
  customerName: string;
  channelKind: string;
  subject: string | null;
  excerpt: string;
  status: ConversationStatus;
  messageCount: number;
  assigneeId: string | null;
  waitingSince: Iso | null;
  createdAt: Iso;
  tags: string[];
};

export type MergePreview = {
  survivor: Side;
  stub: Side;
  /** Why it cannot be; null when it can. */
  refusal: Refusal | "itself" | null;
  /** These are two people: it needs a consent of its own. */
  mixesCustomers: boolean;
  /** What the survivor will be. */
  after: Pick<Side, "status" | "messageCount" | "assigneeId" | "waitingSince" | "tags"> & {
    dueAt: Iso | null;
  };
};

/** What putting one conversation into another would do. Changes nothing. */
export async function previewMerge(
  actor: Actor,
  input: { survivorId: string; stubId: string },
): Promise<MergePreview> {
  authorize(actor, "conversation.read");
  const { one, other } = await loadBoth(db, actor, { oneId: input.survivorId, otherId: input.stubId });
  const [survivor, stub] = [await sideOf(one), await sideOf(other)];
  const after = join(one.joint, other.joint);
  return {
    survivor,
    stub,
    refusal: one.id === other.id ? "itself" : refusalOf(one, other),
    mixesCustomers: one.customerId !== other.customerId,
    after: {
      status: after.status,
      messageCount: after.messageCount,
      assigneeId: after.assigneeId,
      waitingSince: after.waitingSince,
      dueAt: after.dueAt,
      tags: [...new Set([...survivor.tags, ...stub.tags])].sort(),
    },
  };
}

async function sideOf(c: Locked): Promise<Side> {
  const tags = await db.execute<{ name: string }>(sql`
    select t.name from conversation_tags ct join tags t on t.id = ct.tag_id where ct.conversation_id = ${c.id} order by t.name`);
  const { id, number, customerName, channelKind, subject, excerpt, createdAt, joint } = c;
  const { status, messageCount, assigneeId, waitingSince } = joint;
  return {
    ...{
      id,
      number,
      customerName,
      channelKind,
      subject,
      excerpt,
      status,
      messageCount,
      assigneeId,
      waitingSince,
    },
    createdAt: isoText(createdAt),
    tags: tags.rows.map(({ name }) => name),
  };
}
