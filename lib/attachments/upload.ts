import { db } from "@/db/client";
import { attachments } from "@/db/schema/messages";
import { type Actor, authorize, can } from "@/lib/access";
import type { FileView } from "@/lib/conversations/types";
import { fail } from "@/lib/errors";
import { put, remove } from "@/lib/files";
import { newId } from "@/lib/id";
import { fileName } from "@/lib/text/clean";

/** What one file of a reply may weigh; channels have lower limits of their own. */
export const uploadBytes = 25_000_000;

/**
 * Stores a file for a message still being written; it belongs to its author until it is sent with one. The bytes are
 * streamed and never opened. Throws `invalid` when there are too many.
 */
export async function upload(
  actor: Actor,
  input: { name: string; contentType: string; content: AsyncIterable<Uint8Array> },
): Promise<FileView> {
  if (!can(actor, "conversation.note")) authorize(actor, "conversation.reply");
  const stored = await put(input.content, uploadBytes);
  if (stored.size === 0) {
    await remove(stored.key);
    fail("invalid", "file.empty");
  }
  const row = {
    id: newId(),
    name: fileName(input.name),
    contentType: plainType(input.contentType),
    size: stored.size,
    contentId: null,
    description: null,
  };
  await db
    .insert(attachments)
    .values({ ...row, sha256: stored.sha256, storageKey: stored.key, uploadedBy: actor.id });
  return { ...row, url: fileUrl(row.id) };
}

/** Where a file is fetched from, on this installation. */
export function fileUrl(id: string): string {
  return `/api/v1/attachments/${id}`;
}

function plainType(type: string): string {
  const plain = type.split(";")[0]?.trim().toLowerCase() ?? "";
  return /^[a-z0-9.+-]{1,60}\/[a-z0-9.+-]{1,80}$/.test(plain) ? plain : "application/octet-stream";
}
