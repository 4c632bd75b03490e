import { sql } from "drizzle-orm";
import { transact } from "@/lib/transact";

/** So much is read at once, so that no transaction is long. */
const mostMessages = 5_000;

/** A message may be committed this long after its row says that it was made. */
const lateMs = 120_000;

/**
 * Keeps the list of words that search-words.ts completes and mends typing by. Reads the messages made since the last
 * time; resolves with how many there were. One at a time, since the place up to where it has read is locked.
 */
export async function learnWords(): Promise<number> {
  let all = 0;
  for (;;) {
    const read = await transact(learnSome);
    all += read;
    if (read < mostMessages) return all;
  }
}

async function learnSome(tx: Parameters<Parameters<typeof transact>[0]>[0]): Promise<number> {
  const place = await tx.execute<{ from: string; until: string | null; read: number }>(sql`
    with place as materialized (select learned_until as at from search_learning for update),
    next as materialized (
      select m.created_at from messages m, place
      where m.created_at > place.at order by m.created_at limit ${mostMessages})
    select place.at::text as from, (select max(created_at)::text from next) as until,
      (select count(*)::int from next) as read from place`);
  const { from, until, read } = place.rows[0] ?? { from: "-infinity", until: null, read: 0 };
  if (until === null) return 0;
  // ts_stat takes a statement as text; what stands in it are two moments that the database itself has written.
  const statement = `select search_vector(subject, author_name, author_address, text) from messages
    where created_at > '${from}' and created_at <= '${until}'`;
  await tx.execute(sql`
    insert into search_words (word, seen)
    select word, ndoc from ts_stat(${statement})
    where length(word) between 3 and 40 and word ~ '[[:alpha:]]' and word !~ '[@/.:]' order by word
    on conflict (word) do update set seen = search_words.seen + excluded.seen`);
  await tx.execute(sql`
    update search_learning set learned_until = case
      when ${read} < ${mostMessages} then greatest(learned_until, least(${until}::timestamptz, now() - ${`${lateMs} ms`}::interval))
      else ${until}::timestamptz end`);
  return read;
}
