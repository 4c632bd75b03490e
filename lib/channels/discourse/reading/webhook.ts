import { createHmac } from "node:crypto";
import { z } from "zod";
import type { Context, RawItem } from "@/lib/channels/channel";
import type { Config } from "@/lib/channels/discourse/config";
import { type Post, post } from "@/lib/channels/discourse/entities";
import { isOurs } from "@/lib/channels/discourse/parse";
import { deleteItem, editItem } from "@/lib/channels/discourse/raw";
import { isSame } from "@/lib/channels/is-same";
import { readPosition } from "./position";
import { isForUs } from "./relevant";
import { nothingAsked, wholeItem } from "./whole";

const mostBytes = 2_000_000;

/**
 * What the forum tells at once (https://meta.discourse.org/t/configure-webhooks/49045): signed over the raw bytes
 * with the secret. The regular look finds everything too, so what this cannot judge alone is left to it.
 */
export async function webhook(ctx: Context<Config>, request: Request): Promise<RawItem[] | Response> {
  if (request.method !== "POST") return new Response(null, { status: 405, headers: { allow: "POST" } });
  const body = Buffer.from(await request.arrayBuffer());
  if (body.byteLength > mostBytes) return new Response(null, { status: 413 });
  if (!isSigned(body, request.headers.get("x-discourse-event-signature"), ctx.config.webhookSecret)) {
    return new Response(null, { status: 403 });
  }
  const event = request.headers.get("x-discourse-event") ?? "";
  const value = parsed(body.toString("utf8"));
  const read = z.object({ post }).safeParse(value);
  if (!read.success) return [];
  const source = JSON.stringify(z.object({ post: z.unknown() }).parse(value).post);
  return itemsOf(ctx, event, read.data.post, source);
}

async function itemsOf(ctx: Context<Config>, event: string, one: Post, source: string): Promise<RawItem[]> {
  const seenAt = ctx.now().toISOString();
  switch (event) {
    case "post_created": {
      const talks = new Set(readPosition(await ctx.cursor()).talks);
      // Who may read a private message is not said here; our notifications say it.
      if (one.topic_archetype === "private_message") return [];
      if (isOurs(one.username, ctx.config) || !isForUs(one, ctx.config, talks)) return [];
      return [await wholeItem(ctx, nothingAsked(), { post: one, source })];
    }
    case "post_edited": {
      const version = one.version ?? Date.parse(one.updated_at ?? seenAt);
      return [editItem(one.id, version, source, { topic: null, parent: null, seenAt })];
    }
    case "post_destroyed":
      return [deleteItem(one.id, seenAt)];
    default:
      return [];
  }
}

function isSigned(body: Buffer, given: string | null, secret: string): boolean {
  if (secret === "" || given === null) return false;
  const wanted = createHmac("sha256", secret).update(body).digest("hex");
  return isSame(given.replace(/^sha256=/, "").toLowerCase(), wanted);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
