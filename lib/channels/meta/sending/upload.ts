import { z } from "zod";
import { type Outgoing, Permanent, Temporary, Uncertain } from "@/lib/channels/channel";
import { type Caller, call } from "@/lib/channels/meta/api";
import type { MetaKind } from "@/lib/channels/meta/config";
import { id } from "@/lib/channels/meta/entities";

type File = Outgoing["files"][number];

/** A picture for a comment: an unpublished photo of the page. Resolves with its number. */
export async function uploadPhoto(ctx: Caller, file: File): Promise<string> {
  if (!file.contentType.startsWith("image/")) throw new Permanent("meta.only_pictures", { file: file.name });
  const form = new FormData();
  form.set("published", "false");
  form.set("source", await blobOf(file));
  return again(() =>
    call(ctx, `${ctx.config.address}/photos`, z.object({ id }), { method: "POST", form, timeoutMs: 120_000 }),
  ).then((made) => made.id);
}

/** A file for a message (…/messenger-platform/reference/attachment-upload-api). Resolves with what the message names. */
export async function uploadFile(
  kind: MetaKind,
  ctx: Caller,
  file: File,
): Promise<{ type: string; attachmentId: string }> {
  const family = file.contentType.split("/")[0] ?? "";
  const type = ["image", "video", "audio"].includes(family) ? family : "file";
  const form = new FormData();
  if (kind === "instagram") form.set("platform", "instagram");
  form.set("message", JSON.stringify({ attachment: { type, payload: { is_reusable: true } } }));
  form.set("filedata", await blobOf(file));
  const made = await again(() =>
    call(ctx, "me/message_attachments", z.object({ attachment_id: id }), {
      method: "POST",
      form,
      timeoutMs: 120_000,
    }),
  );
  return { type, attachmentId: made.attachment_id };
}

async function blobOf(file: File): Promise<globalThis.File> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of await file.open()) chunks.push(new Uint8Array(chunk));
  return new globalThis.File(chunks, file.name, { type: file.contentType });
}

/** An upload that was cut has shown nothing to anybody: it may be done again. */
async function again<T>(upload: () => Promise<T>): Promise<T> {
  try {
    return await upload();
  } catch (error) {
    if (error instanceof Uncertain) throw new Temporary("meta.upload_cut");
    throw error;
  }
}
