import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { bodyOf } from "@/lib/channels/accept";
import type { Json } from "@/lib/channels/channel";
import { contextOf, loadChannel, reach } from "@/lib/channels/load";
import { parseItem } from "@/lib/channels/parse-pool";
import { put, type StoredFile } from "@/lib/files";
import { newId } from "@/lib/id";
import { sniff } from "@/lib/pictures/sniff";
import { BlockedAddress, safeFetch, TooLarge } from "@/lib/safe-fetch";
import { fileName } from "@/lib/text/clean";
import { transact } from "@/lib/transact";
import { changeConversation } from "./change";

const maxBytes = 40 * 1024 * 1024;

type Source = {
  channelId: string;
  externalId: string;
  contentType: string;
  meta: { [key: string]: Json };
  body: Buffer | null;
  bodyKey: string | null;
};

/**
 * Fetches the files that a message only points at, and keeps them. Where they lie is read from the ledger again,
 * since reading is repeatable. A picture that is gone is left out.
 */
export async function fetchFiles(input: { conversationId: string; messageId: string }): Promise<void> {
  const found = await db.execute<Source>(sql`
    select i.channel_id as "channelId", i.external_id as "externalId", i.content_type as "contentType", i.meta, i.body, i.body_key as "bodyKey"
    from messages m join inbound i on i.id = m.inbound_id
    where m.conversation_id = ${input.conversationId} and m.id = ${input.messageId}
      and not exists (select 1 from attachments a where a.conversation_id = m.conversation_id and a.message_id = m.id)`);
  const source = found.rows[0];
  const channel = source && (await loadChannel(source.channelId));
  if (!channel) return;
  const incoming = await parseItem(channel.kind, { ...source, body: await bodyOf(source) }, channel.whole);
  const message = incoming.find((each) => each.kind === "message");
  if (message?.kind !== "message") return;
  const kept: Array<
    StoredFile & { id: string; name: string; contentType: string; description: string | null }
  > = [];
  for (const file of message.remoteFiles) {
    const fetched = channel.channel.openFile
      ? await channel.channel.openFile(
          contextOf(channel, AbortSignal.timeout(60_000), () => {}),
          file.url,
        )
      : await fetchOne(file.url);
    if (fetched === null) continue;
    const stored = await put(fetched.bytes, maxBytes);
    const contentType = typeOf(fetched, file.contentType);
    kept.push({
      ...stored,
      id: newId(),
      name: fileName(file.name),
      contentType,
      description: file.description,
    });
  }
  if (kept.length === 0) return;
  await transact(async (tx) => {
    for (const file of kept) {
      await tx.execute(sql`
        insert into attachments (id, conversation_id, message_id, name, content_type, size, sha256, storage_key, description)
        values (${file.id}, ${input.conversationId}, ${input.messageId}, ${file.name}, ${file.contentType}, ${file.size}, ${file.sha256}, ${file.key}, ${file.description})`);
    }
    await changeConversation(
      tx,
      { kind: "system", name: "intake" },
      {
        id: input.conversationId,
        type: "message.edited",
        set: null,
        messageId: input.messageId,
        more: { files: kept.length },
      },
    );
  });
}

/** A picture is what its bytes say; what only calls itself one is a file like any other. */
function typeOf(fetched: { bytes: Uint8Array; contentType: string | null }, expected: string): string {
  const picture = sniff(fetched.bytes);
  if (picture) return picture.contentType;
  const claimed = fetched.contentType ?? expected;
  return claimed.startsWith("image/") ? "application/octet-stream" : claimed;
}

/** Null for what will never come: gone, forbidden, too large, or an address that we do not go to. */
async function fetchOne(url: string): Promise<{ bytes: Uint8Array; contentType: string | null } | null> {
  try {
    const answer = await safeFetch(url, {}, { ...reach(), timeoutMs: 30_000, maxBytes });
    if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) return null;
    if (!answer.ok) throw new Error(`A file answered ${answer.status}`);
    const contentType = answer.headers.get("content-type")?.split(";")[0] ?? null;
    return { bytes: new Uint8Array(await answer.arrayBuffer()), contentType };
  } catch (error) {
    if (error instanceof BlockedAddress || error instanceof TooLarge) return null;
    throw error;
  }
}
