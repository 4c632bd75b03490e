import { createPublicKey, randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { type SignalSourceKind, signalSourceKinds } from "@/db/enums";
import { env } from "@/env";
import { type Actor, authorize, visibleBrand } from "@/lib/access";
import { iso, isoText } from "@/lib/conversations/load-rows";
import { fail } from "@/lib/errors";
import { actorOf, recordEvent } from "@/lib/events";
import { newId } from "@/lib/id";
import { open, seal } from "@/lib/secrets";
import { brandToEdit } from "@/lib/signals/list-rules";
import { transact } from "@/lib/transact";
import { sources } from "./kinds";

export const newSource = z.object({
  brandId: z.uuid(),
  kind: z.enum(signalSourceKinds),
  name: z.string().trim().min(1).max(80),
  /** What the other side shows, where it makes the secret; left out, we make one. */
  secret: z.string().trim().max(500).default(""),
});

export type SourceView = {
  id: string;
  brandId: string;
  brandName: string;
  kind: SignalSourceKind;
  name: string;
  /** To copy into the other side; holds the secret where it cannot sign. */
  address: string;
  isPaused: boolean;
  lastReceivedAt: string | null;
  received: number;
  lastFault: string | null;
  lastFaultAt: string | null;
  faults: number;
  createdAt: string;
};

/** Who may tell signs of my brands, with what they told last and what went wrong. */
export async function listSources(actor: Actor): Promise<SourceView[]> {
  authorize(actor, "signal.edit");
  const found = await db.execute<Omit<SourceView, "address"> & { secret: string }>(sql`
    select s.id, s.brand_id as "brandId", b.name as "brandName", s.kind, s.name, s.secret, s.paused_at is not null as "isPaused",
      s.last_received_at as "lastReceivedAt", s.received, s.last_fault as "lastFault", s.last_fault_at as "lastFaultAt", s.faults,
      s.created_at as "createdAt"
    from signal_sources s join brands b on b.id = s.brand_id where ${visibleBrand(actor, sql`s.brand_id`)} order by s.created_at, s.id`);
  return found.rows.map(({ secret, ...row }) => ({
    ...row,
    address: addressOf(row, secret),
    lastReceivedAt: iso(row.lastReceivedAt),
    lastFaultAt: iso(row.lastFaultAt),
    createdAt: isoText(row.createdAt),
  }));
}

/** Makes an address for a source. The secret is in the answer, this once. Throws `invalid` where the other side makes it and it is not given. */
export async function createSource(
  actor: Actor,
  input: z.output<typeof newSource>,
): Promise<{ id: string; address: string; secret: string }> {
  authorize(actor, "signal.edit");
  await brandToEdit(actor, input.brandId);
  const isTheirs = sources[input.kind].secret === "theirs";
  if (isTheirs && input.secret === "") fail("invalid", "signals.secret_missing");
  if (input.kind === "sendgrid") checkKey(input.secret);
  const secret = isTheirs || input.secret !== "" ? input.secret : randomBytes(24).toString("base64url");
  const id = newId();
  const sealed = seal(secret, "signals");
  await transact(async (tx) => {
    await tx.execute(sql`
      insert into signal_sources (id, brand_id, kind, name, secret, created_by)
      values (${id}::uuid, ${input.brandId}::uuid, ${input.kind}, ${input.name}, ${sealed}, ${actor.id}::uuid)`);
    await recordEvent(tx, {
      type: "signal_rule.changed",
      actor: actorOf(actor),
      brandId: input.brandId,
      after: { source: input.kind, name: input.name, change: "created" },
      occurredAt: new Date(),
    });
  });
  return { id, address: addressOf({ id, kind: input.kind }, sealed), secret };
}

/** Takes its address away; what it told stays. */
export async function deleteSource(actor: Actor, input: { sourceId: string }): Promise<void> {
  authorize(actor, "signal.edit");
  await transact(async (tx) => {
    const gone = await tx.execute<{ brandId: string; kind: string; name: string }>(sql`
      delete from signal_sources s where s.id = ${input.sourceId}::uuid and ${visibleBrand(actor, sql`s.brand_id`)}
      returning brand_id as "brandId", kind, name`);
    const row = gone.rows[0] ?? fail("not_found", "signals.source");
    await recordEvent(tx, {
      type: "signal_rule.changed",
      actor: actorOf(actor),
      brandId: row.brandId,
      before: { source: row.kind, name: row.name },
      after: { change: "deleted" },
      occurredAt: new Date(),
    });
  });
}

function checkKey(key: string): void {
  try {
    createPublicKey({ key: Buffer.from(key, "base64"), format: "der", type: "spki" });
  } catch {
    fail("invalid", "signals.key_unreadable");
  }
}

function addressOf({ id, kind }: { id: string; kind: SignalSourceKind }, sealed: string): string {
  if (kind === "api") return `${env.APP_URL}/api/v1/signals?source=${id}`;
  const key = sources[kind].isInAddress ? `/${open(sealed, "signals")}` : "";
  return `${env.APP_URL}/api/hooks/signals/${id}${key}`;
}
