import { createHash } from "node:crypto";
import { z } from "zod";
import { type Context, Permanent, type PostVerb } from "@/lib/channels/channel";
import type { Config } from "./config";
import { partsOf } from "./entities";
import { getPosts } from "./reading/posts";
import { Refusal } from "./request";
import { tid } from "./sending/tid";
import { session } from "./session";
import { call } from "./xrpc";

type Acting = Pick<Context<Config>, "config" | "fetch" | "signal" | "now" | "saveSecrets">;
const collection = "app.bsky.feed.like";

/** Likes a post, or takes that back. Its key follows from the post, so that a second try is the same like. */
export async function act(ctx: Acting, verb: PostVerb, target: { externalId: string }): Promise<void> {
  const us = await session(ctx);
  const uri = target.externalId;
  const shown = (await getPosts(ctx, [uri])).get(uri)?.value;
  const known = shown?.viewer?.like ?? null;
  const rkey = likeKey(uri);
  switch (verb) {
    case "like": {
      if (!shown) throw new Permanent("bluesky.post_gone");
      if (known) return;
      const subject = { uri, cid: shown.cid };
      const record = { $type: collection, subject, createdAt: ctx.now().toISOString() };
      await call(ctx, "com.atproto.repo.putRecord", z.unknown(), {
        json: { repo: us.did, collection, rkey, record },
      });
      return;
    }
    case "unlike":
      for (const key of new Set([rkey, ...(known ? [partsOf(known).rkey] : [])])) {
        // What is not there is not deleted a second time, and that is no fault.
        await call(ctx, "com.atproto.repo.deleteRecord", z.unknown(), {
          json: { repo: us.did, collection, rkey: key },
        }).catch((error: unknown) => {
          if (!(error instanceof Refusal && error.said === "RecordNotFound")) throw error;
        });
      }
      return;
    case "hide":
    case "unhide":
    case "delete":
      throw new Permanent("bluesky.cannot_act");
  }
}

/** Keys of likes are TIDs too; the moment in this one means nothing. */
function likeKey(uri: string): string {
  const chance = createHash("sha256").update(uri).digest();
  // A moment of 2023 plus up to a year of microseconds.
  const microseconds = 1_680_000_000_000_000n + (chance.readBigUInt64BE(0) % 31_536_000_000_000n);
  return tid(microseconds, chance.readUInt16BE(8));
}
