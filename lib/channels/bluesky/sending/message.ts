import { z } from "zod";
import { claimSent, isFirstTry } from "@/lib/channels/bluesky/claims";
import { message, partsOf } from "@/lib/channels/bluesky/entities";
import { messageKey } from "@/lib/channels/bluesky/raw";
import { chatProxy } from "@/lib/channels/bluesky/reading/chat";
import { Refusal } from "@/lib/channels/bluesky/request";
import { session } from "@/lib/channels/bluesky/session";
import { call } from "@/lib/channels/bluesky/xrpc";
import { type Outgoing, Permanent, type Sent } from "@/lib/channels/channel";
import { newId } from "@/lib/id";
import { markdownToText } from "@/lib/text/markdown";
import { didOf, facetsOf } from "./facets";
import type { Sending } from "./send";

const found = z.object({ convo: z.object({ id: z.string().min(1) }) });
const listed = z.object({ messages: z.array(z.unknown()) });

/**
 * Sends a direct message. The service knows no key for it, so whoever tries a second time looks first whether the
 * exchange holds these words since they were written here.
 */
export async function sendMessage(ctx: Sending, outgoing: Outgoing): Promise<Sent> {
  if (outgoing.files.length > 0) throw new Permanent("bluesky.no_private_files");
  try {
    const us = await session(ctx);
    const convoId = await convoOf(ctx, outgoing);
    const text = markdownToText(outgoing.text);
    const before = await sentBefore(ctx, outgoing, { convoId, text, self: us.did });
    if (before !== null) return { externalId: messageKey(convoId, before) };
    const facets = await facetsOf(ctx, text);
    const made = await call(ctx, "chat.bsky.convo.sendMessage", message, {
      json: { convoId, message: { text, ...(facets.length > 0 ? { facets } : {}) } },
      proxy: chatProxy,
    });
    const externalId = messageKey(convoId, made.id);
    await claimSent(ctx, externalId, outgoing.messageId);
    return { externalId };
  } catch (error) {
    throw meaning(error);
  }
}

/** The exchange that is answered, or the one with this person, which the service opens when there is none. */
async function convoOf(ctx: Sending, outgoing: Outgoing): Promise<string> {
  const answered = /^chat:([^:]+):/.exec(outgoing.answers?.externalId ?? "")?.[1];
  if (answered) return answered;
  const posted = partsOf(outgoing.answers?.externalId ?? "").did;
  const did = posted.startsWith("did:") ? posted : await recipient(ctx, outgoing.to[0] ?? "");
  if (did === null) throw new Permanent("bluesky.no_recipient");
  const { convo } = await call(ctx, "chat.bsky.convo.getConvoForMembers", found, {
    query: { members: [did] },
    proxy: chatProxy,
  });
  return convo.id;
}

async function recipient(ctx: Sending, to: string): Promise<string | null> {
  const name = to.replace(/^@/, "");
  if (name.startsWith("did:")) return name;
  return name === "" ? null : await didOf(ctx, name);
}

async function sentBefore(
  ctx: Sending,
  outgoing: Outgoing,
  { convoId, text, self }: { convoId: string; text: string; self: string },
): Promise<string | null> {
  if (await isFirstTry(ctx, outgoing.messageId, newId())) return null;
  const { messages } = await call(ctx, "chat.bsky.convo.getMessages", listed, {
    query: { convoId, limit: 50 },
    proxy: chatProxy,
  });
  const writtenAt = timeOf(outgoing.messageId);
  for (const one of messages) {
    const read = message.safeParse(one);
    if (!read.success || read.data.sender.did !== self || read.data.text.trim() !== text.trim()) continue;
    if (Date.parse(read.data.sentAt) < writtenAt) continue;
    // Two of our messages may say the same; each of them was sent once.
    const owner = await claimSent(ctx, messageKey(convoId, read.data.id), outgoing.messageId);
    if (owner === outgoing.messageId) return read.data.id;
  }
  return null;
}

/** The moment inside a UUIDv7 (RFC 9562); an id of another kind counts as old. */
function timeOf(messageId: string): number {
  return messageId[14] === "7" ? Number.parseInt(messageId.replaceAll("-", "").slice(0, 12), 16) : 0;
}

function meaning(error: unknown): unknown {
  if (!(error instanceof Refusal)) return error;
  switch (error.said) {
    case "MessagesDisabled":
    case "NotFollowedBySender":
    case "BlockedActor":
    case "BlockedSubject":
    case "RecipientNotFound":
    case "ConvoLocked":
      return new Permanent("bluesky.messages_closed");
    case "InvalidToken":
      return new Permanent("bluesky.messages_not_allowed");
    case "InvalidConvo":
      return new Permanent("bluesky.parent_gone");
    default:
      return error.code === "bluesky.not_offered" || error.status === 403
        ? new Permanent("bluesky.messages_not_offered", { reason: String(error.params.reason ?? "") })
        : error;
  }
}
