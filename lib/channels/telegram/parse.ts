import { z } from "zod";
import type { Incoming, IncomingMessage, RawItem, Remark } from "@/lib/channels/channel";
import { parseExact } from "@/lib/text/exact-json";
import { excerpt } from "@/lib/text/excerpt";
import { botId, type Config } from "./config";
import { type BareMessage, type Message, update } from "./entities";
import { filesOf } from "./files";
import { nameOf, wordsOf } from "./text";

const delivery = z.object({ username: z.string().nullable().default(null) });

/**
 * Reads one update. A private chat is one conversation; in a group only what names the bot or answers it is for us,
 * one conversation for each person. Throws on what is no update, so that it stays visible with its source.
 */
export function parse(raw: RawItem, config: Config): Incoming[] {
  const found = update.parse(parseExact(new TextDecoder("utf-8", { fatal: true }).decode(raw.body)));
  const self = { id: botId(config), username: delivery.parse(raw.meta).username };
  if (found.message) return [read(found.message, self)];
  if (found.edited_message) return [edit(found.edited_message)];
  const from = found.my_chat_member ? nameOf(found.my_chat_member.from) : null;
  return [{ kind: "filed", reason: "receipt", subject: null, from }];
}

type Self = { id: string; username: string | null };

/** Message ids are counted in each chat. */
export function idOf(message: { chat: { id: string }; message_id: string }): string {
  return `${message.chat.id}:${message.message_id}`;
}

function read(message: Message, self: Self): Incoming {
  const { from, chat } = message;
  const isPrivate = chat.type === "private";
  const { files, remarks } = filesOf(message);
  const text = wordsOf(message);
  const isStart = isPrivate && /^\/start\b/.test(message.text ?? "");
  const isForUs = isPrivate || (chat.type.endsWith("group") && isAddressed(message, self));
  const isEmpty = text === "" && files.length + remarks.length === 0;
  if (!from || from.is_bot || isStart || isEmpty || !isForUs) {
    const name = from ? nameOf(from) : (chat.title ?? null);
    return { kind: "filed", reason: from?.is_bot ? "loop" : "receipt", subject: excerpt(text), from: name };
  }
  const above = message.reply_to_message;
  return {
    kind: "message",
    externalId: idOf(message),
    inReplyTo: above ? [idOf(above)] : [],
    token: null,
    threadKey: isPrivate ? `chat:${chat.id}` : `chat:${chat.id}:from:${from.id}`,
    author: authorOf(from),
    public: !isPrivate,
    sentAt: new Date(message.date * 1000),
    subject: null,
    // What is too large to fetch leaves a remark and nothing to read.
    text: text || (files.length > 0 ? "" : "…"),
    quoteAt: null,
    html: null,
    language: from.language_code ?? null,
    files: [],
    remoteFiles: files,
    parent: above && above.from?.id !== self.id ? parentOf(above) : null,
    url: chat.username && !isPrivate ? `https://t.me/${chat.username}/${message.message_id}` : null,
    recipients: { to: [], cc: [] },
    orderNumber: null,
    rating: null,
    authentication: null,
    ...(remarks.length > 0 ? { remarks } : {}),
  } satisfies IncomingMessage & { remarks?: Remark[] };
}

/** Somebody speaks to the bot: by its name, by a command of its own, or by answering it. */
function isAddressed(message: Message, self: Self): boolean {
  if (message.reply_to_message?.from?.id === self.id) return true;
  // A bot is shown only what concerns it, unless somebody switched that off; without its name that has to do.
  if (self.username === null) return true;
  const text = message.text ?? message.caption ?? "";
  const name = `@${self.username}`.toLowerCase();
  return [...message.entities, ...message.caption_entities].some(({ type, offset, length, user }) => {
    const words = text.slice(offset, offset + length).toLowerCase();
    if (type === "text_mention") return user?.id === self.id;
    return (type === "mention" && words === name) || (type === "bot_command" && words.endsWith(name));
  });
}

function authorOf(from: NonNullable<Message["from"]>): IncomingMessage["author"] {
  const display = from.username ? `@${from.username}` : nameOf(from);
  return {
    name: nameOf(from),
    identities: [{ kind: "telegram", value: from.id, display, evidence: "network" }],
    avatarUrl: null,
    profileUrl: from.username ? `https://t.me/${from.username}` : null,
    facts: {},
  };
}

function parentOf(above: BareMessage): IncomingMessage["parent"] {
  return {
    externalId: idOf(above),
    author: above.from ? nameOf(above.from) : (above.sender_chat?.title ?? ""),
    text: wordsOf(above),
    url: null,
  };
}

function edit(message: Message): Incoming {
  return {
    kind: "edit",
    externalId: idOf(message),
    text: wordsOf(message),
    html: null,
    editedAt: new Date((message.edit_date ?? message.date) * 1000),
  };
}
