import { z } from "zod";
import type { Context, PostVerb } from "@/lib/channels/channel";
import { call, Refusal } from "./api";
import type { Config } from "./config";

/** Likes a post or takes it back: post action 2. Doing it twice is refused by the forum, and fine. */
export async function act(
  ctx: Context<Config>,
  verb: PostVerb,
  target: { externalId: string },
): Promise<void> {
  const id = Number(target.externalId);
  try {
    if (verb === "like") {
      await call(ctx, "/post_actions.json", z.unknown(), {
        method: "POST",
        json: { id, post_action_type_id: 2 },
      });
    } else if (verb === "unlike") {
      await call(ctx, `/post_actions/${id}.json?post_action_type_id=2`, z.unknown(), { method: "DELETE" });
    }
  } catch (error) {
    const isDone =
      error instanceof Refusal && (verb === "unlike" ? error.status === 404 : error.status === 403);
    if (!isDone) throw error;
  }
}
