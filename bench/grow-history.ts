import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Place } from "./place";

/**
 * Three years of settled conversations, three messages each, by plain SQL, with words as people use them: some in every
 * 20th message, most seldom, a few once or twice. The index is built afterwards, which is what takes time.
 */
export async function addHistory(place: Place, messages: number): Promise<void> {
  const channelId = place.channels.get("care@marmelune.example")!;
  await db.execute(sql`drop index messages_search`);
  await db.execute(sql`
    create temporary table bench_words as
    select n, case when n <= ${frequent.length} then (${sql.param(frequent)}::text[])[n] else substr(translate(md5(n::text), '0123456789', 'aeiourstln'), 1, 4 + n % 6) end as word
    from generate_series(1, 20000) n`);
  await db.execute(
    sql`create table bench_dictionary as select array_agg(word order by n) as words from bench_words`,
  );
  const step = 30_000;
  for (let at = 0; at < messages; at += step) {
    const many = Math.min(step, messages - at) / 3;
    await db.execute(sql`
      with n as materialized (
        select g, gen_random_uuid() as customer_id, uuidv7() as id,
          now() - make_interval(secs => (3 * 31536000.0 * (1 - (${at} / 3 + g)::float / ${messages / 3}))) as at,
          (${sql.param(firsts)}::text[])[1 + (random() * ${firsts.length - 1})::int] as first,
          (${sql.param(lasts)}::text[])[1 + (random() * ${lasts.length - 1})::int] as last
        from generate_series(1, ${Math.floor(many)}) g
      ), k as (
        insert into customers (id, brand_id, name, language) select customer_id, ${place.brandId}, first || ' ' || last, 'fr' from n
      ), i as (
        insert into identities (id, customer_id, brand_id, kind, value, display, evidence)
        select gen_random_uuid(), customer_id, ${place.brandId}, 'email', v.address, v.address, 'claimed' from n
        cross join lateral (select lower(first || '.' || last) || '.' || (${at} / 3 + g) || '@courriel.example' as address) v
      ), c as (
        insert into conversations (id, brand_id, customer_id, channel_id, subject, status, cycle_started_at, resolved_at,
          first_response_at, last_message_at, excerpt, message_count, created_at)
        select id, ${place.brandId}, customer_id, ${channelId}, 'Question ' || g, 'resolved', at, at + interval '2 days',
          at + interval '1 hour', at + interval '2 hours', 'Bonjour', 3, at from n
      )
      insert into messages (conversation_id, id, kind, channel_id, author_name, author_address, agent_id, text, sent_at)
      select n.id, uuidv7(), case when m = 2 then 'reply' else 'customer' end, ${channelId},
        case when m = 2 then null else n.first || ' ' || n.last end, null, case when m = 2 then ${place.admin.id}::uuid end,
        said.text, n.at + make_interval(hours => m - 1)
      from n cross join generate_series(1, 3) m cross join lateral (
        select string_agg(d.words[case when random() < 0.13 then 1 + (random() * ${frequent.length - 1})::int
          else ${frequent.length + 1} + (power(random(), 3) * 19970)::int end], ' ') as text
        from bench_dictionary d, generate_series(1, 40 + (n.g + m) % 1) w) said`);
  }
  await db.execute(sql`
    update messages set text = text || ' unobtainium' where (conversation_id, id) in (select conversation_id, id from messages limit 3)`);
  await db.execute(
    sql`create index messages_search on messages using gin (search_week(sent_at), search_vector(subject, author_name, author_address, text))`,
  );
  await db.execute(sql`drop table bench_dictionary`);
  for (const table of ["customers", "identities", "conversations", "messages"])
    await db.execute(sql`analyze ${sql.identifier(table)}`);
}

// Each of a hundred stands in about every 20th message.
const frequent = [
  ...[
    "remboursement",
    "livraison",
    "cocotte",
    "commande",
    "bonjour",
    "colis",
    "couvercle",
    "facture",
    "retour",
    "merci",
  ],
  ...Array.from(
    { length: 90 },
    (_, n) => `mot${String.fromCharCode(97 + (n % 26), 97 + Math.floor(n / 26))}el`,
  ),
];

const firsts = [
  ...[
    "Odile",
    "Marek",
    "Claire",
    "Ben",
    "Giulia",
    "Henrik",
    "Nora",
    "Paul",
    "Lucie",
    "Yanis",
    "Élodie",
    "Sylvie",
    "Thomas",
  ],
  ...[
    "Farid",
    "Wim",
    "Isabelle",
    "Hugo",
    "Perrine",
    "Hilde",
    "Bram",
    "Camille",
    "Nick",
    "Sarah",
    "Pieter",
    "Nathalie",
  ],
];
const lasts = [
  ...[
    "Aubry",
    "Nowak",
    "Dumontet",
    "Okafor",
    "Conti",
    "Sørensen",
    "Lindqvist",
    "Rey",
    "Ferrand",
    "Haddad",
    "Claes",
    "Beck",
  ],
  ...Array.from(
    { length: 400 },
    (_, n) =>
      `${["Gar", "Ther", "Bou", "Lam", "Mar", "Wou", "Jan", "Kni"][n % 8]}${["nier", "venet", "chard", "bert", "tens", "ters", "ssens", "ghtly"][Math.floor(n / 8) % 8]}${["", "o", "a", "in", "eau", "ix", "et"][Math.floor(n / 64) % 7]}`,
  ),
];
