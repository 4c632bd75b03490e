import { z } from "zod";
import type { RemoteFile } from "@/lib/channels/channel";
import { cleanLine, fileName } from "@/lib/text/clean";
import { embed, imageRecord, imageView, type Post, partsOf, profile, record } from "./entities";

/**
 * The pictures of a post. A view has their addresses; a bare record names only their blobs, which Bluesky's own
 * image server has for everybody (docs.bsky.app, app.bsky.embed.images).
 */
export function picturesOf(shown: Post): RemoteFile[] {
  const viewed = inside(shown.embed).flatMap((one) => [
    ...(one.images ?? []).flatMap((each) => {
      const read = imageView.safeParse(each);
      return read.success ? [picture(read.data.fullsize, read.data.alt)] : [];
    }),
    // A film is a list of pieces that no browser plays by itself: its first picture is shown.
    ...(one.thumbnail ? [picture(one.thumbnail, one.alt)] : []),
  ]);
  if (viewed.length > 0) return viewed.flatMap((one) => one ?? []);
  const { did } = partsOf(shown.uri);
  const bare = inside(shown.record.embed).flatMap((one) =>
    (one.images ?? []).flatMap((each) => {
      const read = imageRecord.safeParse(each);
      if (!read.success) return [];
      const { alt, image } = read.data;
      const id = encodeURIComponent(image.ref.$link);
      const url = `https://cdn.bsky.app/img/feed_fullsize/plain/${did}/${id}@jpeg`;
      return [picture(url, alt)];
    }),
  );
  return bare.flatMap((one) => one ?? []);
}

/** Adds where the cards under a post lead, unless the words say so already: many clients take the address out. */
export function withCards(text: string, bare: unknown, viewed: unknown): string {
  const cards = [...inside(bare), ...inside(viewed)].flatMap(({ external }) => {
    if (!external || !/^https?:\/\//i.test(external.uri) || text.includes(external.uri)) return [];
    const title = cleanLine(external.title ?? "", 200);
    return [title === "" ? external.uri : `${title} (${external.uri})`];
  });
  return [text, ...new Set(cards)].filter(Boolean).join("\n\n");
}

const quoted = z.object({
  uri: z.string(),
  cid: z.string().catch(""),
  author: profile,
  value: record,
  indexedAt: z.string().catch(""),
  embeds: z.array(z.unknown()).catch([]),
});

/** The post that a post quotes, as a post of its own; null when there is none, or it is gone or hidden from us. */
export function quotedOf(viewed: unknown): Post | null {
  const outer = embed.safeParse(viewed);
  if (!outer.success) return null;
  // A quote with pictures beside it has its record one level deeper.
  const deeper = z.object({ record: z.unknown() }).safeParse(outer.data.record);
  for (const one of [outer.data.record, deeper.data?.record]) {
    const read = quoted.safeParse(one);
    if (!read.success) continue;
    const { value, embeds, ...rest } = read.data;
    return { ...rest, record: value, embed: embeds[0] ?? null, viewer: null };
  }
  return null;
}

/** The embed itself, and what stands beside a quote in it. */
function inside(value: unknown) {
  const outer = embed.safeParse(value);
  if (!outer.success) return [];
  const media = embed.safeParse(outer.data.media);
  return media.success ? [outer.data, media.data] : [outer.data];
}

const endings: Record<string, string> = { "image/png": "png", "image/gif": "gif", "image/webp": "webp" };

function picture(url: string, alt: string | null | undefined): RemoteFile | null {
  if (!URL.canParse(url) || !/^https?:/i.test(url)) return null;
  const name = new URL(url).pathname.split("/").pop() ?? "";
  const ending = /@(png|webp|gif)$/.exec(name)?.[1];
  // The image server gives JPEG unless its address says otherwise, whatever was uploaded.
  const contentType = ending ? `image/${ending}` : "image/jpeg";
  const id = fileName(name.replace(/@\w+$/, "").replace(/\.\w{3,4}$/, "")).slice(-40);
  const description = cleanLine(alt ?? "", 2000) || null;
  return { name: `${id}.${endings[contentType] ?? "jpg"}`, contentType, url, description };
}
