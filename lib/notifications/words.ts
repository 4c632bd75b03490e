import type { Language, NotificationKind } from "@/db/enums";
import { sentence } from "@/lib/sentences";

/** What a notice is about, as far as it may be said outside the desk: a conversation, a channel, or a report. */
export type Told = { kind: NotificationKind } & (
  | { number: number; customerName: string; isRestricted: boolean }
  | { channelId: string; channelName: string }
  | { report: string }
);

/** Notices of the whole desk, and the page that shows what they are about. */
const reports: { readonly [kind: string]: string } = {
  risk_fallen_back: "/reports/risk",
  spike_seen: "/reports/spikes",
};

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
  if (channelId !== null) return { kind, channelId, channelName: channelName ?? "" };
  const report = reports[kind];
  return report === undefined ? null : { kind, report };
}

/** "You were mentioned". */
export function titleOf(language: Language, { kind }: Pick<Told, "kind">): string {
  return sentence(language, `notices.kinds.${kind}`) ?? kind;
}

/** "Claire Dumontet, #1042"; of a restricted conversation only the number; of a channel its name. */
export function aboutOf(told: Told): string {
  if ("channelId" in told) return told.channelName;
  if ("report" in told) return "";
  return told.isRestricted ? `#${told.number}` : `${told.customerName}, #${told.number}`;
}

/** "You were mentioned: Claire Dumontet, #1042"; what is about the whole desk stands alone. */
export function lineOf(language: Language, told: Told): string {
  const about = aboutOf(told);
  return about === "" ? titleOf(language, told) : `${titleOf(language, told)}: ${about}`;
}

export function pathOf(told: Told): string {
  if ("report" in told) return told.report;
  return "channelId" in told ? `/settings/channels/${told.channelId}` : `/queue?c=${told.number}`;
}

/** What a browser puts in the place of an earlier notice of the same. */
export function tagOf(told: Told): string {
  if ("report" in told) return told.kind;
  return `${told.kind}-${"channelId" in told ? told.channelId.slice(-12) : told.number}`;
}
