import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { learnWords } from "@/lib/conversations/learn-words";
import { listQueue } from "@/lib/conversations/list-queue";
import { search } from "@/lib/conversations/search";
import type { Sort } from "@/lib/conversations/types";
import { newId } from "@/lib/id";
import { countSavedViews } from "@/lib/views/count-views";
import { addOpenConversations } from "./grow";
import { addHistory } from "./grow-history";
import { type Place, withDatabase } from "./place";
import { interleave, median, percentile, type Size } from "./slices";
import { type Row, round } from "./table";

/** Looking through everything that was said, and narrowing the list of what is open. */
export function measureSearch(size: Size): Promise<Row[]> {
  const messages = size === "ci" ? 3_000 : size === "full" ? 3_000_000 : 150_000;
  const open = size === "ci" ? 500 : 20_000;
  const times = size === "ci" ? 3 : 25;
  return withDatabase(4, async (place) => {
    await addHistory(place, messages);
    await addOpenConversations(place, open);
    await dressOpen(place);
    await learnWords();
    return [
      ...(await words(place, messages, times)),
      await againstPlain(place, messages, size),
      ...(await filters(place, open, times)),
    ];
  });
}

const asked: Array<[what: string, text: string[], mostMs: number | null]> = [
  ["a word of every 20th message", ["remboursement", "livraison", "cocotte"], 100],
  ["two such words together", ["remboursement livraison"], 100],
  ["a word of a few messages", ["unobtainium", "zzyzx"], 20],
  ["the beginning of a frequent word", ["rembours", "livrai"], 100],
  ["a misspelt word", ["remboursemnet", "livraisson"], 100],
  ["words in their order", ['"remboursement livraison"'], 100],
  ["a customer's name", ["Odile Aubry", "Marek Nowak"], 100],
  ["a misspelt name", ["Odil Aubri", "Marec Novak"], 100],
  ["an address", ["odile.aubry.7@courriel.example"], 20],
];

async function words(place: Place, messages: number, times: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [what, texts, mostMs] of asked) {
    const taken: number[] = [];
    let found = 0;
    for (let n = -2; n < times; n++) {
      const start = performance.now();
      const { items } = await search(place.admin, { text: texts[(n + 2) % texts.length]!, limit: 50 });
      if (n >= 0) taken.push(performance.now() - start);
      found = Math.max(found, items.length);
    }
    rows.push({
      path: `search over ${messages} messages: ${what}, p95`,
      ratio: percentile(taken, 0.95),
      unit: "ms",
      goal: mostMs === null ? null : { atMost: mostMs },
      detail: `median ${round(median(taken))} ms, ${found} on the page, with snippets and rows`,
    });
  }
  return rows;
}

/** The statement that one would write first: the index, ordered by time. */
async function againstPlain(place: Place, messages: number, size: Size): Promise<Row> {
  const found = await interleave(
    size === "ci" ? 1 : 7,
    async () => {
      await search(place.admin, { text: "remboursement", limit: 50 });
      return 1;
    },
    async () => {
      await db.execute(sql`
        select c.id, max(m.sent_at) as at from messages m join conversations c on c.id = m.conversation_id
        where search_vector(m.subject, m.author_name, m.author_address, m.text) @@ plainto_tsquery('public.avant', 'remboursement')
        group by c.id order by at desc limit 50`);
      return 1;
    },
  );
  return {
    path: `a frequent word over ${messages} messages, against the plain statement`,
    ratio: found.ratio,
    goal: size === "full" ? { atLeast: 2 } : null,
    detail: `${round(1000 / found.productRate)} ms with rows and snippets; plain ${round(1000 / found.bareRate)} ms without`,
  };
}

const narrowed = [
  "",
  "tag:refund",
  "-tag:refund",
  "tag:refund,vip -is:public",
  "assignee:none",
  "assignee:me risk:now",
  "is:new",
  "is:overdue",
  "risk:week",
  "before:5d",
  "after:yesterday -tag:vip",
  "channel:email is:unread",
  "has:note",
  "is:open,waiting tag:vip",
  "from:aubry",
];

async function filters(place: Place, open: number, times: number): Promise<Row[]> {
  let worst = { ms: 0, what: "" };
  const all: number[] = [];
  for (const q of narrowed) {
    for (const sort of ["due", "longest"] as const satisfies Sort[]) {
      const taken: number[] = [];
      for (let n = -2; n < times; n++) {
        const start = performance.now();
        await listQueue(place.admin, { view: "queue", sort, q, cursor: null, limit: 50 });
        if (n >= 0) taken.push(performance.now() - start);
      }
      const ms = percentile(taken, 0.95);
      all.push(ms);
      if (ms > worst.ms) worst = { ms, what: `${q || "no filter"}, ${sort}` };
    }
  }
  const counted: number[] = [];
  for (let n = 0; n < Math.min(times, 10); n++) {
    const start = performance.now();
    await countSavedViews(place.admin);
    counted.push(performance.now() - start);
  }
  return [
    {
      path: `any sort or filter of ${open} open, p95 of the slowest of ${all.length}`,
      ratio: worst.ms,
      unit: "ms",
      goal: { atMost: 25 },
      detail: `${worst.what}; median of all ${round(median(all))} ms`,
    },
    {
      path: `counts of ${narrowed.length} saved views over ${open} open`,
      ratio: median(counted),
      unit: "ms",
      goal: null,
      detail: "asked when a desk opens; then moved by what changes",
    },
  ];
}

/** Tags, people, answers and colours for what is open, and a view for each filter. */
async function dressOpen(place: Place): Promise<void> {
  await db.execute(
    sql`insert into tags (id, name) values (gen_random_uuid(), 'refund'), (gen_random_uuid(), 'vip') on conflict do nothing`,
  );
  await db.execute(sql`
    insert into conversation_tags (conversation_id, tag_id)
    select q.conversation_id, t.id from queue q join tags t on t.name = 'refund' and random() < 0.3 or t.name = 'vip' and random() < 0.01
    on conflict do nothing`);
  await db.execute(sql`
    with d as (select conversation_id, random() < 0.2 as mine, random() < 0.3 as is_public, random() < 0.4 as is_new from queue),
    c as (update conversations c set assignee_id = case when d.mine then ${place.admin.id}::uuid end, is_public = d.is_public
          from d where c.id = d.conversation_id)
    update queue q set assignee_id = case when d.mine then ${place.admin.id}::uuid end, is_public = d.is_public, is_new = d.is_new,
      last_message_at = q.since_at from d where d.conversation_id = q.conversation_id`);
  for (const query of narrowed) {
    await db.execute(
      sql`insert into views (id, name, query, owner_id) values (${newId()}, ${query || "all"}, ${query}, ${place.admin.id})`,
    );
  }
  for (const table of ["queue", "conversation_tags", "conversations"])
    await db.execute(sql`analyze ${sql.identifier(table)}`);
}
