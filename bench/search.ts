import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { listQueue } from "@/lib/conversations/list-queue";
import { search } from "@/lib/conversations/search";
import type { Sort } from "@/lib/conversations/types";
import { newId } from "@/lib/id";
import { countSavedViews } from "@/lib/views/count-views";
import { addOpenConversations } from "./grow";
import { addHistory } from "./grow-history";
import { type Place, withDatabase } from "./place";
import { median, percentile, type Size } from "./slices";
import { type Row, round } from "./table";

/** Looking through everything that was said, and narrowing the list of what is open. */
export function measureSearch(size: Size): Promise<Row[]> {
  const messages = size === "ci" ? 3_000 : size === "full" ? 3_000_000 : 100_000;
  const open = size === "ci" ? 500 : 20_000;
  const times = size === "ci" ? 2 : 25;
  return withDatabase(4, async (place) => {
    // First what is open: the history is written without the index, which then takes in both at once.
    await addOpenConversations(place, open);
    await addHistory(place, messages);
    await dressOpen(place);
    return [
      ...(await words(place, messages, times)),
      await withinTransaction(place),
      ...(await filters(place, open, times)),
    ];
  });
}

type Bare = "words" | "names";

const asked: Array<[what: string, bare: Bare, mostMs: number, text: string[]]> = [
  ["a word of every 20th message", "words", 100, ["remboursement", "livraison", "cocotte"]],
  ["two such words together", "words", 100, ["remboursement livraison"]],
  ["words in their order", "words", 100, ['"remboursement livraison"']],
  ["a word of three messages", "words", 20, ["unobtainium"]],
  ["a word of no message", "words", 20, ["zzyzx"]],
  ["the beginning of a frequent word", "words", 100, ["rembours", "livrai"]],
  ["a misspelt word", "words", 100, ["remboursemnet", "livraisson"]],
  ["a customer's name", "names", 100, ["Odile Aubry", "Marek Nowak"]],
  ["a misspelt name", "names", 100, ["Odil Aubri", "Marec Novak"]],
  ["a whole address", "names", 20, []],
];

async function words(place: Place, messages: number, times: number): Promise<Row[]> {
  const rows: Row[] = [];
  const some = await db.execute<{ address: string }>(sql`
    select value as address from identities where value like '%@courriel.example' order by created_at desc, id limit 3`);
  const addresses = some.rows.map(({ address }) => address);
  for (const [what, bare, mostMs, given] of asked) {
    const texts = given.length > 0 ? given : addresses;
    let found = 0;
    const taken = await alternate(
      times,
      async (n) => {
        const { items } = await search(place.admin, { text: texts[n % texts.length]!, limit: 50 });
        found = Math.max(found, items.length);
      },
      (n) => plain[bare](texts[n % texts.length]!),
    );
    rows.push({
      path: `search over ${messages} messages: ${what}, p95`,
      ratio: percentile(taken.product, 0.95),
      unit: "ms",
      goal: { atMost: mostMs },
      detail: `${found} on the page, with snippets and rows; ${against(taken, "the plain statement")}`,
    });
  }
  return rows;
}

/** What one would write first: the index and an order by time; of names, a part of them. */
const plain: Record<Bare, (text: string) => Promise<unknown>> = {
  words: (text) =>
    db.execute(sql`
      select c.id, max(m.sent_at) as at from messages m join conversations c on c.id = m.conversation_id
      where search_vector(m.subject, m.author_name, m.author_address, m.text) @@ websearch_to_tsquery('public.avant', ${text})
      group by c.id order by at desc limit 50`),
  names: (text) =>
    db.execute(sql`
      select c.id from customers k join conversations c on c.customer_id = k.id
      where search_fold(k.name) like '%' || search_fold(${text}) || '%' order by c.last_message_at desc limit 50`),
};

type Taken = { product: number[]; bare: number[] };

/** The two by turns, `times` each after two rounds to warm up; milliseconds. */
async function alternate(
  times: number,
  product: (n: number) => Promise<unknown>,
  bare: (n: number) => Promise<unknown>,
): Promise<Taken> {
  const taken: Taken = { product: [], bare: [] };
  for (let n = 0; n < times + 2; n++) {
    const start = performance.now();
    await product(n);
    const between = performance.now();
    await bare(n);
    if (n < 2) continue;
    taken.product.push(between - start);
    taken.bare.push(performance.now() - between);
  }
  return taken;
}

function against({ product, bare }: Taken, what: string): string {
  const [one, two] = [median(product), median(bare)];
  return `median ${round(one)} ms, ${round(one / two)} × ${what} (${round(two)} ms)`;
}

class Undone extends Error {}

/** Stores a message and looks for it before anything is committed. */
async function withinTransaction(place: Place): Promise<Row> {
  let ms = Number.NaN;
  await db
    .transaction(async (tx) => {
      await tx.execute(sql`
        insert into messages (conversation_id, id, kind, channel_id, author_name, text, sent_at)
        select id, uuidv7(), 'customer', channel_id, 'Odile Aubry', 'Où est mon quincaillon ?', now() from conversations limit 1`);
      const start = performance.now();
      const { items } = await search(place.admin, { text: "quincaillon", limit: 50 }, tx);
      if (items.length === 1) ms = performance.now() - start;
      throw new Undone();
    })
    .catch((error) => {
      if (!(error instanceof Undone)) throw error;
    });
  return {
    path: "found in the transaction that stored it",
    ratio: ms,
    unit: "ms",
    goal: { atMost: 100 },
    detail: "a message with a word that was never written before; the first time such a statement runs",
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
  const all: Taken = { product: [], bare: [] };
  for (const q of narrowed) {
    for (const sort of ["left", "longest"] as const satisfies Sort[]) {
      const taken = await alternate(
        times,
        () => listQueue(place.admin, { view: "queue", sort, q, cursor: null, limit: 50 }),
        barePage,
      );
      const ms = percentile(taken.product, 0.95);
      all.product.push(...taken.product);
      all.bare.push(...taken.bare);
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
      path: `any sort or filter of ${open} open, p95 of the slowest of ${narrowed.length * 2}`,
      ratio: worst.ms,
      unit: "ms",
      goal: { atMost: 25 },
      detail: `${worst.what}; of all ${against(all, "50 unfiltered rows by plain SQL")}`,
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

/** The first page of everything, by an index, with the columns of a row. */
function barePage(): Promise<unknown> {
  return db.execute(sql`
    select c.*, k.name from (select conversation_id from queue where status = 'open'
      order by pin, due_at, since_at, conversation_id limit 51) q
    join conversations c on c.id = q.conversation_id join customers k on k.id = c.customer_id`);
}

/** Tags, people, answers and colours for what is open, and a view for each filter. */
async function dressOpen(place: Place): Promise<void> {
  await db.execute(
    sql`insert into tags (id, name) values (gen_random_uuid(), 'refund'), (gen_random_uuid(), 'vip') on conflict do nothing`,
  );
  await db.execute(sql`
    insert into conversation_tags (conversation_id, tag_id)
    select q.conversation_id, t.id from (select conversation_id, random() as die from queue) q
    join tags t on t.name = 'refund' and q.die < 0.3 or t.name = 'vip' and q.die > 0.99
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
