import { z } from "zod";
import {
  type Context,
  type Outgoing,
  Permanent,
  type Sent,
  Temporary,
  Uncertain,
} from "@/lib/channels/channel";
import { call } from "@/lib/channels/meta/api";
import type { Config, MetaKind } from "@/lib/channels/meta/config";
import { id } from "@/lib/channels/meta/entities";
import { Gone } from "@/lib/channels/meta/failures";
import { markdownToText } from "@/lib/text/markdown";
import { uploadFile, uploadPhoto } from "./upload";

type Sending = Pick<Context<Config>, "config" | "fetch" | "signal" | "now" | "log">;

/**
 * Answers under a comment, privately to a comment (once, within seven days), or in Messenger and Instagram's messages.
 * Meta takes no key that would make a second try harmless, so a broken line is Uncertain and a person decides.
 */
export async function send(kind: MetaKind, ctx: Sending, outgoing: Outgoing): Promise<Sent> {
  const text = markdownToText(outgoing.text).trim();
  try {
    if (outgoing.mode === "public") return await comment(kind, ctx, outgoing, text);
    return await direct(kind, ctx, outgoing, text);
  } catch (error) {
    if (error instanceof Gone) throw new Permanent("meta.parent_gone");
    throw error;
  }
}

const made = z.object({ id });

async function comment(kind: MetaKind, ctx: Sending, outgoing: Outgoing, text: string): Promise<Sent> {
  const target = outgoing.answers?.externalId;
  if (!target) throw new Permanent("meta.nothing_to_answer");
  const [file] = outgoing.files;
  if (kind === "facebook") {
    const attachment = file ? { attachment_id: await uploadPhoto(ctx, file) } : {};
    const json = { message: text, ...attachment };
    const { id } = await call(ctx, `${encodeURIComponent(target)}/comments`, made, { method: "POST", json });
    return { externalId: id };
  }
  if (file) throw new Permanent("meta.no_files_in_comments");
  const [mention, mediaId = "", commentId = null] = target.split(":");
  const answer =
    mention === "mention"
      ? await call(ctx, `${ctx.config.address}/mentions`, made, {
          method: "POST",
          json: {
            media_id: mediaId,
            message: text,
            ...(commentId === null ? {} : { comment_id: commentId }),
          },
        })
      : await call(ctx, `${encodeURIComponent(target)}/replies`, made, {
          method: "POST",
          json: { message: text },
        });
  return { externalId: answer.id };
}

const sent = z.object({ message_id: id });
const dayMs = 24 * 3_600_000;

async function direct(kind: MetaKind, ctx: Sending, outgoing: Outgoing, text: string): Promise<Sent> {
  const { answers } = outgoing;
  if (!answers) throw new Permanent("meta.nothing_to_answer");
  const recipient = answers.public ? { comment_id: commentOf(answers.externalId) } : personOf(outgoing);
  const late = ctx.now().getTime() - answers.sentAt.getTime() > dayMs;
  // The tag is for people alone, and only after the day in which everything may be said (…/messenger-platform/policy).
  if (late && outgoing.automatic) throw new Permanent("meta.window_for_people");
  const type =
    answers.public || !late
      ? { messaging_type: "RESPONSE" }
      : { messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" };
  // A comment takes one private answer: words, and nothing after them.
  if (answers.public && outgoing.files.length > 0) throw new Permanent("meta.no_files_to_comment");
  const files = [];
  for (const file of outgoing.files) files.push(await uploadFile(kind, ctx, file));
  const parts = [
    ...(text === "" ? [] : [{ text }]),
    ...files.map((file) => ({
      attachment: { type: file.type, payload: { attachment_id: file.attachmentId } },
    })),
  ];
  let last: string | null = null;
  for (const message of parts) {
    try {
      const json = { recipient, ...type, message };
      const answer: z.infer<typeof sent> = await call(ctx, "me/messages", sent, { method: "POST", json });
      last ??= answer.message_id;
    } catch (error) {
      // The first part has left: neither "sent" nor "try again" would be true.
      const isHalf = last !== null && (error instanceof Permanent || error instanceof Temporary);
      throw isHalf ? new Uncertain("meta.half_sent") : error;
    }
  }
  if (last === null) throw new Permanent("meta.nothing_to_answer");
  return { externalId: last };
}

function commentOf(externalId: string): string {
  if (!externalId.startsWith("mention:")) return externalId;
  throw new Permanent("meta.mention_has_no_private");
}

/** The conversation is with one person; whoever else is named could not read it. */
function personOf(outgoing: Outgoing): { id: string } {
  const id = outgoing.threadKey?.startsWith("direct:")
    ? outgoing.threadKey.slice("direct:".length)
    : outgoing.to[0];
  if (!id || !/^\d+$/.test(id)) throw new Permanent("meta.nothing_to_answer");
  return { id };
}
