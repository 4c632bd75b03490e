import type { ImapFlow } from "imapflow";
import type { Context, Outgoing } from "@/lib/channels/channel";
import type { EmailConfig } from "@/lib/channels/email/config";
import { openImap } from "@/lib/channels/email/reading/imap-connection";
import { sentFolderOf } from "@/lib/channels/email/reading/sent-folder";
import { compose, messageIdOf } from "./compose";

/**
 * Whether a mail of ours lies in the folder of sent mail, where most servers put a copy themselves. True when it
 * is there; null otherwise, because a server that keeps no copy has told us nothing.
 */
export async function hasSent(ctx: Context<EmailConfig>, outgoing: Outgoing): Promise<boolean | null> {
  if (ctx.config.imapHost === "") return null;
  let client: ImapFlow | null = null;
  try {
    client = await openImap(ctx);
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

const filing = new Set<Promise<void>>();

/**
 * Puts a copy of what has left into the folder of sent mail, as read. Beside the sending, not in it: a mailbox that is
 * away must not make a mail that arrived look as if it had not.
 */
export function fileCopy(ctx: Context<EmailConfig>, outgoing: Outgoing, date: Date): void {
  const work = append(ctx, outgoing, date)
    .catch((error: unknown) =>
      ctx.log.warn(
        { reason: error instanceof Error ? error.message : "" },
        "no copy of a sent mail was filed",
      ),
    )
    .finally(() => filing.delete(work));
  filing.add(work);
}

export async function whenFiled(): Promise<void> {
  await Promise.all(filing);
}

async function append(ctx: Context<EmailConfig>, outgoing: Outgoing, date: Date): Promise<void> {
  const client = await openImap({ ...ctx, signal: AbortSignal.timeout(60_000) });
  try {
    const folder = await sentFolderOf(client, ctx.config);
    if (folder === null) throw new Error("the server names no folder of sent mail");
    const chunks: Buffer[] = [];
    for await (const chunk of compose(ctx.config, outgoing, date).stream()) chunks.push(Buffer.from(chunk));
    await client.append(folder, Buffer.concat(chunks), ["\\Seen"], date);
  } finally {
    client.close();
  }
}
