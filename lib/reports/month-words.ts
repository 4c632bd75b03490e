import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Verdict } from "@/db/enums";
import { uuids } from "@/db/uuids";
import { type Actor, columnsOf, visible } from "@/lib/access";
import { scopeOf } from "./scope";
import type { Slice } from "./slice";

export type Words = {
  id: string;
  text: string;
  verdict: Verdict;
  channelName: string | null;
  number: number;
};

/** What customers wrote in a month, the newest first, at most thirty: from these three are chosen. No names. */
export async function monthWords(actor: Actor, { slice }: { slice: Slice }): Promise<Words[]> {
  const scope = await scopeOf(actor, slice);
  const found = await db.execute<Words>(sql`
    select s.id, s.comment as text, s.verdict, h.name as "channelName", c.number::int as number
    from surveys s join conversations c on c.id = survivor_of(s.conversation_id) left join channels h on h.id = s.channel_id
    where s.comment is not null and s.brand_id = any(${uuids(scope.brandIds)}) and c.status <> 'spam' and ${visible(actor, columnsOf("c"))}
      and s.answered_at >= ${slice.from}::date::timestamp at time zone ${scope.zone}
      and s.answered_at < ${slice.to}::date::timestamp at time zone ${scope.zone}
    order by s.answered_at desc, s.id limit 30`);
  return found.rows;
}

/** Those that were picked and are still there, else the newest three. */
export function threeOf(all: readonly Words[], picked: readonly string[]): Words[] {
  const chosen = picked.flatMap((id) => all.find((one) => one.id === id) ?? []);
  return chosen.length > 0 ? chosen : all.slice(0, 3);
}
