import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, visibleBrand } from "@/lib/access";
import { isoText } from "@/lib/conversations/load-rows";
import { fromCursor, toCursor } from "@/lib/cursor";

export const inboundKinds = ["parked", "filed"] as const;
export type InboundKind = (typeof inboundKinds)[number];

export type InboundItem = {
  id: string;
  channelId: string;
  channelName: string;
  channelKind: string;
  receivedAt: string;
  /** Bytes. */
  size: number;
  attempts: number;
  /** Why it could not be read; null for what was filed. */
  failure: { code: string; detail: string } | null;
  /** What it is instead of somebody's question; null for what is parked. */
  filed: { reason: string; subject: string | null; from: string | null } | null;
};

/**
 * What came in and is not in the queue, the newest first: parked because it could not be read, or filed because nobody
 * is asking anything (bounces, automatic replies, lists).
 */
export async function listInbound(
  actor: Actor,
  input: { kind: InboundKind; cursor: string | null; limit: number },
): Promise<{ items: InboundItem[]; next: string | null }> {
  authorize(actor, "inbound.read");
  const after = input.cursor === null ? null : fromCursor(input.cursor, ["moment", "uuid"]);
  const found = await db.execute<{
    id: string;
    channelId: string;
    channelName: string;
    channelKind: string;
    receivedAt: string;
    size: number;
    attempts: number;
    failureCode: string | null;
    failureDetail: string | null;
    filedReason: string | null;
    filedSubject: string | null;
    filedFrom: string | null;
  }>(sql`
    select i.id, i.channel_id as "channelId", h.name as "channelName", h.kind as "channelKind",
      i.received_at::text as "receivedAt", i.size, i.attempts, i.failure_code as "failureCode",
      i.failure_detail as "failureDetail", i.filed_reason as "filedReason", i.filed_subject as "filedSubject",
      i.filed_from as "filedFrom"
    from inbound i join channels h on h.id = i.channel_id
    where ${input.kind === "parked" ? sql`i.state = 'parked'` : sql`i.filed_reason is not null`}
      and ${visibleBrand(actor, sql`h.brand_id`)}
      and ${after ? sql`(i.received_at, i.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`}
    order by i.received_at desc, i.id desc limit ${input.limit + 1}`);
  const page = found.rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => ({
      id: row.id,
      channelId: row.channelId,
      channelName: row.channelName,
      channelKind: row.channelKind,
      receivedAt: isoText(row.receivedAt),
      size: row.size,
      attempts: row.attempts,
      failure: row.failureCode === null ? null : { code: row.failureCode, detail: row.failureDetail ?? "" },
      filed:
        row.filedReason === null
          ? null
          : { reason: row.filedReason, subject: row.filedSubject, from: row.filedFrom },
    })),
    next: found.rows.length > input.limit && last ? toCursor([last.receivedAt, last.id]) : null,
  };
}
