import { z } from "zod";
import { claimSent } from "@/lib/channels/bluesky/claims";
import { partsOf, postCollection, type Ref, ref } from "@/lib/channels/bluesky/entities";
import { getPosts } from "@/lib/channels/bluesky/reading/posts";
import { Refusal } from "@/lib/channels/bluesky/request";
import { type Session, session } from "@/lib/channels/bluesky/session";
import { call } from "@/lib/channels/bluesky/xrpc";
import { type Outgoing, Permanent, type Sent } from "@/lib/channels/channel";
import { lengthBy } from "@/lib/channels/counting";
import { markdownToText } from "@/lib/text/markdown";
import { facetsOf } from "./facets";
import { imagesOf } from "./images";
import type { Sending } from "./send";
import { tidOf } from "./tid";

export const mostGraphemes = 300;
// The other limit of app.bsky.feed.post; 300 family emoji are longer.
const mostBytes = 3000;

/** Writes the record of a public reply under a key that belongs to our message, unless it stands there already. */
export async function sendPost(ctx: Sending, outgoing: Outgoing): Promise<Sent> {
  const us = await session(ctx);
  const rkey = tidOf(outgoing.messageId);
  const uri = `at://${us.did}/${postCollection}/${rkey}`;
  if (await stands(ctx, us, rkey)) return { externalId: uri };
  // Bluesky shows posts as they are typed.
  const text = markdownToText(outgoing.text);
  const length = lengthBy("graphemes", { text: outgoing.text, names: [], max: mostGraphemes });
  if (length > mostGraphemes) throw new Permanent("bluesky.too_long", { length, max: mostGraphemes });
  const bytes = Buffer.byteLength(text);
  if (bytes > mostBytes) throw new Permanent("bluesky.too_many_bytes", { bytes, max: mostBytes });
  const reply = await replyTo(ctx, outgoing);
  const embed = await imagesOf(ctx, outgoing.files);
  const facets = await facetsOf(ctx, text);
  // Before it leaves: whoever reads our own posts must know it for ours (reading/poll.ts).
  await claimSent(ctx, uri, outgoing.messageId);
  try {
    await call(ctx, "com.atproto.repo.createRecord", ref, {
      json: {
        repo: us.did,
        collection: postCollection,
        rkey,
        record: {
          $type: postCollection,
          text,
          createdAt: ctx.now().toISOString(),
          langs: [outgoing.language],
          ...(facets.length > 0 ? { facets } : {}),
          ...(reply ? { reply } : {}),
          ...(embed ? { embed } : {}),
        },
      },
    });
  } catch (error) {
    // Another try of the same message was faster.
    if (error instanceof Refusal && (await stands(ctx, us, rkey))) return { externalId: uri };
    throw error;
  }
  return { externalId: uri };
}

async function stands(ctx: Sending, us: Session, rkey: string): Promise<boolean> {
  try {
    await call(ctx, "com.atproto.repo.getRecord", z.unknown(), {
      query: { repo: us.did, collection: postCollection, rkey },
    });
    return true;
  } catch (error) {
    if (error instanceof Refusal && (error.said === "RecordNotFound" || error.status === 404)) return false;
    if (error instanceof Refusal && /could not (?:find|locate)/i.test(String(error.params.reason ?? "")))
      return false;
    throw error;
  }
}

/** A post names the one above it and the first of the thread, each with its version. */
async function replyTo(ctx: Sending, outgoing: Outgoing): Promise<{ root: Ref; parent: Ref } | null> {
  const uri = outgoing.answers?.externalId;
  if (!uri || partsOf(uri).collection !== postCollection) return null;
  const above = (await getPosts(ctx, [uri])).get(uri)?.value;
  if (!above) throw new Permanent("bluesky.parent_gone");
  if (above.viewer?.replyDisabled === true) throw new Permanent("bluesky.replies_closed");
  const parent = { uri: above.uri, cid: above.cid };
  return { root: above.record.reply?.root ?? parent, parent };
}
