import { createHash, randomBytes } from "node:crypto";
import { env } from "@/env";
import { type Actor, authorize } from "@/lib/access";
import { Permanent, Temporary } from "@/lib/channels/channel";
import { contextOf, loadChannel } from "@/lib/channels/load";
import { fail } from "@/lib/errors";
import { seal } from "@/lib/secrets";

const validMs = 10 * 60_000;

/** Where the other side sends the browser back to; it has to be told there, letter for letter. */
export function redirectUrl(): string {
  return `${env.APP_URL}/sign-ins/done`;
}

/**
 * Begins a sign-in on the other side that gives a channel its access (RFC 6749, with PKCE of RFC 7636). The state
 * holds, encrypted, who began it, for which channel, and the verifier: it is good once, for ten minutes, for them
 * alone. Resolves with the address to go to. Throws `not_found` for a channel without a sign-in, `invalid` when its
 * settings are not ready for one.
 */
export async function startSignIn(actor: Actor, input: { channelId: string }): Promise<{ url: string }> {
  authorize(actor, "channel.edit");
  const row = await loadChannel(input.channelId);
  if (!row?.channel.signIn || actor.kind !== "agent") return fail("not_found", "not_found");
  const verifier = randomBytes(48).toString("base64url");
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const state = seal(
    JSON.stringify({ agentId: actor.id, channelId: row.id, verifier, until: Date.now() + validMs }),
    "sign-in",
  );
  const ctx = contextOf(row, AbortSignal.timeout(20_000), () => {});
  try {
    return { url: await row.channel.signIn.start(ctx, { redirectUrl: redirectUrl(), state, challenge }) };
  } catch (error) {
    if (error instanceof Permanent || error instanceof Temporary)
      return fail("invalid", "channel.sign_in_not_ready");
    throw error;
  }
}
