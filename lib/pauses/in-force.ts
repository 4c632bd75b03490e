import { sql } from "drizzle-orm";
import { type Db, db, type Tx } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { iso, isoText } from "@/lib/conversations/load-rows";

/** A pause `p` that holds now, as SQL. */
const holdsSql = sql.raw("p.ended_at is null and p.until > now()");

/**
 * Does everything automatic stand still? Whatever leaves without a person having just said so asks this first: replies
 * at their hour, acknowledgements, outreach, questions about satisfaction.
 */
export async function isPaused(on: Tx | Db): Promise<boolean> {
  const found = await on.execute(sql`select 1 from pauses p where ${holdsSql}`);
  return found.rows.length > 0;
}

export type PauseView = {
  id: string;
  since: string;
  until: string;
  because: string | null;
  by: { id: string; name: string } | null;
  /** Replies whose hour lies before its end, and those of them that are mine. */
  held: { all: number; mine: number };
};

/** The pause in force; null while everything goes its way. */
export async function pauseNow(actor: Actor): Promise<PauseView | null> {
  authorize(actor, "queue.read");
  const found = await db.execute<PauseView>(sql`
    select p.id, p.since, p.until, p.because,
      case when a.id is not null then json_build_object('id', a.id, 'name', a.name) end as by,
      (select json_build_object('all', count(*), 'mine', count(*) filter (where h.author_id = ${actor.id}))
        from held_replies h where h.state = 'scheduled' and h.send_at < p.until) as held
    from pauses p left join agents a on a.id = p.by where ${holdsSql}`);
  const pause = found.rows[0];
  return pause ? { ...pause, since: isoText(pause.since), until: isoText(pause.until) } : null;
}

export type PastPause = Omit<PauseView, "held"> & { endedAt: string | null };

/** The last pauses, the newest first. */
export async function listPauses(actor: Actor): Promise<PastPause[]> {
  authorize(actor, "pause.set");
  const found = await db.execute<PastPause>(sql`
    select p.id, p.since, p.until, p.because, p.ended_at as "endedAt",
      case when a.id is not null then json_build_object('id', a.id, 'name', a.name) end as by
    from pauses p left join agents a on a.id = p.by order by p.since desc limit 20`);
  return found.rows.map((row) => ({
    ...row,
    since: isoText(row.since),
    until: isoText(row.until),
    endedAt: iso(row.endedAt),
  }));
}
