import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, can, type System } from "@/lib/access";
import { normalAddress } from "@/lib/channels/email/addresses";
import { fail } from "@/lib/errors";
import { mayKnow } from "@/lib/notifications/notify";
import { cleanLine } from "@/lib/text/clean";

/** Who keeps a promise: a colleague, or somebody without a desk by their mail address. */
export type Owner =
  | { kind: "agent"; agentId: string }
  | { kind: "outside"; address: string; name: string | null };

export type OwnerColumns = { ownerId: string | null; ownerAddress: string | null; ownerName: string | null };

/**
 * Throws `invalid` for somebody who may not see the conversation, has left or only looks on, and for no address;
 * `forbidden` where somebody whose replies are read first would mail words of theirs to an address outside the house.
 */
export async function ownerColumns(
  tx: Tx,
  actor: Actor | System,
  input: { conversationId: string; owner: Owner },
): Promise<OwnerColumns> {
  const { owner } = input;
  if (owner.kind === "outside") {
    const ownerAddress = normalAddress(owner.address) ?? fail("invalid", "ask.address");
    await mayName(tx, actor, ownerAddress);
    return { ownerId: null, ownerAddress, ownerName: owner.name ? cleanLine(owner.name, 120) : null };
  }
  const found = await tx.execute(sql`
    select 1 from agents a, conversations c where a.id = ${owner.agentId} and c.id = survivor_of(${input.conversationId})
      and a.deactivated_at is null and (a.ends_at is null or a.ends_at > now()) and a.role <> 'observer' and ${mayKnow}`);
  if (found.rows.length === 0) fail("invalid", "commitment.owner");
  return { ownerId: owner.agentId, ownerAddress: null, ownerName: null };
}

/** Its text goes there by mail, unread: a junior may name only an address that a colleague signs in with. */
async function mayName(tx: Tx, actor: Actor | System, address: string): Promise<void> {
  if (can(actor, "reply.approve")) return;
  const found = await tx.execute(sql`
    select 1 from agents where lower(email) = ${address} and deactivated_at is null`);
  if (found.rows.length === 0) fail("forbidden", "commitment.outside");
}

/** An owner as `commitment_moves` keeps it: an agent's id, or `Name <address>`. */
export function ownerText(owner: OwnerColumns): string | null {
  if (owner.ownerId !== null) return owner.ownerId;
  if (owner.ownerAddress === null) return null;
  return owner.ownerName === null ? owner.ownerAddress : `${owner.ownerName} <${owner.ownerAddress}>`;
}

export function ownerFromText(text: string | null): OwnerColumns {
  if (text === null) return { ownerId: null, ownerAddress: null, ownerName: null };
  if (/^[0-9a-f-]{36}$/.test(text)) return { ownerId: text, ownerAddress: null, ownerName: null };
  const named = /^(.*) <(.+)>$/.exec(text);
  return { ownerId: null, ownerAddress: named?.[2] ?? text, ownerName: named?.[1] ?? null };
}
