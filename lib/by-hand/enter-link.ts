import { z } from "zod";
import { type Actor, authorize } from "@/lib/access";
import { siteOf } from "@/lib/channels/links/site";
import { fail } from "@/lib/errors";
import { cleanLine, cleanText } from "@/lib/text/clean";
import { keep, placesFor, typedAt } from "./enter";

export const newLink = z.object({
  /** Made where it was typed: the same link sent again is one. */
  id: z.uuid(),
  channelId: z.uuid().nullable().default(null),
  at: z.iso.datetime().nullable().default(null),
  url: z.url({ protocol: /^https?$/ }).max(2000),
  /** The author, as the site shows them; empty where the address says it. */
  who: z.string().trim().max(200).default(""),
  text: z.string().trim().min(1).max(20_000),
});

/**
 * Puts a post of any site into the queue by its link: read there, answered there, noted here. A channel that knows the
 * site takes it, else the first that takes any. Safe to repeat; a post that somebody pasted before is known.
 */
export async function enterLink(
  actor: Actor,
  input: z.output<typeof newLink>,
): Promise<{ id: string; isKnown: boolean }> {
  authorize(actor, "conversation.note");
  const places = await placesFor(actor, "link", input.channelId);
  const row =
    places.find(({ channel }) => channel.takes?.(input.url)) ??
    places.find(({ channel }) => channel.takes === undefined) ??
    fail("not_found", "by_hand.no_site");
  return keep(row, {
    id: input.id,
    at: typedAt(input.at).toISOString(),
    who: cleanLine(input.who, 200) || (siteOf(input.url)?.handle ?? ""),
    email: null,
    phone: null,
    url: input.url,
    text: cleanText(input.text, 20_000),
    danger: null,
    language: null,
    entered: { by: { id: actor.id, name: actor.name }, place: "site", promised: null },
  });
}
