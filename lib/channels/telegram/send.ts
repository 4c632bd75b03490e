import { z } from "zod";
import { type Context, type Outgoing, Permanent, Temporary, Uncertain } from "@/lib/channels/channel";
import { markdownToText } from "@/lib/text/markdown";
import { call, meaning, Refusal } from "./api";
import type { Config } from "./config";

type Sending = Pick<Context<Config>, "config" | "fetch" | "signal" | "now">;

/** In UTF-16 units (https://core.telegram.org/bots/api#sendmessage, #sendphoto). */
export const longestText = 4096;
const longestCaption = 1024;
const photoBytes = 10 * 1024 * 1024;

/**
 * Answers in the chat, below the message. Telegram knows no key for a repeat, so a connection that breaks after
 * sending is Uncertain, and so is a second part that fails when the first has left.
 */
export async function send(ctx: Sending, outgoing: Outgoing): Promise<{ externalId: string }> {
  const text = markdownToText(outgoing.text).trim();
  if (text.length > longestText)
    throw new Permanent("telegram.too_long", { length: text.length, max: longestText });
  const to = destination(outgoing);
  try {
    return await deliver(ctx, outgoing, text, to);
  } catch (error) {
    if (error instanceof Refusal && error.movedTo !== null)
      return await deliver(ctx, outgoing, text, { ...to, chatId: error.movedTo }).catch((again) => {
        throw refusalOf(again, ctx.now());
      });
    throw refusalOf(error, ctx.now());
  }
}

type Destination = { chatId: string; replyTo: string | null };

/** In public below the message; in private to its author, who is known by the thread of a group. */
function destination(outgoing: Outgoing): Destination {
  const [chatId = "", messageId = ""] = (outgoing.answers?.externalId ?? "").split(":");
  const author = /:from:(\d+)$/.exec(outgoing.threadKey ?? "")?.[1];
  const isAside = outgoing.mode === "private" && outgoing.answers?.public === true;
  if (isAside && author) return { chatId: author, replyTo: null };
  const own = /^chat:(-?\d+)/.exec(outgoing.threadKey ?? "")?.[1];
  const chat = chatId || own;
  if (!chat || isAside) throw new Permanent("telegram.no_recipient");
  return { chatId: chat, replyTo: messageId || null };
}

const sentMessage = z.object({
  message_id: z.union([z.string(), z.number()]).transform(String),
  chat: z.object({ id: z.union([z.string(), z.number()]).transform(String) }),
});

async function deliver(ctx: Sending, outgoing: Outgoing, text: string, to: Destination) {
  const hasFiles = outgoing.files.length > 0;
  const isOne = hasFiles && text.length <= longestCaption;
  const first = isOne
    ? await sendFiles(ctx, outgoing.files, to, text)
    : await call(ctx, "sendMessage", sentMessage, { ...address(to), text }, "uncertain");
  if (hasFiles && !isOne) {
    await sendFiles(ctx, outgoing.files, to, "").catch(() => {
      throw new Uncertain("telegram.files_failed");
    });
  }
  return { externalId: `${first.chat.id}:${first.message_id}` };
}

function address({ chatId, replyTo }: Destination) {
  return {
    chat_id: chatId,
    ...(replyTo === null
      ? {}
      : // The customer may have deleted it meanwhile.
        { reply_parameters: { message_id: Number(replyTo), allow_sending_without_reply: true } }),
  };
}

/** Pictures as pictures where all are, else everything as documents; several leave as one album. */
async function sendFiles(ctx: Sending, files: Outgoing["files"], to: Destination, caption: string) {
  const arePhotos = files.every(
    ({ contentType, size }) => /^image\/(jpeg|png|webp)$/.test(contentType) && size <= photoBytes,
  );
  const kind = arePhotos ? "photo" : "document";
  const form = new FormData();
  for (const [name, value] of Object.entries(address(to)))
    form.set(name, typeof value === "string" ? value : JSON.stringify(value));
  for (const [place, file] of files.entries()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await file.open()) chunks.push(Buffer.from(chunk));
    const blob = new Blob([new Uint8Array(Buffer.concat(chunks))], { type: file.contentType });
    form.set(files.length === 1 ? kind : `file${place}`, blob, file.name);
  }
  if (files.length === 1) {
    if (caption) form.set("caption", caption);
    return call(ctx, arePhotos ? "sendPhoto" : "sendDocument", sentMessage, form, "uncertain");
  }
  const media = files.map((_file, place) => ({
    type: kind,
    media: `attach://file${place}`,
    ...(place === 0 && caption ? { caption } : {}),
  }));
  form.set("media", JSON.stringify(media));
  const [sent] = await call(ctx, "sendMediaGroup", z.array(sentMessage).min(1), form, "uncertain");
  return sent!;
}

function refusalOf(error: unknown, now: Date): unknown {
  if (!(error instanceof Refusal)) return error;
  const reason = error.reason.slice(0, 300);
  if (error.status === 403) {
    if (/blocked by the user/i.test(reason)) return new Permanent("telegram.blocked");
    if (/initiate/i.test(reason)) return new Permanent("telegram.not_started");
    return new Permanent("telegram.shut_out", { reason });
  }
  if (error.status === 400 && /chat not found/i.test(reason)) return new Permanent("telegram.not_started");
  const told = meaning(error, now);
  // A token that was taken back is put right in the settings, and the answer leaves then.
  if (told instanceof Permanent && told.code === "telegram.token_refused")
    return new Temporary("telegram.token_refused");
  return told;
}
