import { listMentionable } from "@/app/(desk)/calls";
import type { BeforeSend } from "./before-send";
import { mentionsIn } from "./mentioned";

/** Stops a note that calls somebody who may not see the conversation. */
export const checkMentions: BeforeSend = async ({ view, mode, text }) => {
  if (mode !== "note" || !text.includes("@")) return null;
  const called = mentionsIn(text, await listMentionable(view.row.id));
  const unseen = called.filter(({ who }) => who.maySee === 0).map(({ who }) => who.name);
  if (unseen.length === 0) return null;
  const { UnseenMention } = await import("./unseen-mention");
  const names = [...new Set(unseen)];
  return { panel: (answer) => <UnseenMention names={names} answer={answer} /> };
};
