import type { RawItem } from "@/lib/channels/channel";
import { call, Refusal } from "@/lib/channels/discourse/api";
import { post } from "@/lib/channels/discourse/entities";
import { deleteItem, editItem } from "@/lib/channels/discourse/raw";
import type { Polling } from "./poll";
import type { Position } from "./position";
import { isDeleted } from "./relevant";

const mostAsked = 15;

/** A second look at recent posts, the longest unseen first: edits, and posts that are gone. */
export async function review(
  ctx: Polling,
  from: Position,
): Promise<{ items: RawItem[]; position: Position }> {
  const items: RawItem[] = [];
  const seenAt = ctx.now().toISOString();
  const looked: Position["recent"] = [];
  for (const [id, version] of from.recent.slice(0, mostAsked)) {
    const now = await versionOf(ctx, id);
    if (now === "gone") {
      items.push(deleteItem(id, seenAt));
      continue;
    }
    looked.push([id, now?.version ?? version]);
    if (now && now.version > version) {
      items.push(editItem(id, now.version, now.source, { topic: null, parent: null, seenAt }));
    }
  }
  const recent = [...from.recent.slice(mostAsked), ...looked];
  return { items, position: { ...from, recent, reviewedAt: seenAt } };
}

async function versionOf(
  ctx: Polling,
  id: number,
): Promise<{ version: number; source: string } | "gone" | null> {
  try {
    const read = await call(ctx, `/posts/${id}.json`, post.loose());
    return isDeleted(read) ? "gone" : { version: read.version ?? 1, source: JSON.stringify(read) };
  } catch (error) {
    if (error instanceof Refusal) return error.status === 404 || error.status === 410 ? "gone" : null;
    throw error;
  }
}
