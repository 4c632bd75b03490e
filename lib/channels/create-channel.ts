import { eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { brands } from "@/db/schema/brands";
import { channels } from "@/db/schema/channels";
import { targets } from "@/db/schema/schedules";
import { teams } from "@/db/schema/teams";
import { type Actor, authorize, type System } from "@/lib/access";
import { fail } from "@/lib/errors";
import { actorOf, recordEvent } from "@/lib/events";
import { newId } from "@/lib/id";
import { forgetRules } from "@/lib/targets/rules";
import { cleanLine } from "@/lib/text/clean";
import { sealSecrets } from "./load";
import { anyJson, knownKind, readSettings } from "./settings";

export const channelName = z
  .string()
  .transform((name) => cleanLine(name, 80))
  .pipe(z.string().min(1));

export const newChannel = z.object({
  /** Chosen before, so that the other side can be told an address with it in it; made here when left out. */
  id: z.uuid().optional(),
  kind: z.string().max(40),
  name: channelName,
  brandId: z.uuid(),
  /** New conversations start with this team. */
  teamId: z.uuid().nullable().default(null),
  config: z.record(z.string(), anyJson),
});

/**
 * Connects a source; it starts within seconds. Secrets are sealed before they are stored. Throws `invalid` for settings
 * that its kind refuses, `conflict` when another channel has that address.
 */
export async function createChannel(
  actor: Actor | System,
  input: z.output<typeof newChannel>,
): Promise<{ id: string }> {
  authorize(actor, "channel.edit");
  const { shown, secrets, address } = readSettings(actor, input.kind, input.config, {});
  await knownPlaces(input);
  const id = input.id ?? newId();
  await db.transaction(async (tx) => {
    const made = await tx
      .insert(channels)
      .values({
        id,
        kind: input.kind,
        name: input.name,
        brandId: input.brandId,
        teamId: input.teamId,
        config: shown,
        secrets: Object.keys(secrets).length > 0 ? sealSecrets(secrets) : null,
        address,
      })
      .onConflictDoNothing();
    if (made.rowCount === 0) {
      const known = await tx.select({ id: channels.id }).from(channels).where(eq(channels.id, id));
      if (known.length > 0) fail("conflict", "channel.already");
      fail("conflict", "channel.address_taken", { address: address ?? "" });
    }
    await recordEvent(tx, {
      type: "channel.created",
      actor: actorOf(actor),
      brandId: input.brandId,
      teamId: input.teamId,
      channelId: id,
      after: { kind: input.kind, name: input.name },
      occurredAt: new Date(),
    });
  });
  await setUsualTargets(id, knownKind(input.kind).toleranceHours);
  return { id };
}

/** A new channel promises what people expect of its kind, from the start; managers change it later. */
async function setUsualTargets(channelId: string, hours: number): Promise<void> {
  for (const kind of ["first_response", "next_response"] as const) {
    await db.insert(targets).values({ id: newId(), kind, channelId, seconds: Math.round(hours * 3600) });
  }
  forgetRules();
}

export async function knownPlaces(input: { brandId: string; teamId: string | null }): Promise<void> {
  const brand = await db.select({ id: brands.id }).from(brands).where(eq(brands.id, input.brandId));
  if (brand.length === 0) fail("invalid", "brand.unknown");
  if (input.teamId === null) return;
  const team = await db.select({ id: teams.id }).from(teams).where(eq(teams.id, input.teamId));
  if (team.length === 0) fail("invalid", "team.unknown");
}
