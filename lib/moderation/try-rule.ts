import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { isoText } from "@/lib/conversations/load-rows";
import type { Iso } from "@/lib/conversations/types";
import { excerpt } from "@/lib/text/excerpt";
import { factColumns, toFacts } from "./judge";
import { match } from "./match";
import { conditions } from "./rule";

/** More of the past than this is not looked at: a rule is judged by its last weeks. */
const mostMessages = 3_000;
const shownAtMost = 20;

export const ruleToTry = z.object({
  brandId: z.uuid().nullable().default(null),
  conditions,
  days: z.number().int().min(1).max(30).default(7),
});

export type RuleTried = {
  /** Messages that were looked at, the newest of those days. */
  looked: number;
  hits: number;
  /** The newest of them. */
  items: Array<{ conversationId: string; number: number; customerName: string; excerpt: string; at: Iso }>;
};

type Row = Parameters<typeof toFacts>[0] & { number: number; customerName: string; at: string };

/** What a rule would have hit, of what I may see: nothing is done. */
export async function tryRule(actor: Actor, input: z.output<typeof ruleToTry>): Promise<RuleTried> {
  authorize(actor, "rule.edit");
  const found = await db.execute<Row>(sql`
    select ${factColumns}, c.number::int as number, k.name as "customerName", m.sent_at as at
    from (select * from conversations c where c.last_message_at > now() - make_interval(days => ${input.days}) and c.merged_into_id is null
            and ${input.brandId === null ? sql`true` : sql`c.brand_id = ${input.brandId}`} and ${visible(actor, columnsOf("c"))}
          order by c.last_message_at desc limit ${mostMessages}) c
    join customers k on k.id = c.customer_id
    join messages m on m.conversation_id = c.id and m.kind = 'customer' and m.deleted_at is null
      and m.sent_at > now() - make_interval(days => ${input.days})
    order by m.sent_at desc, m.id desc limit ${mostMessages}`);
  const hits = found.rows.filter((row) => match(input.conditions, toFacts(row)));
  return {
    looked: found.rows.length,
    hits: hits.length,
    items: hits.slice(0, shownAtMost).map((row) => ({
      conversationId: row.conversationId,
      number: row.number,
      customerName: row.customerName,
      excerpt: excerpt(row.text),
      at: isoText(row.at),
    })),
  };
}
