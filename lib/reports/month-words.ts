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

/** What customers wrote in a month, the newest first, at most twelve with each answer: from these three are chosen. No names. */
export async function monthWords(actor: Actor, { slice }: { slice: Slice }): Promise<Words[]> {
  const scope = await scopeOf(actor, slice);
  const found = await db.execute<Words>(sql`
    select w.id, w.text, w.verdict, w."channelName", w.number from (
    select s.id, s.comment as text, s.verdict, h.name as "channelName", c.number::int as number, s.answered_at as at,
      row_number() over (partition by s.verdict order by s.answered_at desc, s.id) as place
    from surveys s join conversations c on c.id = survivor_of(s.conversation_id) left join channels h on h.id = s.channel_id
    where s.comment is not null and s.brand_id = any(${uuids(scope.brandIds)}) and c.status <> 'spam' and ${visible(actor, columnsOf("c"))}
      and s.answered_at >= ${slice.from}::date::timestamp at time zone ${scope.zone}
      and s.answered_at < ${slice.to}::date::timestamp at time zone ${scope.zone}
    ) w where w.place <= 12 order by w.at desc, w.id`);
  return found.rows;
}

/**
 * Those that were picked and are still there. Else the newest with each answer, who was not satisfied first, filled up with
 * the newest others: three pleased voices would tell of another month. Nobody's words stand there twice.
 */
export function threeOf(all: readonly Words[], picked: readonly string[]): Words[] {
  const chosen = picked.flatMap((id) => all.find((one) => one.id === id) ?? []);
  if (chosen.length > 0) return chosen;
  const three: Words[] = [];
  const add = (one: Words | undefined) => {
    if (one && three.length < 3) three.push(one);
  };
  const isNew = (one: Words) => three.every(({ text }) => fold(text) !== fold(one.text));
  for (const verdict of ["unsatisfied", "partly", "satisfied"] as const)
    add(all.find((one) => one.verdict === verdict && isNew(one)));
  for (const one of all) if (isNew(one)) add(one);
  return three;
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
