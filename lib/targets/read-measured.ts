import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { FactKind } from "@/db/enums";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { explain } from "@/lib/clock/explain";
import { fail } from "@/lib/errors";
import { type HoursView, hoursView } from "./named";
import { hoursFor } from "./pick";
import type { StretchView } from "./read-due";
import { rulesNow } from "./rules";

export type MeasuredView = {
  /** `closed` is a wait that ended without an answer. */
  kind: "first_response" | "next_response" | "resolution" | "closed";
  since: string;
  at: string;
  dueAt: string | null;
  isLate: boolean;
  hours: HoursView;
  counted: StretchView[];
  closed: Array<{ date: string; name: string }>;
  businessSeconds: number;
  wallSeconds: number;
  /** Of a resolution: how much of both was their turn. Its target counts the rest only. */
  theirs: { businessSeconds: number; wallSeconds: number } | null;
};

/**
 * How something was counted that is over, found by when it began, ended and was due: a resolution, an answer, or a wait
 * that was closed. Throws `not_found` where nothing was measured so.
 */
export async function readMeasured(
  actor: Actor,
  input: { conversationId: string; from: string; to: string; dueAt: string | null },
): Promise<MeasuredView> {
  authorize(actor, "conversation.read");
  const { conversationId, from, to, dueAt } = input;
  // What travels has milliseconds, what is kept has more.
  const near = (column: string, moment: string) =>
    sql`${sql.raw(column)} between ${moment}::timestamptz - interval '1 second' and ${moment}::timestamptz + interval '1 second'`;
  const found = await db.execute<{
    kind: FactKind;
    isFirst: boolean;
    isClosed: boolean;
    since: string;
    at: string;
    dueAt: string | null;
    isLate: boolean;
    theirBusiness: number | null;
    theirWall: number | null;
    brandId: string;
    teamId: string | null;
  }>(sql`
    select f.kind, f.is_first as "isFirst", f.ending is not distinct from 'closed' as "isClosed", f.from_at as since, f.to_at as at,
      f.due_at as "dueAt", f.missed is not null or f.due_at is not null and f.to_at > f.due_at as "isLate",
      f.their_business as "theirBusiness", f.their_wall as "theirWall", d.brand_id as "brandId", d.team_id as "teamId"
    from facts f join dims d on d.id = f.dim_id join conversations c on c.id = survivor_of(f.conversation_id)
    where f.conversation_id = ${conversationId} and f.kind <> 'handling' and ${near("f.from_at", from)} and ${near("f.to_at", to)}
      and ${dueAt === null ? sql`f.due_at is null` : near("f.due_at", dueAt)} and ${visible(actor, columnsOf("c"))}
    order by f.kind = 'resolution' desc, f.is_first desc limit 1`);
  const row = found.rows[0] ?? fail("not_found", "due.not_measured");
  const [since, at] = [new Date(row.since), new Date(row.at)];
  const hours = hoursFor(await rulesNow(), { ...row, at: since.getTime() });
  const { counted, closed, businessSeconds, wallSeconds } = explain(hours.hours, since, at);
  return {
    kind: kindOf(row),
    since: since.toISOString(),
    at: at.toISOString(),
    dueAt: row.dueAt === null ? null : new Date(row.dueAt).toISOString(),
    isLate: row.isLate,
    hours: await hoursView(hours, row),
    counted: counted.map((one) => ({ ...one, from: one.from.toISOString(), to: one.to.toISOString() })),
    closed,
    // Whole, as the figures have them.
    businessSeconds: Math.round(businessSeconds),
    wallSeconds: Math.round(wallSeconds),
    theirs:
      row.kind === "resolution"
        ? { businessSeconds: row.theirBusiness ?? 0, wallSeconds: row.theirWall ?? 0 }
        : null,
  };
}

function kindOf(row: { kind: FactKind; isFirst: boolean; isClosed: boolean }): MeasuredView["kind"] {
  if (row.kind === "resolution") return "resolution";
  if (row.isClosed) return "closed";
  return row.isFirst || row.kind === "response" ? "first_response" : "next_response";
}
