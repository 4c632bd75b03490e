import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { newId } from "@/lib/id";
import { open, seal } from "@/lib/secrets";

/** What a browser gives when somebody lets it tell them (PushSubscription.toJSON of the Push API). */
export const pushSubscription = z.object({
  endpoint: z.url({ protocol: /^https?$/ }).max(2000),
  keys: z.object({
    p256dh: z.string().regex(/^[\w-]{86,88}=*$/),
    auth: z.string().regex(/^[\w-]{22,24}=*$/),
  }),
});
export type PushSubscription = z.infer<typeof pushSubscription>;

/** At most so many browsers of one person; the oldest goes. */
const most = 10;

/** This browser wants to be told from now on. Whoever used it before is told there no more. */
export async function subscribe(
  actor: Actor,
  input: PushSubscription & { userAgent: string | null },
): Promise<void> {
  authorize(actor, "profile.edit");
  const { userAgent, ...subscription } = input;
  const sealed = seal(JSON.stringify(subscription), "push");
  await db.execute(sql`
    insert into push_subscriptions (id, agent_id, endpoint_hash, sealed, user_agent)
    values (${newId()}, ${actor.id}, ${hashOf(input.endpoint)}, ${sealed}, ${userAgent?.slice(0, 300) ?? null})
    on conflict (endpoint_hash) do update set agent_id = excluded.agent_id, sealed = excluded.sealed`);
  await db.execute(sql`
    delete from push_subscriptions where agent_id = ${actor.id} and id not in (
      select id from push_subscriptions where agent_id = ${actor.id} order by created_at desc, id desc limit ${most})`);
}

/** This browser tells no more; also when it never did. */
export async function unsubscribe(actor: Actor, input: { endpoint: string }): Promise<void> {
  authorize(actor, "profile.edit");
  await db.execute(sql`
    delete from push_subscriptions where agent_id = ${actor.id} and endpoint_hash = ${hashOf(input.endpoint)}`);
}

export async function subscriptionsOf(
  agentId: string,
): Promise<Array<{ id: string; subscription: PushSubscription }>> {
  const found = await db.execute<{ id: string; sealed: string }>(
    sql`select id, sealed from push_subscriptions where agent_id = ${agentId} order by id`,
  );
  return found.rows.map(({ id, sealed }) => ({
    id,
    subscription: pushSubscription.parse(JSON.parse(open(sealed, "push"))),
  }));
}

/** The push service says that nobody is there any more. */
export async function forgetSubscription(id: string): Promise<void> {
  await db.execute(sql`delete from push_subscriptions where id = ${id}`);
}

function hashOf(endpoint: string): string {
  return createHash("sha256").update(endpoint).digest("hex");
}
