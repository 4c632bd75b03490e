import { z } from "zod";
import { type Context, type Remark, type RemoteFile, Temporary } from "@/lib/channels/channel";
import { fileName } from "@/lib/text/clean";
import { call, meaning, Refusal } from "./api";
import type { Config } from "./config";
import type { BareMessage } from "./entities";

/** A bot may fetch no larger ones (https://core.telegram.org/bots/api#getfile). */
const mostBytes = 20 * 1024 * 1024;
const scheme = "telegram:file/";

/**
 * The files of a message, by an address that only this channel understands: the true one holds the token. What is too
 * large for a bot is remarked on.
 */
export function filesOf(message: BareMessage): { files: RemoteFile[]; remarks: Remark[] } {
  const files: RemoteFile[] = [];
  const remarks: Remark[] = [];
  const largest = [...(message.photo ?? [])].sort((a, b) => b.width - a.width)[0];
  const found = [
    largest && { ...largest, file_name: `photo-${message.message_id}.jpg`, mime_type: "image/jpeg" },
    // An animation comes as a document too, for programs that do not know it.
    message.animation ?? message.document,
    message.audio,
    message.video,
    message.voice && { file_name: `voice-${message.message_id}.ogg`, ...message.voice },
    message.video_note && { ...message.video_note, file_name: `video-${message.message_id}.mp4` },
    message.sticker && { ...message.sticker, file_name: "sticker.webp", mime_type: "image/webp" },
  ];
  for (const file of found) {
    if (!file) continue;
    const name = fileName(("file_name" in file && file.file_name) || `file-${message.message_id}`);
    if ((file.file_size ?? 0) > mostBytes) {
      const megabytes = String(Math.round((file.file_size ?? 0) / 1024 / 1024));
      remarks.push({ code: "telegram_file_too_large", params: { name, megabytes } });
      continue;
    }
    const type = "mime_type" in file ? file.mime_type : undefined;
    const contentType = type && /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : "application/octet-stream";
    files.push({ name, contentType, url: `${scheme}${encodeURIComponent(file.file_id)}`, description: null });
  }
  return { files, remarks };
}

/** Asks where the file lies now, and fetches it. Null for one that Telegram does not give. */
export async function openFile(
  ctx: Context<Config>,
  url: string,
): Promise<{ bytes: Uint8Array; contentType: string | null } | null> {
  if (!url.startsWith(scheme)) return null;
  const path = await pathOf(ctx, decodeURIComponent(url.slice(scheme.length)));
  if (path === null) return null;
  const { apiRoot, token } = ctx.config;
  const host = new URL(apiRoot).host;
  let response: Response;
  try {
    response = await ctx.fetch(`${apiRoot}/file/bot${token}/${path}`, {
      signal: ctx.signal,
      redirect: "error",
    });
    if (response.status === 404 || response.status === 400) return null;
    if (response.ok) return { bytes: new Uint8Array(await response.arrayBuffer()), contentType: null };
  } catch {
    // Not the error itself: its words could name the address, and so the token.
    throw new Temporary("telegram.unreachable", { host });
  }
  throw new Temporary("telegram.server_trouble", { status: response.status });
}

async function pathOf(ctx: Context<Config>, fileId: string): Promise<string | null> {
  try {
    const file = await call(ctx, "getFile", z.object({ file_path: z.string().optional() }), {
      file_id: fileId,
    });
    return file.file_path && /^[\w./-]+$/.test(file.file_path) ? file.file_path : null;
  } catch (error) {
    if (error instanceof Refusal && error.status === 400) return null;
    throw meaning(error, ctx.now());
  }
}
