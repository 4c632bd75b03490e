import { channelOf } from "@/lib/channels/registry";
import type { Patience } from "./model";

/**
 * How long people who wrote this way wait without minding, by what the channel declares: in public it is a mention;
 * what staff typed in is like a call; what has a subject is like a letter, a form when its answer leaves by another
 * channel; all else is a message. `plays` is the kind that a channel of the sample stands for.
 */
export function patienceOf(kind: string | null, plays: string | null, isPublic: boolean): Patience {
  if (isPublic) return "mention";
  const can = (channelOf(plays ?? "") ?? channelOf(kind ?? ""))?.can;
  if (!can) return "email";
  if (can.byHand === "note") return "phone";
  if (can.subject) return can.repliesThrough === null ? "email" : "form";
  return "directMessage";
}
