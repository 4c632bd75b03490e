import { ApiError } from "@/app/_client/api-error";
import { addNote, listMentionable, type ReplyOrder, reply } from "@/app/(desk)/calls";
import type { ConversationView, NewerThings, ReplyWay } from "@/lib/conversations/types";
import type { Below } from "./below";
import { mentionsIn } from "./mentioned";
import type { Draft } from "./use-draft";
import type { ChosenFile } from "./use-files";

/** What the server is told beside the words; each part of the composer adds its own. */
export type ReplyMore = ReplyOrder & {
  savedReplies: Array<{ id: string; isEdited: boolean }>;
  below: Below;
};

/** Hands a reply to the server, which holds it for the undo window before it leaves. */
export function sendReply(
  view: ConversationView,
  way: ReplyWay,
  draft: Pick<Draft, "text" | "recipients">,
  files: readonly ChosenFile[],
  seen: string,
  more: ReplyMore,
) {
  return reply(view.row.id, {
    mode: way.mode,
    channelId: way.channelId,
    text: draft.text.trim(),
    recipients: draft.recipients,
    fileIds: files.flatMap((file) => file.stored?.id ?? []),
    seen,
    ...more,
  });
}

/** A note, with the ids of whoever its `@names` call. */
export async function sendNote(view: ConversationView, text: string) {
  const words = text.trim();
  const known = words.includes("@") ? await listMentionable(view.row.id) : [];
  const called = new Set(mentionsIn(words, known).map(({ who }) => who.id));
  return addNote(view.row.id, words, [...called].slice(0, 50));
}

/** What is newer than what the author had seen, when that is why a reply was held back. */
export function newerThings(error: unknown): NewerThings | null {
  return error instanceof ApiError && error.code === "conflict" && isNewer(error.details)
    ? error.details
    : null;
}

function isNewer(details: unknown): details is NewerThings {
  return (
    typeof details === "object" &&
    details !== null &&
    "seen" in details &&
    "by" in details &&
    "kind" in details
  );
}
