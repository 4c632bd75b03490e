import type { ImapFlow } from "imapflow";
import type { Context, Outgoing } from "@/lib/channels/channel";
import type { EmailConfig } from "@/lib/channels/email/config";
import { openImap } from "@/lib/channels/email/reading/imap-connection";
import { messageIdOf } from "./compose";

/**
 * Whether a mail of ours lies in the folder of sent mail, where most servers put a copy themselves. True when it
 * is there; null otherwise, because a server that keeps no copy has told us nothing.
 */
export async function hasSent(ctx: Context<EmailConfig>, outgoing: Outgoing): Promise<boolean | null> {
  if (ctx.config.imapHost === "") return null;
  let client: ImapFlow | null = null;
  try {
    client = await openImap(ctx.config, ctx.signal);
    const folders = await client.list();
    const sent = folders.filter((one) => one.specialUse === "\\Sent" || one.specialUse === "\\All");
    for (const { path } of sent) {
      await client.mailboxOpen(path, { readOnly: true });
      const id = messageIdOf(ctx.config, outgoing);
      const found = await client.search({ header: { "message-id": id.slice(1, -1) } }, { uid: true });
      if (found && found.length > 0) return true;
    }
    return null;
  } catch {
    return null;
  } finally {
    client?.close();
  }
}
