import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { channels } from "@/db/schema/channels";
import { type Actor, authorize } from "@/lib/access";
import { differences } from "@/lib/audit/differences";
import { fail } from "@/lib/errors";
import { actorOf, recordEvent } from "@/lib/events";
import { channelName, knownPlaces } from "./create-channel";
import { openSecrets, sealSecrets } from "./load";
import { anyJson, readSettings } from "./settings";

export const channelChange = z.object({
  name: channelName.optional(),
  brandId: z.uuid().optional(),
  teamId: z.uuid().nullable().optional(),
  config: z.record(z.string(), anyJson).optional(),
  state: z.enum(["running", "paused"]).optional(),
});

/**
 * Changes a channel; fields that are left out stay, and so do secrets that are sent empty. It is taken up again with
 * the new settings within seconds, and its old failure is forgotten.
 */
export async function updateChannel(
  actor: Actor,
  input: z.output<typeof channelChange> & { channelId: string },
): Promise<void> {
  authorize(actor, "channel.edit");
  await db.transaction(async (tx) => {
    const [channel] = await tx.select().from(channels).where(eq(channels.id, input.channelId)).for("update");
    if (!channel) return fail("not_found", "not_found");
    const old = { ...channel.config, ...openSecrets(channel.secrets) };
    const { shown, secrets, address } = readSettings(actor, channel.kind, input.config ?? {}, old);
    const brandId = input.brandId ?? channel.brandId;
    const teamId = input.teamId === undefined ? channel.teamId : input.teamId;
    await knownPlaces({ brandId, teamId });
    const taken = await tx.execute(sql`
      select 1 from channels where kind = ${channel.kind} and lower(address) = lower(${address}) and id <> ${channel.id}`);
    if (taken.rows.length > 0) fail("conflict", "channel.address_taken", { address: address ?? "" });
    await tx
      .update(channels)
      .set({
        name: input.name,
        brandId,
        teamId,
        config: shown,
        secrets: Object.keys(secrets).length > 0 ? sealSecrets(secrets) : null,
        // What is only an agreement of names never takes away an address that a seed or an import gave.
        address: address ?? channel.address,
        ...(input.state === undefined ? {} : { pausedAt: input.state === "paused" ? sql`now()` : null }),
        failingSince: null,
        failureCode: null,
        failureParams: null,
        nextTryAt: null,
        version: channel.version + 1,
      })
      .where(eq(channels.id, channel.id));
    const changed = differences(
      {
        name: channel.name,
        brandId: channel.brandId,
        teamId: channel.teamId,
        isPaused: channel.pausedAt !== null,
      },
      {
        name: input.name ?? channel.name,
        brandId,
        teamId,
        isPaused: input.state === undefined ? channel.pausedAt !== null : input.state === "paused",
      },
    );
    // Which settings, never their values: they may name people, and secrets are among them.
    const settings = Object.keys(input.config ?? {});
    if (changed || settings.length > 0)
      await recordEvent(tx, {
        type: "channel.changed",
        actor: actorOf(actor),
        brandId,
        channelId: channel.id,
        before: changed?.before ?? {},
        after: { ...changed?.after, ...(settings.length > 0 ? { settings } : {}) },
        occurredAt: new Date(),
      });
  });
}
