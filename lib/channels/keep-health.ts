import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { wake } from "@/lib/live/wake";
import { log, withoutData } from "@/lib/log";
import type { HealthReport } from "./channel";

/** What is known about a channel, and when it is tried again where the other side named a time. */
export type KnownHealth = { report: HealthReport; nextTryAt: Date | null } | null;

const repeatMs = 30_000;

/** Writes what is known about a channel when it changes, and now and then while all is well. */
export function healthKeeper(channelId: string): (known: KnownHealth) => void {
  let last: string | null = null;
  let writtenAt = 0;
  return (known) => {
    const now = JSON.stringify(known);
    if (now === last && Date.now() - writtenAt < repeatMs) return;
    last = now;
    writtenAt = Date.now();
    saveHealth(channelId, known).catch((error) => {
      last = null;
      log.warn({ channel: channelId, error: withoutData(error) }, "could not write a channel's health");
    });
  };
}

/** Keeps it with the channel; an outage keeps its beginning. Rings when there is something new to see. */
export async function saveHealth(channelId: string, known: KnownHealth): Promise<void> {
  const written = await db.execute<{ isNew: boolean }>(
    known === null
      ? sql`update channels h set last_success_at = now(), failing_since = null, failure_code = null, failure_params = null,
              next_try_at = null
            from channels old where h.id = ${channelId} and old.id = h.id
            returning old.failing_since is not null or old.last_success_at is null as "isNew"`
      : sql`update channels h set failing_since = coalesce(h.failing_since, now()), failure_code = ${known.report.code},
              failure_params = ${JSON.stringify(known.report.params)}::jsonb,
              next_try_at = ${known.nextTryAt?.toISOString() ?? null}::timestamptz
            from channels old where h.id = ${channelId} and old.id = h.id
            returning old.failing_since is null or old.failure_code is distinct from ${known.report.code}
              or old.next_try_at is distinct from h.next_try_at as "isNew"`,
  );
  if (written.rows[0]?.isNew) wake("channels");
}

/** The moment that a report names for going on (`params.at`, ISO 8601), as channels agree on. */
export function resumesAt({ params }: HealthReport): Date | null {
  const at = typeof params.at === "string" ? Date.parse(params.at) : Number.NaN;
  return Number.isNaN(at) ? null : new Date(at);
}
