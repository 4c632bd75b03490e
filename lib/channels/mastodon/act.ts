import { z } from "zod";
import { Permanent, type PostVerb } from "@/lib/channels/channel";
import { type Caller, call, Refusal } from "./api";

/** Favourites a post, or takes that back; doing either twice is the same as once. */
export async function act(ctx: Caller, verb: PostVerb, target: { externalId: string }): Promise<void> {
  const path = `/api/v1/statuses/${encodeURIComponent(target.externalId)}`;
  switch (verb) {
    case "like":
      return await favour(ctx, `${path}/favourite`);
    case "unlike":
      return await favour(ctx, `${path}/unfavourite`);
    case "hide":
    case "unhide":
    case "delete":
      throw new Permanent("mastodon.cannot_act");
  }
}

async function favour(ctx: Caller, path: string): Promise<void> {
  try {
    await call(ctx, path, z.unknown(), { method: "POST" });
  } catch (error) {
    if (error instanceof Refusal && (error.status === 404 || error.status === 410)) {
      throw new Permanent("mastodon.post_gone");
    }
    throw error;
  }
}
