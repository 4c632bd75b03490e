import type { Incoming, IncomingMessage, RemoteFile } from "@/lib/channels/channel";
import { dateOf, graphMessage, type MessagingEvent } from "@/lib/channels/meta/entities";
import { clean, filed, message, type Reader, remoteFile, webAddress } from "./reader";

/** One event between a person and us in Messenger or in Instagram's messages. */
export function readDirect(event: MessagingEvent, reader: Reader): Incoming {
  const at = dateOf(event.timestamp) ?? reader.at;
  const said = event.message;
  if (event.message_edit) {
    const { mid, text } = event.message_edit;
    return { kind: "edit", externalId: mid, text: clean(text), html: null, editedAt: at ?? reader.seenAt };
  }
  if (event.postback) {
    const { mid, title, payload } = event.postback;
    const externalId = mid ?? `postback:${event.sender.id}:${at?.getTime() ?? 0}`;
    return direct(reader, {
      externalId,
      personId: event.sender.id,
      text: title || payload || "",
      at,
      files: [],
    });
  }
  if (!said) return filed("receipt", "messaging", event.sender.id);
  if (said.is_deleted) return { kind: "delete", externalId: said.mid, deletedAt: at ?? reader.seenAt };
  const isOurs = said.is_echo === true || event.sender.id === reader.account;
  // What Avant sent itself is known already; its own echo says so.
  if (isOurs && said.app_id === reader.appId) return filed("own", "message", null);
  const attachments = (said.attachments ?? []).slice(0, 30);
  const files = attachments.flatMap((one) =>
    fileKinds.has(one.type ?? "") ? remoteFile(one.payload?.url ?? one.url, mediaOf(one.type ?? "")) : [],
  );
  const words = [
    said.text ?? "",
    attachments.some((one) => one.type === "story_mention") ? "@ Story" : "",
    ...attachments.filter((one) => !fileKinds.has(one.type ?? "")).map(linkOf),
  ];
  const made = direct(reader, {
    externalId: said.mid,
    personId: isOurs ? event.recipient.id : event.sender.id,
    text: words.filter(Boolean).join("\n\n"),
    at,
    files,
  });
  const story = said.reply_to?.story;
  const whole: IncomingMessage = {
    ...made,
    inReplyTo: said.reply_to?.mid ? [said.reply_to.mid] : [],
    parent: story
      ? { externalId: `story:${story.id ?? ""}`, author: "", text: "Story", url: webAddress(story.url) }
      : null,
  };
  return isOurs ? ours(whole, reader) : whole;
}

/** A message as our own reading of the conversations found it. */
export function readGraphMessage(value: unknown, reader: Reader): Incoming {
  const found = graphMessage.parse(value);
  const fromId = found.from?.id ?? null;
  const isOurs = fromId === reader.account;
  const other = isOurs ? (found.to?.data[0] ?? null) : (found.from ?? null);
  const files = [
    ...(found.attachments?.data ?? []).flatMap((one) => [
      ...remoteFile(one.image_data?.url, "image", one.name),
      ...remoteFile(one.video_data?.url, "video", one.name),
      ...remoteFile(one.file_url, "file", one.name),
    ]),
    ...remoteFile(found.sticker, "image"),
  ];
  const made = direct(reader, {
    externalId: found.id,
    personId: other?.id ?? null,
    name: other?.name ?? null,
    username: other?.username ?? null,
    text: found.message ?? "",
    at: dateOf(found.created_time),
    files,
  });
  return isOurs ? ours(made, reader) : made;
}

function direct(
  reader: Reader,
  said: {
    externalId: string;
    personId: string | null;
    name?: string | null;
    username?: string | null;
    text: string;
    at: Date | null;
    files: RemoteFile[];
  },
): IncomingMessage {
  return message(reader, {
    externalId: said.externalId,
    public: false,
    text: said.text,
    sentAt: said.at,
    url:
      reader.object === "page"
        ? `https://www.facebook.com/${reader.account}/inbox/`
        : "https://www.instagram.com/direct/inbox/",
    from: { id: said.personId, name: said.name ?? null, username: said.username ?? null },
    inReplyTo: [],
    threadKey: said.personId === null ? null : `direct:${said.personId}`,
    remoteFiles: said.files,
    parent: null,
  });
}

/** Written by one of us in the network's own inbox: the words are ours, not those of whoever reads them. */
function ours(said: IncomingMessage, reader: Reader): Incoming {
  const author = { name: null, identities: [], avatarUrl: null, profileUrl: null, facts: {} };
  return { ...said, kind: "ours", author, sentAt: said.sentAt ?? reader.seenAt };
}

const fileKinds = new Set([
  "image",
  "video",
  "audio",
  "file",
  "story_mention",
  "ig_story",
  "reel",
  "ig_reel",
  "ig_post",
]);

function mediaOf(type: string): string {
  return type === "video" || type.endsWith("reel")
    ? "video"
    : type === "audio" || type === "file"
      ? type
      : "image";
}

function linkOf(one: NonNullable<NonNullable<MessagingEvent["message"]>["attachments"]>[number]): string {
  return [one.title ?? one.payload?.title ?? "", webAddress(one.payload?.url ?? one.url) ?? ""]
    .filter(Boolean)
    .join("\n");
}
