import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { type Actor, authorize, visibleBrand } from "@/lib/access";
import { accept } from "@/lib/channels/accept";
import type { HandEntry } from "@/lib/channels/channel";
import { type LoadedChannel, loadChannels } from "@/lib/channels/load";
import { zoneOfBrand } from "@/lib/commitments/promised-for-sql";
import { fail } from "@/lib/errors";
import { cleanLine, cleanText } from "@/lib/text/clean";
import { readDate } from "@/lib/text/dates";
import { onlyFor } from "./list-places";

/** A note may have waited so long on a telephone without a line; older ones were forgotten there. */
const longestAgoMs = 14 * 86_400_000;

const shared = {
  /** Made where it was typed: the same entry sent again is one. */
  id: z.uuid(),
  /** Who typed it, as the device remembers: nothing is ever sent in somebody else's name. */
  by: z.uuid().nullable().default(null),
  /** Null is the first place that takes such entries. */
  channelId: z.uuid().nullable().default(null),
  /** When it was typed; now where nothing is said. */
  at: z.iso.datetime().nullable().default(null),
  who: z.string().trim().min(1).max(200),
};

export const newNote = z.object({
  ...shared,
  place: z.enum(["shop", "phone"]),
  email: z.string().trim().max(254).nullable().default(null),
  phone: z.string().trim().max(40).nullable().default(null),
  text: z.string().trim().min(1).max(20_000),
  promised: z
    .object({
      what: z.string().trim().max(1000),
      /** The date as it was typed: "tomorrow 9", "vendredi". */
      until: z.string().trim().max(200).nullable().default(null),
    })
    .nullable()
    .default(null),
  danger: z.enum(["yes", "no"]).nullable().default(null),
});

export type NewNote = z.output<typeof newNote>;

/**
 * Keeps what a colleague heard in a shop or on the phone: it goes through the ledger like everything else, and stands
 * in the queue a moment later. Safe to repeat. Throws `forbidden` when somebody else typed it, `not_found` without a
 * channel that takes notes.
 */
export async function enterNote(actor: Actor, input: NewNote): Promise<{ id: string; isKnown: boolean }> {
  authorize(actor, "conversation.note");
  if (input.by !== null && input.by !== actor.id) fail("forbidden", "by_hand.somebody_else");
  const places = await placesFor(actor, "note", input.channelId);
  const row = places.find((place) => onlyFor(place) === input.place) ?? places[0];
  if (!row) return fail("not_found", "by_hand.no_place");
  const at = typedAt(input.at);
  return keep(row, {
    id: input.id,
    at: at.toISOString(),
    who: cleanLine(input.who, 200),
    email: input.email || null,
    phone: input.phone || null,
    url: null,
    text: cleanText(input.text, 20_000),
    danger: input.danger,
    language: null,
    entered: {
      by: { id: actor.id, name: actor.name },
      place: input.place,
      promised: input.promised === null ? null : await promiseOf(row.brandId, input.promised, at),
    },
  });
}

/** Stores it; the device's own id makes a repeat harmless. */
export async function keep(row: LoadedChannel, entry: HandEntry): Promise<{ id: string; isKnown: boolean }> {
  const item = row.channel.enter!(entry);
  const { known } = await accept(row.id, [item], null);
  return { id: entry.id, isKnown: known > 0 };
}

/** The channel that was named, or those of my brands that take this kind of entry, the oldest first. */
export async function placesFor(
  actor: Actor,
  kind: "note" | "link",
  channelId: string | null,
): Promise<LoadedChannel[]> {
  authorize(actor, "conversation.note");
  const named = channelId === null ? sql`true` : sql`h.id = ${channelId}`;
  const rows = await loadChannels(
    sql`${named} and h.paused_at is null and ${visibleBrand(actor, sql`h.brand_id`)}`,
  );
  return rows.filter(({ channel }) => channel.can.byHand === kind && channel.enter !== undefined);
}

/** A clock that runs ahead, or stood still for months, is not believed. */
export function typedAt(said: string | null): Date {
  const now = Date.now();
  const at = said === null ? now : Date.parse(said);
  return new Date(at > now || at < now - longestAgoMs ? now : at);
}

/** A day or an hour is meant on the clock of the brand's opening hours, like every promise. */
async function promiseOf(
  brandId: string,
  { what, until }: NonNullable<NewNote["promised"]>,
  now: Date,
): Promise<HandEntry["entered"]["promised"]> {
  const words = until === null || until === "" ? null : cleanLine(until, 200);
  if (what === "" && words === null) return null;
  const house = await db.execute<{ zone: string }>(sql`
    select ${sql.raw(zoneOfBrand("h.id"))} as zone from (select ${brandId}::uuid as id) h`);
  const found = words === null ? null : readDate(words, { now, zone: house.rows[0]!.zone });
  return { what: cleanText(what, 1000), until: found?.at.toISOString() ?? null, words };
}
