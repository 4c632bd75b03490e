import type { ImapFlow } from "imapflow";
import type { Accept, Context, RawItem } from "@/lib/channels/channel";
import { type EmailConfig, largestMail } from "@/lib/channels/email/config";
import { rawMail } from "@/lib/channels/email/raw-item";
import { readCursor, resume } from "./imap-cursor";

const most = { items: 50, bytes: 8 * 1024 * 1024 };
/** Of a mail over the limit so much is read: its header, its words, usually not its files. */
const beginning = 2 * 1024 * 1024;

/** What was read could not be kept: the database is away, not the mailbox. */
export class NotStored extends Error {}

/**
 * Hands over everything in the open folder that lies behind the cursor, oldest first, and marks it as seen only
 * when it is safe. Resolves with the number of mails. Throws when the line or the database breaks: then the next
 * scan goes on from the last committed cursor.
 */
export async function scan(client: ImapFlow, ctx: Context<EmailConfig>, accept: Accept): Promise<number> {
  const { mailbox } = client;
  if (mailbox === false) throw new Error("no folder is open");
  const firstDay = new Date(ctx.now().getTime() - ctx.config.imapDays * 86_400_000);
  let cursor = resume(readCursor(await ctx.cursor()), String(mailbox.uidValidity), firstDay);
  const uids = await behind(client, cursor.uid, new Date(cursor.since));
  let count = 0;
  for (const batch of await batches(client, uids)) {
    ctx.signal.throwIfAborted();
    const items = await load(client, batch);
    cursor = { ...cursor, uid: Math.max(cursor.uid, ...batch.map(({ uid }) => uid)) };
    await accept(items, JSON.stringify(cursor)).catch((error: unknown) => {
      throw new NotStored(error instanceof Error ? error.message : String(error));
    });
    count += items.length;
    await client.messageFlagsAdd(batch.map(({ uid }) => uid).join(","), ["\\Seen"], { uid: true });
  }
  return count;
}

/** UIDs above the cursor, ascending. "n:*" always names the last mail, even below n (RFC 3501, section 6.4.8). */
export async function behind(client: ImapFlow, uid: number, since: Date): Promise<number[]> {
  const query = uid === 0 ? { since } : { uid: `${uid + 1}:*` };
  const found = (await client.search(query, { uid: true })) || [];
  return found.filter((one) => one > uid).sort((a, b) => a - b);
}

export type Sized = { uid: number; size: number };

/** Small mails together, large ones alone, so that no more than a few megabytes are held at once. */
export async function batches(client: ImapFlow, uids: number[]): Promise<Sized[][]> {
  const all: Sized[][] = [];
  let open: Sized[] = [];
  let bytes = 0;
  for (let at = 0; at < uids.length; at += 500) {
    const range = uids.slice(at, at + 500).join(",");
    const sized = await client.fetchAll(range, { uid: true, size: true }, { uid: true });
    for (const { uid, size = 0 } of sized.sort((a, b) => a.uid - b.uid)) {
      if (open.length > 0 && (open.length >= most.items || bytes + size > most.bytes)) {
        all.push(open);
        open = [];
        bytes = 0;
      }
      open.push({ uid, size });
      bytes += size;
    }
  }
  return open.length > 0 ? [...all, open] : all;
}

export async function load(
  client: ImapFlow,
  batch: Sized[],
  via: "imap" | "sent" = "imap",
): Promise<RawItem[]> {
  const [first] = batch;
  if (batch.length === 1 && first !== undefined && first.size > most.bytes) {
    return [await download(client, first, via)];
  }
  const items: RawItem[] = [];
  const range = batch.map(({ uid }) => uid).join(",");
  // Iterating over fetch() and awaiting another command inside would block the line, so all of it comes at once.
  const found = await client.fetchAll(range, { uid: true, source: true, internalDate: true }, { uid: true });
  for (const { source, uid, internalDate } of found.sort((a, b) => a.uid - b.uid)) {
    if (source === undefined) continue;
    items.push(rawMail(new Uint8Array(source), { via, uid, receivedAt: moment(internalDate) }));
  }
  return items;
}

/** As a stream into one buffer, so that a mail of 35 MB costs 35 MB; of a larger one only the beginning. */
async function download(client: ImapFlow, { uid, size }: Sized, via: "imap" | "sent"): Promise<RawItem> {
  const isOver = size > largestMail;
  const { content } = await client.download(String(uid), undefined, {
    uid: true,
    maxBytes: isOver ? beginning : largestMail,
  });
  const chunks: Buffer[] = [];
  for await (const chunk of content ?? []) chunks.push(Buffer.from(chunk));
  const body = new Uint8Array(Buffer.concat(chunks));
  return rawMail(body, { via, uid, ...(isOver ? { fullSize: size } : {}) });
}

function moment(date: Date | string | undefined): string | null {
  const at = new Date(date ?? "");
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
