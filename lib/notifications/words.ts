import type { Language, NotificationKind } from "@/db/enums";
import { sentence } from "@/lib/sentences";

/** What a notice is about, as far as it may be said outside the desk. */
export type Told = {
  kind: NotificationKind;
  number: number;
  customerName: string;
  isRestricted: boolean;
};

/** "You were mentioned". */
export function titleOf(language: Language, { kind }: Pick<Told, "kind">): string {
  return sentence(language, `notices.kinds.${kind}`) ?? kind;
}

/** "Claire Dumontet, #1042"; of a restricted conversation only the number. */
export function aboutOf({ number, customerName, isRestricted }: Told): string {
  return isRestricted ? `#${number}` : `${customerName}, #${number}`;
}

export function pathOf(number: number): string {
  return `/queue?c=${number}`;
}
