import { createHash, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { Permanent, Temporary } from "@/lib/channels/channel";
import { saveHealth } from "@/lib/channels/keep-health";
import { contextOf, loadChannel } from "@/lib/channels/load";
import { fail } from "@/lib/errors";
import { actorOf, recordEvent } from "@/lib/events";
import { wake } from "@/lib/live/wake";
import { open } from "@/lib/secrets";
import { cleanLine } from "@/lib/text/clean";
import { redirectUrl } from "./start";

const kept = z.object({ agentId: z.string(), channelId: z.uuid(), verifier: z.string(), until: z.number() });

/**
 * Takes what the other side sent the browser back with, changes the code for tokens and starts the channel again with
 * them; replies that waited for the access leave at once. Throws `invalid` for a state that is not this agent's, was
 * used, or is over. Resolves with the channel, and with false where the other side refused: its health says why.
 */
export async function finishSignIn(
  actor: Actor,
  input: { state: string; code: string | null; error: string | null },
): Promise<{ channelId: string; isSignedIn: boolean }> {
  authorize(actor, "channel.edit");
  const state = readState(input.state);
  if (state === null || actor.kind !== "agent" || state.agentId !== actor.id || state.until < Date.now())
    return fail("invalid", "channel.sign_in_over");
  const row = await loadChannel(state.channelId);
  if (!row?.channel.signIn) return fail("not_found", "not_found");
  const ctx = contextOf(row, AbortSignal.timeout(30_000), () => {});
  const me = randomUUID();
  const key = `sign-in:${createHash("sha256").update(input.state).digest("hex")}`;
  if ((await ctx.claim(key, me, 3600)) !== me) return fail("invalid", "channel.sign_in_over");
  if (input.code === null) {
    const answer = cleanLine(input.error ?? "", 200);
    await saveHealth(row.id, { report: { code: "sign_in_denied", params: { answer } }, nextTryAt: null });
    return { channelId: row.id, isSignedIn: false };
  }
  try {
    const secrets = await row.channel.signIn.finish(ctx, {
      code: input.code,
      verifier: state.verifier,
      redirectUrl: redirectUrl(),
    });
    await ctx.saveSecrets(secrets);
  } catch (error) {
    if (!(error instanceof Permanent || error instanceof Temporary)) throw error;
    await saveHealth(row.id, { report: { code: error.code, params: error.params }, nextTryAt: null });
    return { channelId: row.id, isSignedIn: false };
  }
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      update channels set version = version + 1, failing_since = null, failure_code = null, failure_params = null, next_try_at = null
      where id = ${row.id}`);
    await tx.execute(
      sql`update deliveries set send_after = now() where channel_id = ${row.id} and state = 'queued' and failure_code is not null`,
    );
    await recordEvent(tx, {
      type: "channel.changed",
      actor: actorOf(actor),
      brandId: row.brandId,
      channelId: row.id,
      before: {},
      after: { settings: ["signIn"] },
      occurredAt: new Date(),
    });
  });
  wake("deliveries");
  return { channelId: row.id, isSignedIn: true };
}

function readState(sealed: string): z.infer<typeof kept> | null {
  try {
    return kept.safeParse(JSON.parse(open(sealed, "sign-in"))).data ?? null;
  } catch {
    return null;
  }
}
