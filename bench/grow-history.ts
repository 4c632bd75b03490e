import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Place } from "./place";

/**
 * Three years of settled conversations, three messages each, with words as people use them: a hundred of them in every
 * 20th message, most seldom, a few once or twice. The index is built afterwards, and the list of words is filled from
 * what was written here, since reading everything again would take as long as the rest. Texts are made here and not by
 * the database, which would unpack a list of 20,000 words anew for each one that it picks: five minutes for 3,000.
 */
export async function addHistory(place: Place, messages: number): Promise<void> {
  const channelId = place.channels.get("care@marmelune.example")!;
  const many = Math.floor(messages / 3);
  const random = dice(7);
  const said = makeWords();
  const seen = new Map<string, number>();
  const years = 3 * 31_536_000_000;
  const now = Date.now();
  await db.execute(sql`drop index messages_search`);
  for (let at = 0; at < many; at += 10_000) {
    const people = Array.from({ length: Math.min(10_000, many - at) }, (_, n) => {
      const [first, last] = [pick(firsts, random), pick(lasts, random)];
      return {
        name: `${first} ${last}`,
        address: `${first}.${last}.${at + n}@courriel.example`.toLowerCase(),
        at: new Date(now - years * (1 - (at + n) / many)).toISOString(),
        texts: [0, 1, 2].map(
          (m) => speak(said, random, seen) + (at === 0 && n + m === 2 ? " unobtainium" : ""),
        ),
      };
    });
    await db.execute(sql`
      with n as materialized (
        select gen_random_uuid() as customer_id, uuidv7() as id, p.*
        from unnest(${sql.param(people.map((one) => one.name))}::text[], ${sql.param(people.map((one) => one.address))}::text[],
          ${sql.param(people.map((one) => one.at))}::timestamptz[], ${sql.param(people.map((one) => one.texts[0]))}::text[],
          ${sql.param(people.map((one) => one.texts[1]))}::text[], ${sql.param(people.map((one) => one.texts[2]))}::text[])
          p(name, address, at, one, two, three)
      ), k as (
        insert into customers (id, brand_id, name, language) select customer_id, ${place.brandId}, name, 'fr' from n
      ), i as (
        insert into identities (id, customer_id, brand_id, kind, value, display, evidence)
        select gen_random_uuid(), customer_id, ${place.brandId}, 'email', address, address, 'claimed' from n
      ), c as (
        insert into conversations (id, brand_id, customer_id, channel_id, subject, status, cycle_started_at, resolved_at,
          first_response_at, last_message_at, excerpt, message_count, created_at)
        select id, ${place.brandId}, customer_id, ${channelId}, 'Question', 'resolved', at, at + interval '2 days',
          at + interval '1 hour', at + interval '2 hours', 'Bonjour', 3, at from n
      )
      insert into messages (conversation_id, id, kind, channel_id, author_name, agent_id, text, sent_at)
      select n.id, uuidv7(), case when m = 2 then 'reply' else 'customer' end, ${channelId},
        case when m = 2 then null else n.name end, case when m = 2 then ${place.admin.id}::uuid end,
        case m when 1 then n.one when 2 then n.two else n.three end, n.at + make_interval(hours => m - 1)
      from n cross join generate_series(1, 3) m`);
  }
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local maintenance_work_mem = '512MB'`);
    await tx.execute(sql`
      create index messages_search on messages using gin (search_week(sent_at), search_vector(subject, author_name, author_address, text))
      with (gin_pending_list_limit = 256)`);
  });
  const known = [...seen].sort(([a], [b]) => (a < b ? -1 : 1));
  await db.execute(sql`
    insert into search_words (word, seen)
    select * from unnest(${sql.param(known.map(([word]) => word))}::text[], ${sql.param(known.map(([, n]) => n))}::int[])
    on conflict (word) do update set seen = search_words.seen + excluded.seen`);
  await db.execute(sql`update search_learning set learned_until = (select max(created_at) from messages)`);
  for (const table of ["customers", "identities", "conversations", "messages", "search_words"])
    await db.execute(sql`analyze ${sql.identifier(table)}`);
}

/** Forty words, about one in eight of them one of the hundred. */
function speak(said: string[], random: () => number, seen: Map<string, number>): string {
  const words = Array.from({ length: 40 }, () =>
    random() < 0.13 ? pick(frequent, random) : said[Math.floor(random() ** 3 * said.length)]!,
  );
  for (const word of new Set(words)) seen.set(word, (seen.get(word) ?? 0) + 1);
  return words.join(" ");
}

/** 20,000 words that can be said, none like another by more than chance. */
function makeWords(): string[] {
  const random = dice(11);
  const words = new Set<string>();
  while (words.size < 20_000)
    words.add(
      Array.from(
        { length: 2 + Math.floor(random() * 3) },
        () => pick("bcdfglmnprstv".split(""), random) + pick(vowels, random),
      ).join(""),
    );
  return [...words];
}

const vowels = ["a", "e", "i", "o", "u", "ai", "on", "eu", "in"];

function pick<Item>(list: readonly Item[], random: () => number): Item {
  return list[Math.floor(random() * list.length)]!;
}

/** The same numbers on each run (mulberry32), between 0 and 1. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
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
