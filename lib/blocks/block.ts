import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type BlockKind, type IdentityKind, identityKinds } from "@/db/enums";
import { type Actor, authorize, visibleBrand } from "@/lib/access";
import { fail } from "@/lib/errors";
import { newId } from "@/lib/id";
import { transact } from "@/lib/transact";
import { domainsOf } from "./block-keys";
import { isSharedDomain } from "./mail-domains";

type Input = {
  brandId: string;
  kind: BlockKind;
  /** For a handle: the network it is one on. */
  identityKind: IdentityKind | null;
  value: string;
  expiresAt: Date | null;
};

/**
 * From now on what this sender writes to the brand is filed as spam, with the reason, and counted nowhere. What is
 * there already stays where it is. Throws `invalid` for the brand's own domain, for a mail service that half the world
 * uses, and `conflict` when it is blocked already.
 */
export async function block(actor: Actor, input: Input): Promise<{ id: string }> {
  authorize(actor, "conversation.triage");
  const value = normal(input);
  if (input.expiresAt && input.expiresAt.getTime() <= Date.now()) fail("invalid", "block.past");
  return transact(async (tx) => {
    const brand = await tx.execute(
      sql`select 1 from brands b where b.id = ${input.brandId} and ${visibleBrand(actor, sql`b.id`)}`,
    );
    if (brand.rows.length === 0) fail("not_found", "brand.unknown");
    await refuseOwn(tx, input.kind, value);
    const identityKind =
      input.kind === "domain" ? null : input.kind === "address" ? "email" : input.identityKind;
    // One that has run out makes room for the new one.
    await tx.execute(sql`
      update blocks set removed_at = expires_at where brand_id = ${input.brandId} and kind = ${input.kind} and value = ${value}
        and removed_at is null and expires_at <= now()`);
    const made = await tx.execute<{ id: string }>(sql`
      insert into blocks (id, brand_id, kind, identity_kind, value, blocked_by, expires_at)
      values (${newId()}, ${input.brandId}, ${input.kind}, ${identityKind}, ${value}, ${actor.id},
        ${input.expiresAt?.toISOString() ?? null}::timestamptz)
      on conflict do nothing returning id`);
    return made.rows[0] ?? fail("conflict", "block.already", { value });
  });
}

function normal({ kind, value, identityKind }: Input): string {
  const plain = value.trim().toLowerCase();
  if (kind === "domain") {
    const domain = plain.replace(/^.*@/, "").replace(/\.$/, "");
    if (!/^(?!-)[\p{L}\d-]+(\.[\p{L}\d-]+)+$/u.test(domain) || domain.length > 253)
      fail("invalid", "block.domain");
    if (isSharedDomain(domain)) fail("invalid", "block.shared_domain", { domain });
    return domain;
  }
  if (kind === "address") {
    if (!/^[^\s@]+@[^\s@]+$/.test(plain) || plain.length > 320) fail("invalid", "block.address");
    return plain;
  }
  if (!identityKind || !identityKinds.includes(identityKind) || identityKind === "email")
    fail("invalid", "block.handle");
  if (plain === "" || plain.length > 320) fail("invalid", "block.handle");
  // Handles are kept as the network writes them.
  return value.trim();
}

/** Our own mail, and our colleagues', must get in whatever somebody presses. */
async function refuseOwn(tx: Tx, kind: BlockKind, value: string): Promise<void> {
  if (kind === "handle") return;
  const own = await tx.execute<{ address: string }>(sql`
    select lower(address) as address from channels where address like '%@%'
    union select lower(email) from agents where deactivated_at is null`);
  for (const { address } of own.rows) {
    const domain = address.split("@")[1] ?? "";
    if (kind === "address" ? address === value : domainsOf(domain).includes(value) || domain === value)
      fail("invalid", kind === "address" ? "block.own_address" : "block.own_domain", { value });
  }
}
