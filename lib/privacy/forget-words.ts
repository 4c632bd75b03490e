import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Scope } from "./scope";

export type Words = Array<{ word: string; said: number }>;

/** The words of a person's messages, earlier versions included, and how many of them say each. */
export async function wordsOf(tx: Tx, scope: Scope): Promise<Words> {
  const said = `(m.conversation_id = any('{${scope.conversations.join(",")}}'::uuid[]) or m.id = any('{${scope.strays.join(",")}}'::uuid[]))`;
  // ts_stat takes a statement as text; what stands in it are ids that the database itself has written.
  const statement = `select search_vector(m.subject, m.author_name, m.author_address, m.text) from messages m where ${said}
    union all select search_vector('', '', '', v.text) from message_versions v
      join messages m on m.conversation_id = v.conversation_id and m.id = v.message_id where ${said}`;
  const found = await tx.execute<{ word: string; said: number }>(
    sql`select word, ndoc as said from ts_stat(${statement}) where length(word) >= 3`,
  );
  return found.rows;
}

/**
 * Takes what only this person said out of the list of words; of the rest their share. The counts are rough, so a word that
 * few have said is looked up, after the messages were emptied.
 */
export async function forgetWords(tx: Tx, words: Words): Promise<void> {
  const list = JSON.stringify(words);
  const rare = await tx.execute<{ word: string }>(sql`
    select w.word from search_words w join jsonb_to_recordset(${list}::jsonb) as l(word text, said int) using (word)
    where w.seen <= l.said + 3`);
  for (const { word } of rare.rows)
    await tx.execute(sql`
      delete from search_words where word = ${word} and not exists (
        select 1 from messages m where search_vector(m.subject, m.author_name, m.author_address, m.text)
          @@ array_to_tsvector(array[${word}])::text::tsquery)`);
  await tx.execute(sql`
    update search_words w set seen = greatest(1, w.seen - l.said)
    from jsonb_to_recordset(${list}::jsonb) as l(word text, said int) where w.word = l.word`);
}
