import { z } from "zod";
import type { Facet } from "@/lib/channels/bluesky/entities";
import { type Caller, Refusal } from "@/lib/channels/bluesky/request";
import { call } from "@/lib/channels/bluesky/xrpc";

type Found = {
  from: number;
  to: number;
  feature: { $type: string; did?: string; uri?: string; tag?: string };
};
const encoder = new TextEncoder();

/**
 * What in a text is a link, a mention or a tag, as facets over its UTF-8 bytes (app.bsky.richtext.facet). Whom nobody
 * knows under a handle stays plain text.
 */
export async function facetsOf(ctx: Caller, text: string): Promise<Facet[]> {
  const links = linksIn(text);
  const isFree = (one: Pick<Found, "from" | "to">) =>
    links.every((link) => one.to <= link.from || one.from >= link.to);
  const tags = tagsIn(text).filter(isFree);
  const named: Found[] = [];
  for (const { handle, ...place } of handlesIn(text).filter(isFree)) {
    const did = await didOf(ctx, handle);
    if (did) named.push({ ...place, feature: { $type: "app.bsky.richtext.facet#mention", did } });
  }
  return [...links, ...tags, ...named]
    .sort((one, other) => one.from - other.from)
    .map(({ from, to, feature }) => {
      const byteStart = encoder.encode(text.slice(0, from)).length;
      const byteEnd = byteStart + encoder.encode(text.slice(from, to)).length;
      return { index: { byteStart, byteEnd }, features: [feature] };
    });
}

/** The DID behind a handle, null for nobody's. */
export async function didOf(ctx: Caller, handle: string): Promise<string | null> {
  try {
    const answer = await call(ctx, "com.atproto.identity.resolveHandle", z.object({ did: z.string() }), {
      query: { handle: handle.toLowerCase() },
    });
    return answer.did;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

// Without its scheme an address is only a link with an ending that people mean as one; "Mr.Smith" is none.
const endings = "com|org|net|info|eu|fr|de|be|ch|uk|it|es|nl|io|app|dev|shop|store|social|example";
const link = new RegExp(
  `(?<=^|[\\s(«"“‘'])(?:https?:\\/\\/[^\\s]+|(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+(?:${endings})(?=[/?#\\s.,;:!)»"”’']|$)(?:[/?#][^\\s]*)?)`,
  "giu",
);

function linksIn(text: string): Found[] {
  return [...text.matchAll(link)].flatMap((match) => {
    const shown = trimmed(match[0]);
    const uri = /^https?:\/\//i.test(shown) ? shown : `https://${shown}`;
    if (!URL.canParse(uri)) return [];
    return [place(match.index, shown, { $type: "app.bsky.richtext.facet#link", uri })];
  });
}

/** Ends of sentences and closing brackets belong to the text around an address. */
function trimmed(address: string): string {
  let shown = address.replace(/[.,;:!?…'"»”’]+$/u, "");
  while (shown.endsWith(")") && !shown.includes("(")) shown = shown.slice(0, -1).replace(/[.,;:!?]+$/u, "");
  return shown;
}

// A number after the sign is an order more often than a tag.
const tag =
  /(?<=^|[\s(«"“])[#＃](?=[^\s\p{P}]*[^\s\p{P}\p{N}])([^\s\p{P}\u00ad\u2060\u200b-\u200d]+(?:[_-][^\s\p{P}]+)*)/gu;

function tagsIn(text: string): Found[] {
  return [...text.matchAll(tag)].flatMap((match) => {
    const name = match[1] ?? "";
    if (name.length > 64) return [];
    return [place(match.index, match[0], { $type: "app.bsky.richtext.facet#tag", tag: name })];
  });
}

// Handles are names of hosts (atproto.com/specs/handle).
const mention =
  /(?<=^|[\s(«"“])@((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?)/giu;

function handlesIn(text: string): Array<{ from: number; to: number; handle: string }> {
  return [...text.matchAll(mention)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    handle: match[1] ?? "",
  }));
}

function place(from: number, shown: string, feature: Found["feature"]): Found {
  return { from, to: from + shown.length, feature };
}
