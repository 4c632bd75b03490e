import type { Config } from "@/lib/channels/bluesky/config";
import type { Context, Outgoing, Sent } from "@/lib/channels/channel";
import { sendMessage } from "./message";
import { sendPost } from "./post";

export type Sending = Pick<
  Context<Config>,
  "channelId" | "config" | "fetch" | "signal" | "now" | "log" | "claim" | "saveSecrets"
>;

/**
 * Sends the reply as a post or as a direct message and resolves with its id. Sending the same message again is always
 * safe: a post has its key from our message (tid.ts), and a direct message is looked for before a second try. So a
 * broken connection is Temporary here, never Uncertain.
 */
export async function send(ctx: Sending, outgoing: Outgoing): Promise<Sent> {
  return outgoing.mode === "private" ? await sendMessage(ctx, outgoing) : await sendPost(ctx, outgoing);
}

/** Nothing is lost by sending again (see `send`), and unlike a yes it gives the post's id. */
export async function hasSent(): Promise<boolean> {
  return false;
}
