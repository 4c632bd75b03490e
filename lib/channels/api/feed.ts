import { createHash } from "node:crypto";
import { z } from "zod";
import type { Context, FeedRoute, RawItem } from "@/lib/channels/channel";
import { parseExact } from "@/lib/text/exact-json";
import type { Config } from "./config";
import { fedEdit, fedMessage, formBytes, jsonBytes } from "./item";
import { readForm } from "./read-form";
import { type Refusal, refuse } from "./refuse";

/** Keys are remembered for this long. */
const keyKeptSeconds = 24 * 3600;
const mostAtOnce = 100;

type Feeding = Pick<Context<Config>, "channelId" | "claim" | "now">;

/**
 * What a request feeds, one item for each message: checked here by the shapes that `parse` reads, so that a source
 * hears at once what is wrong. Known ids are stored once, whatever comes under them later: that is an edit.
 */
export async function itemsOf(
  ctx: Feeding,
  request: { headers: Headers; body: Uint8Array },
  route: FeedRoute,
): Promise<RawItem[] | Response> {
  const key = request.headers.get("idempotency-key");
  if (key !== null && (key === "" || key.length > 200)) return refuse("key_length");
  const contentType = request.headers.get("content-type") ?? "";
  const digest = digestOf(`${JSON.stringify(route)} ${contentType.split(";")[0]}`, request.body);
  if (key !== null) {
    const first = await ctx.claim(`api ${ctx.channelId} key ${digestOf(key)}`, digest, keyKeptSeconds);
    // The boundary of a form differs in each try of the same program, so a form is known by its ids alone.
    if (first !== digest && !isForm(contentType)) return refuse("key_used");
  }
  if (route.does !== "add") return change(ctx, route, contentType, request.body);
  const read = isForm(contentType)
    ? await readFormItem(contentType, request.body)
    : readList(contentType, request.body, key);
  if ("refusal" in read) return refuse(read.refusal, read.detail);
  return read.items.map((item) => ({
    ...item,
    meta: { does: "add", of: "", at: ctx.now().toISOString() },
  }));
}

type Item = Pick<RawItem, "externalId" | "body" | "contentType">;
type Read = { items: Item[] } | { refusal: Refusal; detail: string };

async function readFormItem(contentType: string, body: Uint8Array): Promise<Read> {
  if (body.byteLength > formBytes) return no("too_large", `${formBytes / 1024 / 1024} MB`);
  let fed: z.ZodSafeParseResult<z.output<typeof fedMessage>>;
  try {
    fed = fedMessage.safeParse(parseExact((await readForm(body, contentType)).message));
  } catch (error) {
    return no("form", error instanceof Error ? error.message : "");
  }
  if (!fed.success) return no("fields", faultsOf(fed.error));
  return { items: [{ externalId: `message ${fed.data.id}`, body, contentType }] };
}

function readList(contentType: string, body: Uint8Array, key: string | null): Read {
  if (!/^application\/(json|[\w.-]+\+json)\b/i.test(contentType)) return no("content_type", contentType);
  if (body.byteLength > jsonBytes) return no("too_large", `${jsonBytes / 1024 / 1024} MB`);
  const given = jsonOf(body);
  if (given === undefined) return no("json", "");
  const list = listed.safeParse(given);
  const one = list.success ? list.data.messages : [given];
  const items: Item[] = [];
  for (const [place, each] of one.entries()) {
    const named = withId(each, key, place);
    const fed = fedMessage.safeParse(named);
    if (!fed.success) return no("fields", faultsOf(fed.error, list.success ? `messages.${place}.` : ""));
    const exact = new TextEncoder().encode(JSON.stringify(named));
    items.push({ externalId: `message ${fed.data.id}`, body: exact, contentType: "application/json" });
  }
  return { items };
}

const listed = z.strictObject({ messages: z.array(z.unknown()).min(1).max(mostAtOnce) });
const nameless = z.looseObject({ id: z.undefined().optional() });

/** A source without ids of its own may let the key stand for one. */
function withId(given: unknown, key: string | null, place: number): unknown {
  const without = nameless.safeParse(given);
  return key !== null && without.success ? { ...without.data, id: `key:${key}:${place}` } : given;
}

/** An edit or a deletion; each is an item of its own, since the ledger keeps what came. */
function change(
  ctx: Feeding,
  route: Exclude<FeedRoute, { does: "add" }>,
  contentType: string,
  body: Uint8Array,
): RawItem[] | Response {
  const at = ctx.now().toISOString();
  const meta = { does: route.does, of: route.externalId, at };
  if (route.does === "delete") {
    const externalId = `delete ${route.externalId}`;
    return [{ externalId, body: new TextEncoder().encode("{}"), contentType: "application/json", meta }];
  }
  if (!/^application\/(json|[\w.-]+\+json)\b/i.test(contentType)) return refuse("content_type", contentType);
  if (body.byteLength > jsonBytes) return refuse("too_large", `${jsonBytes / 1024 / 1024} MB`);
  const edit = fedEdit.safeParse(jsonOf(body));
  if (!edit.success) return refuse("fields", faultsOf(edit.error));
  // The same words again later are a change back, unless the source says that it is the same edit.
  const which = edit.data.editedAt ?? at;
  const externalId = `edit ${route.externalId} ${which} ${digestOf("", body)}`;
  return [{ externalId, body, contentType: "application/json", meta }];
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return parseExact(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

function isForm(contentType: string): boolean {
  return /^multipart\/form-data\b/i.test(contentType);
}

function no(refusal: Refusal, detail: string): Read {
  return { refusal, detail };
}

function faultsOf(error: z.ZodError, before = ""): string {
  return error.issues
    .slice(0, 5)
    .map((issue) => `${before}${issue.path.map(String).join(".") || "message"}: ${issue.message}`)
    .join("; ");
}

function digestOf(text: string, bytes: Uint8Array = new Uint8Array()): string {
  return createHash("sha256").update(text).update(bytes).digest("hex");
}
