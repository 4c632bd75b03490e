import { z } from "zod";
import { type Outgoing, Permanent } from "@/lib/channels/channel";
import { type Caller, call, Refusal } from "@/lib/channels/discourse/api";

const uploaded = z.object({
  short_url: z.string(),
  original_filename: z.string().nullish(),
  width: z.number().nullish(),
  height: z.number().nullish(),
});

/** Uploads a file and resolves with the words that show it in a post. */
export async function upload(ctx: Caller, file: Outgoing["files"][number]): Promise<string> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of await file.open()) chunks.push(new Uint8Array(chunk));
  const form = new FormData();
  form.set("type", "composer");
  form.set("synchronous", "true");
  form.set("file", new File(chunks, file.name, { type: file.contentType }));
  try {
    const done = await call(ctx, "/uploads.json", uploaded, { method: "POST", form, timeoutMs: 120_000 });
    const label = file.name.replace(/[[\]|]/g, " ");
    const size = done.width && done.height ? `|${done.width}x${done.height}` : "";
    return file.contentType.startsWith("image/")
      ? `![${label}${size}](${done.short_url})`
      : `[${label}|attachment](${done.short_url})`;
  } catch (error) {
    if (!(error instanceof Refusal) || ![413, 422].includes(error.status)) throw error;
    throw new Permanent("discourse.file_refused", { file: file.name, reason: error.params.reason ?? "" });
  }
}
