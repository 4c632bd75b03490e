import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import type { Schedule } from "@/lib/clock/schedule";
import { iso, isoText } from "@/lib/conversations/load-rows";
import type { Iso } from "@/lib/conversations/types";
import { backOnDuty, dutyHours, isAway, isOnDuty, isStaff } from "./duty";

export type Availability = {
  people: Array<{
    id: string;
    name: string;
    state: "here" | "away" | "off";
    /** When they are back, as far as is known. */
    until: Iso | null;
    /** Open conversations that are theirs. */
    open: number;
    /** The limit of each of their teams with a rule. */
    caps: Array<{ teamId: string; cap: number }>;
    teamIds: string[];
  }>;
  teams: Array<{ id: string; name: string; here: number; people: number }>;
  /** Who is called now, and until when. */
  onCall: Array<{ id: string; agentId: string; name: string; until: Iso }>;
  me: { awaySince: Iso | null; awayUntil: Iso | null; giveBackAt: Iso | null };
};

type Row = Omit<Availability["people"][number], "state" | "until"> & {
  isAway: boolean;
  awaySince: string | null;
  awayUntil: string | null;
  giveBackAt: string | null;
  hours: Schedule[];
};

/** Who is here, away or off hours, with how much in hand; and who is on call. */
export async function availability(actor: Actor): Promise<Availability> {
  authorize(actor, "queue.read");
  const [people, teams, onCall] = await Promise.all([
    db.execute<Row>(sql`
      select a.id, a.name, ${isAway} as "isAway", a.away_since as "awaySince", a.away_until as "awayUntil", a.give_back_at as "giveBackAt",
        ${dutyHours} as hours, (select count(*)::int from queue q where q.assignee_id = a.id and q.status = 'open') as open,
        coalesce((select json_agg(json_build_object('teamId', t.id, 'cap', t.assignment_cap)) from team_members m join teams t on t.id = m.team_id
          where m.agent_id = a.id and t.assignment_mode <> 'off' and t.assignment_cap is not null), '[]') as caps,
        array(select m.team_id::text from team_members m where m.agent_id = a.id) as "teamIds"
      from agents a where ${isStaff} order by lower(a.name), a.id limit 1000`),
    db.execute<{ id: string; name: string }>(
      sql`select id, name from teams order by lower(name), id limit 1000`,
    ),
    db.execute<Availability["onCall"][number]>(sql`
      select distinct on (a.id) d.id, a.id as "agentId", a.name, d.ends_at as until from on_call d join agents a on a.id = d.agent_id
      where d.starts_at <= now() and d.ends_at > now() and ${isStaff} order by a.id, d.ends_at desc`),
  ]);
  const now = new Date();
  const seen = people.rows.map((row) => seenOf(row, now));
  const me = people.rows.find((row) => row.id === actor.id);
  return {
    people: seen,
    teams: teams.rows.map((team) => {
      const members = seen.filter((one) => one.teamIds.includes(team.id));
      return { ...team, people: members.length, here: members.filter((one) => one.state === "here").length };
    }),
    onCall: onCall.rows.map((row) => ({ ...row, until: isoText(row.until) })),
    me: {
      awaySince: me?.isAway ? iso(me.awaySince) : null,
      awayUntil: me?.isAway ? iso(me.awayUntil) : null,
      giveBackAt: iso(me?.giveBackAt ?? null),
    },
  };
}

function seenOf(row: Row, now: Date): Availability["people"][number] {
  const { id, name, open, caps, teamIds } = row;
  const state = row.isAway ? "away" : isOnDuty(row.hours, now) ? "here" : "off";
  const until =
    state === "away"
      ? iso(row.awayUntil)
      : state === "off"
        ? (backOnDuty(row.hours, now)?.toISOString() ?? null)
        : null;
  return { id, name, state, until, open, caps, teamIds };
}
