import { createHmac } from "node:crypto";
import type { Context, RawItem } from "@/lib/channels/channel";
import { isSame } from "@/lib/channels/is-same";
import { parseExact } from "@/lib/text/exact-json";
import { answerId } from "./answer-id";
import type { Config } from "./config";
import { type Review, review, reviews } from "./review";
import { readTable } from "./rows";

const mostBytes = 5_000_000;

/**
 * Takes reviews as JSON, or as a table (text/csv), from whoever shows the token, or signs the raw bytes with it: `Authorization: Bearer …`, or
 * `X-Signature: sha256=<hex HMAC>`. All or nothing: one without an id refuses the whole with 422.
 */
export async function webhook(ctx: Context<Config>, request: Request): Promise<RawItem[] | Response> {
  if (request.method !== "POST") return new Response(null, { status: 405, headers: { allow: "POST" } });
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes)
    return new Response(null, { status: 413 });
  const body = Buffer.from(await request.arrayBuffer());
  if (body.byteLength > mostBytes) return new Response(null, { status: 413 });
  if (!isKnown(request.headers, body, ctx.config.token)) return new Response(null, { status: 401 });
  const isTable = /^text\/csv/i.test(request.headers.get("content-type") ?? "");
  const text = body.toString("utf8");
  const list = reviews.safeParse(isTable ? readTable(text) : parsed(text));
  if (!list.success)
    return refusal("Send one review, a list of at most 1,000, or {reviews: […]}; each has an id.");
  const items: RawItem[] = [];
  for (const [place, one] of list.data.entries()) {
    const read = review.safeParse(one);
    if (!read.success)
      return refusal(`Review ${place + 1}: ${read.error.issues[0]?.message ?? "unreadable"}`);
    items.push(...itemsOf(read.data, JSON.stringify(one), ctx.now()));
  }
  return items;
}

/**
 * A review known or new: it is offered as a new one, which the ledger ignores when it has it, and as a change, which
 * changes nothing where nothing has changed. So nobody has to remember what was sent before.
 */
export function itemsOf(read: Review, source: string, now: Date): RawItem[] {
  if (read.deleted === true) return [deleteItem(read.id, now, source)];
  const answer = answerItem(read, source, now);
  return [newItem(read, source, now), changeItem(read, source, now), ...(answer ? [answer] : [])];
}

export function newItem(read: Review, source: string, now: Date): RawItem {
  return item(read.id, "review", source, now);
}

export function changeItem(read: Review, source: string, now: Date): RawItem {
  return item(`${read.id} edit ${now.toISOString()}`, "edit", source, now);
}

export function deleteItem(id: string, now: Date, source = JSON.stringify({ id, deleted: true })): RawItem {
  return item(`${id} delete ${now.toISOString()}`, "delete", source, now);
}

/** What the site shows as our answer; null where there is none. Another wording is another answer. */
export function answerItem(read: Review, source: string, now: Date): RawItem | null {
  const answer = (read.answer ?? "").trim();
  return answer === "" ? null : item(answerId(read.id, answer), "answer", source, now);
}

function item(externalId: string, part: string, source: string, now: Date): RawItem {
  return {
    externalId,
    body: new TextEncoder().encode(source),
    contentType: "application/json",
    meta: { part, seenAt: now.toISOString() },
  };
}

function isKnown(headers: Headers, body: Buffer, token: string): boolean {
  if (token === "") return false;
  const bearer = /^bearer (.+)$/i.exec(headers.get("authorization") ?? "")?.[1];
  if (bearer !== undefined) return isSame(bearer.trim(), token);
  const signed = (headers.get("x-signature") ?? "").replace(/^sha256=/, "");
  return isSame(signed.toLowerCase(), createHmac("sha256", token).update(body).digest("hex"));
}

function parsed(text: string): unknown {
  try {
    return parseExact(text);
  } catch {
    return null;
  }
}

function refusal(message: string): Response {
  return Response.json({ error: { code: "invalid", message } }, { status: 422 });
}
