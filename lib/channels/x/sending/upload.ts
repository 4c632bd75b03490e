import { z } from "zod";
import { type Outgoing, Permanent, Temporary, Uncertain } from "@/lib/channels/channel";
import { type Caller, call } from "@/lib/channels/x/api";
import { id } from "@/lib/channels/x/entities";

type File = Outgoing["files"][number];

const processing = z.object({ state: z.string(), check_after_secs: z.number().nullish() }).nullish();
const answer = z.object({ data: z.object({ id: id.nullish(), processing_info: processing }).nullish() });
const started = z.object({ data: z.object({ id }) });
const partBytes = 4 * 1024 * 1024;
const looks = 60;

/** Uploads a picture or a video in parts and waits until X has prepared it (docs.x.com/x-api/media). Its number. */
export async function upload(ctx: Caller, file: File, use: "tweet" | "dm"): Promise<string> {
  const family = file.contentType === "image/gif" ? "gif" : file.contentType.split("/")[0];
  if (family !== "image" && family !== "gif" && family !== "video")
    throw new Permanent("x.only_pictures", { file: file.name });
  try {
    return await inParts(ctx, file, `${use}_${family}`);
  } catch (error) {
    // An upload shows nothing to anybody: it may be done again.
    if (error instanceof Uncertain) throw new Temporary("x.upload_cut");
    throw error;
  }
}

async function inParts(ctx: Caller, file: File, media_category: string): Promise<string> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of await file.open()) chunks.push(new Uint8Array(chunk));
  const bytes = new Blob(chunks);
  const json = { media_type: file.contentType, total_bytes: bytes.size, media_category };
  const { data } = await call(ctx, "/2/media/upload/initialize", started, { method: "POST", json });
  const path = `/2/media/upload/${encodeURIComponent(data.id)}`;
  for (let part = 0; part * partBytes < bytes.size; part++) {
    const form = new FormData();
    form.set("segment_index", String(part));
    form.set("media", bytes.slice(part * partBytes, (part + 1) * partBytes), file.name);
    await call(ctx, `${path}/append`, z.unknown(), { method: "POST", form, timeoutMs: 120_000 });
  }
  let state = (await call(ctx, `${path}/finalize`, answer, { method: "POST" })).data?.processing_info;
  for (let look = 0; state && state.state !== "succeeded"; look++) {
    if (state.state === "failed") throw new Permanent("x.file_refused", { file: file.name });
    if (look >= looks) throw new Temporary("x.media_processing");
    await new Promise((done) => setTimeout(done, Math.min(10, state?.check_after_secs ?? 1) * 1000));
    const query = { command: "STATUS", media_id: data.id };
    state = (await call(ctx, "/2/media/upload", answer, { query })).data?.processing_info;
  }
  return data.id;
}
