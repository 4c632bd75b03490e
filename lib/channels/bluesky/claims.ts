import type { Context } from "@/lib/channels/channel";
import type { Config } from "./config";

type Claiming = Pick<Context<Config>, "channelId" | "claim">;

/** Longer than any outage after which a look still finds the post. */
const claimSeconds = 30 * 86_400;
const elsewhere = "elsewhere";

/**
 * Says that what has this id on the network is our message; resolves with the message that it belongs to. Done before
 * a post leaves, so that nobody who reads our own posts meanwhile takes it for one written in the network's own app.
 */
export async function claimSent(ctx: Claiming, id: string, messageId: string): Promise<string> {
  return await ctx.claim(`bluesky ${ctx.channelId} ${id}`, messageId, claimSeconds);
}

/** True for what one of us wrote in the network's own app. */
export async function isWrittenElsewhere(ctx: Claiming, id: string): Promise<boolean> {
  return (await claimSent(ctx, id, elsewhere)) === elsewhere;
}

/** True for the first try of a message: nothing of it can have left before. */
export async function isFirstTry(ctx: Claiming, messageId: string, chance: string): Promise<boolean> {
  return (await ctx.claim(`bluesky try ${messageId}`, chance, claimSeconds)) === chance;
}
