import { z } from "zod";
import { type Caller, Refusal } from "@/lib/channels/bluesky/request";
import { call } from "@/lib/channels/bluesky/xrpc";
import { type Outgoing, Permanent } from "@/lib/channels/channel";
import { sizeOf } from "./picture-size";

/** app.bsky.embed.images: four pictures of at most a million bytes. */
export const mostImages = 4;
export const mostBytes = 1_000_000;

const uploaded = z.object({ blob: z.record(z.string(), z.json()) });

/** Uploads the pictures of a reply and resolves with the embed that shows them; null without any. */
export async function imagesOf(ctx: Caller, files: Outgoing["files"]): Promise<object | null> {
  if (files.length === 0) return null;
  if (files.length > mostImages) throw new Permanent("bluesky.too_many_files", { max: mostImages });
  for (const file of files) {
    if (!/^image\/(?:png|jpe?g|gif|webp|avif|heic)$/i.test(file.contentType)) {
      throw new Permanent("bluesky.not_a_picture", { file: file.name });
    }
    if (file.size > mostBytes) throw new Permanent("bluesky.file_too_large", { file: file.name });
  }
  const images: object[] = [];
  for (const file of files) images.push(await upload(ctx, file));
  return { $type: "app.bsky.embed.images", images };
}

async function upload(ctx: Caller, file: Outgoing["files"][number]): Promise<object> {
  const chunks: Buffer[] = [];
  for await (const chunk of await file.open()) chunks.push(Buffer.from(chunk));
  const body = new Uint8Array(Buffer.concat(chunks));
  try {
    const { blob } = await call(ctx, "com.atproto.repo.uploadBlob", uploaded, {
      bytes: { type: file.contentType, body },
      timeoutMs: 120_000,
    });
    const aspectRatio = sizeOf(body);
    // Whoever cannot see it is at least told what the file is called.
    return { image: blob, alt: altOf(file.name), ...(aspectRatio ? { aspectRatio } : {}) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.status === 413) throw new Permanent("bluesky.file_too_large", { file: file.name });
    throw new Permanent("bluesky.file_refused", { file: file.name, reason: error.params.reason ?? "" });
  }
}

function altOf(name: string): string {
  return name
    .replace(/\.\w{2,5}$/, "")
    .replace(/[_-]+/g, " ")
    .trim();
}
