import type { Language, NotificationKind } from "@/db/enums";
import { sentence } from "@/lib/sentences";

/** What a notice is about, as far as it may be said outside the desk: a conversation, or a channel. */
export type Told = { kind: NotificationKind } & (
  | { number: number; customerName: string; isRestricted: boolean }
  | { channelId: string; channelName: string }
);

/** As a row of the database has it: of one kind of thing everything is null. */
export type ToldRow = {
  kind: NotificationKind;
  number: number | null;
  customerName: string | null;
  isRestricted: boolean | null;
  channelId: string | null;
  channelName: string | null;
};

export function toTold({
  kind,
  number,
  customerName,
  isRestricted,
  channelId,
  channelName,
}: ToldRow): Told | null {
  if (number !== null)
    return { kind, number, customerName: customerName ?? "", isRestricted: isRestricted === true };
  return channelId === null ? null : { kind, channelId, channelName: channelName ?? "" };
}

/** "You were mentioned". */
export function titleOf(language: Language, { kind }: Pick<Told, "kind">): string {
  return sentence(language, `notices.kinds.${kind}`) ?? kind;
}

/** "Claire Dumontet, #1042"; of a restricted conversation only the number; of a channel its name. */
export function aboutOf(told: Told): string {
  if ("channelId" in told) return told.channelName;
  return told.isRestricted ? `#${told.number}` : `${told.customerName}, #${told.number}`;
}

export function pathOf(told: Told): string {
  return "channelId" in told ? `/settings/channels/${told.channelId}` : `/queue?c=${told.number}`;
}

/** What a browser puts in the place of an earlier notice of the same. */
export function tagOf(told: Told): string {
  return `${told.kind}-${"channelId" in told ? told.channelId.slice(-12) : told.number}`;
}
