import { type SQL, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { type Role, roles } from "@/db/enums";
import { type Actor, authorize, seesAll } from "@/lib/access";
import { fail } from "@/lib/errors";
import { actorOf, recordEvent } from "@/lib/events";
import { transact } from "@/lib/transact";
import { checkAmount } from "./check-amount";
import { limitFor, usualLimit } from "./limit";

export type Limits = {
  currency: string;
  /** By role; null is without limit. `usualMinor` is what ships, which holds where `isSet` is false. */
  roles: Array<{ role: Role; amountMinor: number | null; usualMinor: number | null; isSet: boolean }>;
  people: Array<{ agentId: string; name: string; role: Role; amountMinor: number }>;
  /** The most that I may allow others; null without limit. */
  mostMinor: number | null;
};

/** Who may give how much without asking, in one currency. */
export async function listLimits(actor: Actor, input: { currency: string }): Promise<Limits> {
  authorize(actor, "gesture.limit");
  const set = await db.execute<{
    role: Role | null;
    agentId: string | null;
    name: string | null;
    agentRole: Role | null;
    amountMinor: number;
  }>(sql`
    select l.role, l.agent_id as "agentId", a.name, a.role as "agentRole", l.amount_minor as "amountMinor"
    from gesture_limits l left join agents a on a.id = l.agent_id
    where l.currency = ${input.currency} and (a.id is null or a.deactivated_at is null) order by a.name, l.id`);
  return {
    currency: input.currency,
    roles: roles
      .filter((role) => role !== "observer")
      .map((role) => {
        const own = set.rows.find((row) => row.role === role);
        const usualMinor = usualLimit(role, input.currency);
        return {
          role,
          amountMinor: own ? own.amountMinor : usualMinor,
          usualMinor,
          isSet: own !== undefined,
        };
      }),
    people: set.rows.flatMap(({ agentId, name, agentRole, amountMinor }) =>
      agentId && name && agentRole ? [{ agentId, name, role: agentRole, amountMinor }] : [],
    ),
    mostMinor: await db.transaction((tx) => limitFor(tx, { agentId: actor.id, currency: input.currency })),
  };
}

export type Whose = { role: Role } | { agentId: string };

/**
 * Sets, or with null takes away, how much a role or one person may give. Nobody changes their own, or allows others more
 * than they may give themselves; administrators have no limit to set.
 */
export async function setLimit(
  actor: Actor,
  input: { whose: Whose; currency: string; amountMinor: number | null },
): Promise<void> {
  authorize(actor, "gesture.limit");
  const { whose, currency, amountMinor } = input;
  checkAmount(amountMinor ?? 0, currency);
  await transact(async (tx) => {
    const role = "role" in whose ? whose.role : await roleOf(tx, whose.agentId);
    const isOwn = "agentId" in whose ? whose.agentId === actor.id : role === actor.role && !seesAll(actor);
    if (isOwn) fail("forbidden", "gesture.own_limit");
    if (role === "admin" || role === "owner") fail("invalid", "gesture.no_limit");
    const most = await limitFor(tx, { agentId: actor.id, currency });
    if (most !== null && amountMinor !== null && amountMinor > most)
      fail("forbidden", "gesture.more_than_own");
    const mine: SQL = "role" in whose ? sql`role = ${whose.role}` : sql`agent_id = ${whose.agentId}`;
    // Two who set the same one at once: the later stands.
    await tx.execute(sql`lock table gesture_limits in share row exclusive mode`);
    const before = await tx.execute<{ amountMinor: number }>(sql`
      delete from gesture_limits where currency = ${currency} and ${mine} returning amount_minor as "amountMinor"`);
    const usual = "role" in whose ? usualLimit(whose.role, currency) : null;
    if (amountMinor !== null)
      await tx.execute(sql`
        insert into gesture_limits (role, agent_id, amount_minor, currency)
        values (${"role" in whose ? whose.role : null}, ${"agentId" in whose ? whose.agentId : null}, ${amountMinor}, ${currency})`);
    await recordEvent(tx, {
      type: "organisation.changed",
      actor: actorOf(actor),
      // What holds for a role that nothing is set for is what ships; a person's is then their role's.
      before: { amountMinor: before.rows[0]?.amountMinor ?? usual },
      after: {
        gestureLimit: "role" in whose ? whose.role : whose.agentId,
        amountMinor: amountMinor ?? usual,
        currency,
      },
      occurredAt: new Date(),
    });
  });
}

async function roleOf(tx: Tx, agentId: string): Promise<Role> {
  const found = await tx.execute<{ role: Role }>(
    sql`select role from agents where id = ${agentId} and deactivated_at is null`,
  );
  return found.rows[0]?.role ?? fail("not_found", "not_found");
}
