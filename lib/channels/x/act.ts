import { z } from "zod";
import type { PostVerb } from "@/lib/channels/channel";
import { type Caller, call } from "./api";
import { ourselves } from "./ourselves";

const done = z.unknown();

/** Likes a post, or hides an answer to one of ours. X deletes nobody else's words. Each may be said twice. */
export async function act(ctx: Caller, verb: PostVerb, target: { externalId: string }): Promise<void> {
  const tweetId = encodeURIComponent(target.externalId);
  switch (verb) {
    case "like": {
      const who = await ourselves(ctx);
      await call(ctx, `/2/users/${who.id}/likes`, done, {
        method: "POST",
        json: { tweet_id: target.externalId },
      });
      return;
    }
    case "unlike": {
      const who = await ourselves(ctx);
      await call(ctx, `/2/users/${who.id}/likes/${tweetId}`, done, { method: "DELETE" });
      return;
    }
    case "hide":
    case "unhide":
      await call(ctx, `/2/tweets/${tweetId}/hidden`, done, {
        method: "PUT",
        json: { hidden: verb === "hide" },
      });
      return;
    case "delete":
      return;
  }
}
