import { sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import {
  conversationAccess,
  conversationReads,
  conversations,
  conversationTags,
  queue,
  tags,
} from "@/db/schema/conversations";
import { customers, identities } from "@/db/schema/customers";
import { drafts, notifications } from "@/db/schema/desk";
import { events } from "@/db/schema/events";
import { heldReplies } from "@/db/schema/held";
import { inbound } from "@/db/schema/inbound";
import { deliveries, messages } from "@/db/schema/messages";
import { installation } from "@/db/schema/organisation";
import { newId } from "@/lib/id";
import { aside } from "./aside";
import { seedCommitments } from "./commitments";
import { crowd } from "./crowd";
import { seedCustomers } from "./customers";
import { filed } from "./filed";
import { seedLeaks, wentPublic } from "./leaks";
import { keepOldMisses } from "./old-misses";
import { seedPrivacy } from "./privacy";
import { addTale, noRows, type Places, type Rows } from "./rows";
import { settled } from "./settled";
import { seedSignals } from "./signals";
import { story } from "./story";
import type { Tale } from "./tale";
import { type Times, timesAt } from "./times";

/**
 * Everything that customers and colleagues said, as rows in the same tables as real ones. `numbers` are those of the
 * conversations in the order of `startsOf`; where they are none, the next ones are taken.
 */
export async function seedTales(
  tx: Tx,
  places: Places,
  now: Date,
  numbers: readonly number[] = [],
): Promise<void> {
  const times = timesAt(now, places.schedule);
  const tales = talesAt(times);

  const names = [...new Set(tales.flatMap((tale) => tale.tags ?? []))];
  const tagRows = names.map((name) => ({ id: newId(), name }));
  await tx.insert(tags).values(tagRows).onConflictDoNothing();
  for (const tag of await tx.select().from(tags)) places.tags.set(tag.name, tag.id);

  const rows = noRows();
  for (const tale of tales) addTale(rows, places, tale, now);
  if (numbers.length === rows.conversations.length)
    rows.conversations.forEach((row, at) => {
      row.number = numbers[at];
    });
  rows.events.sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime());
  const [known] = await tx.select({ epoch: installation.epoch }).from(installation);
  const epoch = known?.epoch ?? 1;

  await insert(tx, customers, rows.customers);
  await insert(tx, identities, rows.identities);
  await insert(tx, conversations, rows.conversations);
  await insert(tx, conversationAccess, rows.conversationAccess);
  await insert(tx, conversationTags, rows.conversationTags);
  await insert(tx, queue, rows.queue);
  await insert(tx, messages, rows.messages);
  await insert(tx, deliveries, rows.deliveries);
  await insert(tx, drafts, rows.drafts);
  await insert(tx, heldReplies, rows.heldReplies);
  await insert(tx, notifications, rows.notifications);
  await insert(
    tx,
    events,
    rows.events.map((event) => ({ ...event, epoch })),
  );
  await insert(tx, inbound, filed(places, times));
  await insert(tx, conversationReads, readBy(rows, places, now));
  await seedLeaks(tx, places, times);
  await seedCustomers(tx, places);
  await seedCommitments(tx, places, times);
  await seedSignals(tx, places, times);
  await seedPrivacy(tx, places, "Europe/Paris");
  await keepOldMisses(tx);
  await tx.execute(sql`
    update channels h set last_item_at = said.at from (
      select channel_id, max(sent_at) as at from messages where kind = 'customer' group by 1) said
    where h.id = said.channel_id and h.is_sample`);
}

/** When the conversations of the story begin, in their order. */
export function startsOf(places: Places, now: Date): number[] {
  return talesAt(timesAt(now, places.schedule)).map((tale) => tale.lines[0]!.at.getTime());
}

/** Who wrote first has the smaller number. */
function talesAt(times: Times): Tale[] {
  const tales = [...story(times), ...aside(times), ...crowd(times), ...settled(times), ...wentPublic(times)];
  return tales.sort((a, b) => a.lines[0]!.at.getTime() - b.lines[0]!.at.getTime());
}

async function insert<T extends PgTable>(tx: Tx, table: T, rows: Array<T["$inferInsert"]>): Promise<void> {
  if (rows.length > 0) await tx.insert(table).values(rows);
}

/** What lay there for four hours has been read by everybody; what one wrote in, one has read. */
function readBy(rows: Rows, places: Places, now: Date): Array<typeof conversationReads.$inferInsert> {
  const old = new Date(now.getTime() - 4 * 3_600_000);
  const own = new Set(rows.messages.map((message) => `${message.conversationId} ${message.agentId}`));
  return Object.values(places.agents).flatMap((agentId) =>
    rows.conversations
      .filter((each) => each.lastMessageAt < old || own.has(`${each.id} ${agentId}`))
      .map((each) => ({ agentId, conversationId: each.id, readAt: now })),
  );
}
