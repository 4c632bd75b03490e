import { z } from "zod";
import { type Context, type Outgoing, Permanent, Temporary } from "@/lib/channels/channel";
import { Refusal, request } from "@/lib/channels/mastodon/api";
import type { Config } from "@/lib/channels/mastodon/config";

type Uploading = Pick<Context<Config>, "config" | "fetch" | "signal">;

const made = z.object({ id: z.string() });
const lookEveryMs = 1000;
const looks = 60;

/** Uploads a file and waits until the instance has prepared it; resolves with its media id. */
export async function upload(ctx: Uploading, file: Outgoing["files"][number]): Promise<string> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of await file.open()) chunks.push(new Uint8Array(chunk));
  const form = new FormData();
  form.set("file", new File(chunks, file.name, { type: file.contentType }));
  try {
    const answer = await request(ctx, "/api/v2/media", { method: "POST", form, timeoutMs: 120_000 });
    const { id } = made.parse(await answer.json());
    // 202: still being converted; a post with it would be refused until then.
    if (answer.status === 202) await untilReady(ctx, id);
    return id;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.status === 413) throw new Permanent("mastodon.file_too_large", { file: file.name });
    if (error.status === 422) {
      throw new Permanent("mastodon.file_refused", { file: file.name, reason: error.params.reason ?? "" });
    }
    throw error;
  }
}

async function untilReady(ctx: Uploading, id: string): Promise<void> {
  for (let look = 0; look < looks; look++) {
    const answer = await request(ctx, `/api/v1/media/${encodeURIComponent(id)}`);
    await answer.body?.cancel();
    // 206 while it works, 200 when it is there (docs.joinmastodon.org/methods/media/#get).
    if (answer.status !== 206) return;
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    ctx.signal.throwIfAborted();
  }
  throw new Temporary("mastodon.media_processing");
}
