import { z } from "zod";
import type { PostVerb } from "@/lib/channels/channel";
import { type Caller, call } from "./api";
import type { MetaKind } from "./config";
import { Gone } from "./failures";

const done = z.unknown();

/** Likes, hides or deletes a comment or a visitor's post. What is gone already needs no deleting. */
export async function act(
  kind: MetaKind,
  ctx: Caller,
  verb: PostVerb,
  target: { externalId: string },
): Promise<void> {
  // The number of a mention on Instagram names media and comment, see reading/instagram.ts.
  const id = encodeURIComponent(target.externalId.split(":").at(-1) ?? "");
  try {
    switch (verb) {
      case "like":
        await call(ctx, `${id}/likes`, done, { method: "POST" });
        return;
      case "unlike":
        await call(ctx, `${id}/likes`, done, { method: "DELETE" });
        return;
      case "hide":
      case "unhide":
        await call(ctx, id, done, {
          method: "POST",
          query: { [kind === "facebook" ? "is_hidden" : "hide"]: String(verb === "hide") },
        });
        return;
      case "delete":
        await call(ctx, id, done, { method: "DELETE" });
        return;
    }
  } catch (error) {
    if (verb === "delete" && error instanceof Gone) return;
    throw error;
  }
}
