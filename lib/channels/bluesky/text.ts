import { cleanText } from "@/lib/text/clean";
import { facet, feature } from "./entities";

const longest = 100_000;
const encoder = new TextEncoder();

/**
 * The words of a post with the true targets of its links: clients shorten an address in the text, or put words over
 * it, and only the facet says where it leads. Facets count UTF-8 bytes (docs.bsky.app, "Links, mentions, and rich
 * text"); those that overlap or cut a character in half are left out, as Bluesky's own app does.
 */
export function readable(text: string, facets: readonly unknown[]): string {
  const bytes = encoder.encode(text.slice(0, longest));
  const links = facets.flatMap((one) => linkOf(one, bytes)).sort((one, other) => one.from - other.from);
  let at = 0;
  let written = "";
  for (const { from, to, uri } of links) {
    if (from < at) continue;
    written += decoded(bytes, at, from) ?? "";
    written += linkText(decoded(bytes, from, to) ?? "", uri);
    at = to;
  }
  written += decoded(bytes, at, bytes.length) ?? "";
  return cleanText(written, longest).trim();
}

/** DIDs of those whom the text names. */
export function mentioned(facets: readonly unknown[]): string[] {
  return featuresOf(facets).flatMap(({ did }) => (did?.startsWith("did:") ? [did] : []));
}

type Link = { from: number; to: number; uri: string };

function linkOf(value: unknown, bytes: Uint8Array): Link[] {
  const read = facet.safeParse(value);
  if (!read.success) return [];
  const { byteStart: from, byteEnd: to } = read.data.index;
  const uri = featuresOf([value]).find((one) => one.$type.endsWith("#link"))?.uri ?? "";
  const isWhole = from < to && to <= bytes.length && isBoundary(bytes, from) && isBoundary(bytes, to);
  return isWhole && /^https?:\/\//i.test(uri) ? [{ from, to, uri: uri.slice(0, 4000) }] : [];
}

function featuresOf(facets: readonly unknown[]) {
  return facets.flatMap((one) => {
    const read = facet.safeParse(one);
    return (read.data?.features ?? []).flatMap((each) => {
      const known = feature.safeParse(each);
      return known.success ? [known.data] : [];
    });
  });
}

/** Bytes 10xxxxxx go on with a character that began before. */
function isBoundary(bytes: Uint8Array, at: number): boolean {
  return at === bytes.length || ((bytes[at] ?? 0) & 0xc0) !== 0x80;
}

function decoded(bytes: Uint8Array, from: number, to: number): string | null {
  return to <= from ? null : new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(from, to));
}

function linkText(shown: string, uri: string): string {
  const bare = (address: string) =>
    address.replace(/^https?:\/\/(www\.)?/i, "").replace(/(?:\/|…|\.\.\.)+$/, "");
  const seen = bare(shown.trim());
  // A shortened address is a piece of the real one; anything else is a label that could lie about where it leads.
  if (seen !== "" && bare(uri).toLowerCase().startsWith(seen.toLowerCase())) return uri;
  return shown.trim() === "" ? uri : `${shown} (${uri})`;
}
