import type { ImapFlow } from "imapflow";
import type { Accept, Context } from "@/lib/channels/channel";
import type { EmailConfig } from "@/lib/channels/email/config";
import { loopField } from "@/lib/channels/email/mime/automatic";
import { readCursor, resume } from "./imap-cursor";
import { batches, behind, load, NotStored } from "./imap-scan";
import { sentFolderOf } from "./sent-folder";

/**
 * Hands over what was written in other mail programs: mail in the folder of sent mail that answers something and does
 * not carry our own mark. Its place is part of the channel's cursor, after the inbox's. Leaves the inbox open again.
 * A server that names no such folder has nothing to say.
 */
export async function scanSent(client: ImapFlow, ctx: Context<EmailConfig>, accept: Accept): Promise<number> {
  if (!ctx.config.pickUpSent) return 0;
  const folder = await sentFolderOf(client, ctx.config);
  if (client.mailbox === false) return 0;
  // An inbox in which nothing lies yet has left no cursor.
  const firstDay = new Date(ctx.now().getTime() - ctx.config.imapDays * 86_400_000);
  const cursor = resume(readCursor(await ctx.cursor()), String(client.mailbox.uidValidity), firstDay);
  const inbox = ctx.config.imapFolder || "INBOX";
  if (folder === null || folder === inbox) return 0;
  const status = await client.status(folder, { uidNext: true, uidValidity: true });
  if (status === false) return 0;
  const uidvalidity = String(status.uidValidity ?? "");
  const known = cursor.sent?.uidvalidity === uidvalidity ? cursor.sent.uid : 0;
  if (known > 0 && (status.uidNext ?? 0) <= known + 1) return 0;
  let count = 0;
  try {
    await client.mailboxOpen(folder, { readOnly: true });
    const uids = await behind(client, known, new Date(cursor.since));
    const last = uids.at(-1) ?? known;
    const theirs = await written(client, uids);
    const stored = async (items: Parameters<Accept>[0], uid: number) =>
      accept(items, JSON.stringify({ ...cursor, sent: { uidvalidity, uid } })).catch((error: unknown) => {
        throw new NotStored(error instanceof Error ? error.message : String(error));
      });
    for (const batch of await batches(client, theirs)) {
      ctx.signal.throwIfAborted();
      const items = await load(client, batch, "sent");
      await stored(items, Math.max(...batch.map(({ uid }) => uid)));
      count += items.length;
    }
    if (last > known) await stored([], last);
  } finally {
    if (client.usable) await client.mailboxOpen(inbox);
  }
  return count;
}

/** UIDs of mail that answers something and is not our own copy. */
async function written(client: ImapFlow, uids: number[]): Promise<number[]> {
  const found: number[] = [];
  for (let at = 0; at < uids.length; at += 500) {
    const range = uids.slice(at, at + 500).join(",");
    const query = { uid: true, headers: [loopField.toLowerCase(), "in-reply-to", "references"] };
    for (const { uid, headers } of await client.fetchAll(range, query, { uid: true })) {
      const text = headers?.toString("latin1") ?? "";
      if (/^(?:in-reply-to|references):/im.test(text) && !/^x-avant-loop:/im.test(text)) found.push(uid);
    }
  }
  return found.sort((a, b) => a - b);
}
