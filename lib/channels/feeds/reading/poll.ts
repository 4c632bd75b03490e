import { setImmediate as breathe } from "node:timers/promises";
import type { Context, RawItem } from "@/lib/channels/channel";
import type { Config } from "@/lib/channels/feeds/config";
import { DeclaresEntities, TooDeep } from "@/lib/channels/feeds/xml";
import { type Answer, ask } from "./ask";
import { decode } from "./decode";
import { gone } from "./gone";
import { backOff, nextLook, wholeEvery } from "./pace";
import { type FeedState, newState, readPosition, writePosition } from "./position";
import { split } from "./split";
import { take } from "./take";

export type Polling = Pick<
  Context<Config>,
  "config" | "appUrl" | "fetch" | "signal" | "now" | "log" | "health"
>;

const atOnce = 4;

/**
 * One look at every feed that is due. A feed in trouble never stops the others: what is wrong with it is kept in
 * its state, told as the channel's health, and it is asked again later and later.
 */
export async function poll(
  ctx: Polling,
  cursor: string | null,
): Promise<{ items: RawItem[]; cursor: string }> {
  const known = readPosition(cursor);
  const feeds = Object.fromEntries(
    ctx.config.addresses.map((address) => [address, known[address] ?? newState()]),
  );
  const now = ctx.now();
  const due = Object.keys(feeds).filter(
    (address) => Date.parse(feeds[address]?.nextAt ?? "1970-01-01") <= now.getTime(),
  );
  const items: RawItem[] = [];
  for (let from = 0; from < due.length; from += atOnce) {
    const looks = due.slice(from, from + atOnce).map(async (address) => {
      const looked = await look(ctx, address, feeds[address] ?? newState());
      feeds[address] = looked.state;
      items.push(...looked.items);
    });
    await Promise.all(looks);
  }
  ctx.health(healthOf(feeds));
  return { items, cursor: writePosition(feeds) };
}

/** The trouble of the one feed that has any; of several their number and addresses. */
function healthOf(feeds: { [address: string]: FeedState }) {
  const failing = Object.entries(feeds).filter(([, state]) => state.trouble !== null);
  const [first] = failing;
  if (!first) return null;
  if (failing.length === 1) return first[1].trouble;
  const addresses = failing.map(([address]) => address).join(", ");
  return { code: "feeds.several", params: { count: failing.length, addresses: addresses.slice(0, 500) } };
}

type Looked = { items: RawItem[]; state: FeedState };

async function look(ctx: Polling, address: string, before: FeedState): Promise<Looked> {
  const now = ctx.now();
  const isWhole = now.getTime() - Date.parse(before.wholeAt ?? "1970-01-01") >= wholeEvery(address);
  const only = isWhole ? { etag: null, modified: null } : { etag: before.etag, modified: before.modified };
  const answer = await ask(ctx, before.movedTo ?? address, only);
  const state = { ...before, movedTo: answer.kind === "trouble" ? null : (answer.movedTo ?? before.movedTo) };
  if (answer.kind === "trouble") return failed(address, state, now, answer);
  if (answer.kind === "unchanged") {
    const nextAt = nextLook(address, now, answer.headers, null).toISOString();
    return { items: [], state: { ...state, fails: 0, trouble: null, okAt: now.toISOString(), nextAt } };
  }
  return read(ctx, address, state, answer);
}

async function read(
  ctx: Polling,
  address: string,
  before: FeedState,
  answer: Extract<Answer, { kind: "body" }>,
): Promise<Looked> {
  const now = ctx.now();
  const found = await taken(answer);
  if (found.kind === "trouble") return failed(address, before, now, found);
  await breathe();
  const fresh = await take(ctx, { address: answer.address, state: before, entries: found.entries });
  const lost = await gone(ctx, { address: answer.address, state: fresh.state, dates: fresh.dates });
  const state: FeedState = {
    ...lost.state,
    etag: answer.headers.get("etag"),
    modified: answer.headers.get("last-modified"),
    fails: 0,
    trouble: null,
    okAt: now.toISOString(),
    wholeAt: now.toISOString(),
    nextAt: nextLook(address, now, answer.headers, found.ttlMinutes).toISOString(),
  };
  return { items: [...fresh.items, ...lost.items], state };
}

/** The entries of what came, or what is wrong with it. */
export async function taken(answer: Extract<Answer, { kind: "body" }>) {
  const { address, bytes, headers } = answer;
  const refused = (name: string, params: { [name: string]: string } = {}) =>
    ({ kind: "trouble", code: `feeds.${name}`, params: { address, ...params }, retryAt: null }) as const;
  try {
    const found = await split(decode(bytes, headers.get("content-type")), address);
    if (found === null) return refused("no_feed");
    if (found.kind === "feed") return found;
    if (found.feeds.length === 0) return refused("page");
    return refused("page_with_feeds", { feeds: found.feeds.slice(0, 5).join(", ") });
  } catch (error) {
    if (error instanceof DeclaresEntities) return refused("entities");
    if (error instanceof TooDeep) return refused("no_feed");
    throw error;
  }
}

function failed(
  address: string,
  before: FeedState,
  now: Date,
  {
    code,
    params,
    retryAt,
  }: { code: string; params: { [name: string]: string | number }; retryAt: Date | null },
): Looked {
  const fails = before.fails + 1;
  const nextAt = backOff(address, now, fails, retryAt).toISOString();
  return { items: [], state: { ...before, fails, trouble: { code, params }, nextAt } };
}
