import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Language, languages, type Verdict } from "@/db/enums";
import { newId } from "@/lib/id";
import type { Places } from "./rows";

/**
 * What the customers of the past said of how it went, what they wrote about, and what happened meanwhile: made in a few
 * statements from the conversations that lie there, the same each time. Whoever waited long was less content, nobody was
 * asked twice in thirty days, and a fifth was not asked at all.
 */
export async function seedSatisfaction(tx: Tx, places: Places, now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const asking = sql`(${places.channels.email}::uuid, ${places.channels.form}::uuid)`;
  await tx.execute(sql`
    insert into survey_channels (channel_id, delay_minutes, set_by) select id, 120, ${places.agents.ines} from channels
    where id in ${asking} on conflict do nothing`);
  await seedReasons(tx);
  await tx.execute(sql`
    update conversations c set contact_reason_id = x.reason_id from (
      select c.id, (array_agg(r.id order by r.position))[1 + ${dice("c.id", "which")} % count(r.id)::int] as reason_id
      from conversations c join conversation_tags ct on ct.conversation_id = c.id join contact_reason_tags rt on rt.tag_id = ct.tag_id
      join contact_reasons r on r.id = rt.reason_id
      where c.is_sample and c.status = 'resolved' and c.contact_reason_id is null and ${dice("c.id", "said")} < 91 group by c.id) x
    where c.id = x.id`);
  await tx.execute(sql`
    insert into surveys (id, conversation_id, brand_id, customer_id, channel_id, team_id, agent_id, resolved_at, state, ask_after, refusal,
      decided_at, language, closes_at, verdict, comment, answered_at, is_sample)
    select gen_random_uuid(), s.id, s.brand_id, s.customer_id, s.channel_id, s.team_id, s.agent_id, s.resolved_at,
      case when s.refusal is null then 'asked' else 'refused' end, s.asked_at, s.refusal, s.asked_at, s.language,
      case when s.refusal is null then s.asked_at + interval '14 days' end, s.verdict,
      case when s.verdict is not null and ${dice("s.id", "words")} < 24 then w.words end,
      case when s.verdict is not null then s.asked_at + make_interval(mins => 20 + ${dice("s.id", "later")} * 15) end, true
    from (
      select r.*, case when r.refusal is null and ${dice("r.id", "answers")} < 31 and r.asked_at < ${at} - interval '26 hours'
        then case when ${dice("r.id", "how")} < r.content then 'satisfied'
          when ${dice("r.id", "how")} < r.content + (100 - r.content) / 2 then 'partly' else 'unsatisfied' end end as verdict
      from (
        select c.id, c.brand_id, c.customer_id, c.channel_id, c.team_id, a.agent_id, c.resolved_at, c.resolved_at + interval '2 hours' as asked_at,
          case when coalesce(k.language, b.language) = 'fr' then 'fr' else 'en' end as language,
          case when c.first_response_at - c.created_at > interval '16 hours' then 68 when c.first_response_at - c.created_at > interval '4 hours' then 80 else 89 end as content,
          case when ${dice("c.id", "asked")} < 5 then 'unanswered' when ${dice("c.id", "asked")} < 8 then 'promise_broken'
            when ${dice("c.id", "asked")} < 10 then 'unsubscribed' when ${dice("c.id", "asked")} < 11 then 'legal'
            when lag(c.resolved_at) over (partition by c.customer_id order by c.resolved_at) > c.resolved_at - interval '30 days' then 'asked_lately' end as refusal
        from conversations c join customers k on k.id = c.customer_id join brands b on b.id = c.brand_id
        cross join lateral (select m.agent_id from messages m where m.conversation_id = c.id and m.kind = 'reply' and not m.is_automatic
          order by m.sent_at desc limit 1) a
        where c.is_sample and c.status = 'resolved' and c.channel_id in ${asking} and c.resolved_at < ${at} - interval '3 hours') r) s
    left join lateral (select x.words from jsonb_to_recordset(${JSON.stringify(words())}::jsonb) as x(language text, verdict text, place int, words text)
      where x.language = s.language and x.verdict = s.verdict and x.place = ${dice("s.id", "text")} % 6) w on true
    on conflict do nothing`);
  await seedDates(tx, places, now);
}

/** 0 to 99, by the conversation and the question: the same each time, and no two questions alike. */
function dice(column: string, question: string) {
  return sql.raw(`(('x' || substr(md5(${column}::text || '${question}'), 1, 6))::bit(24)::int % 100)`);
}

async function seedReasons(tx: Tx): Promise<void> {
  const known = await tx.execute(sql`select 1 from contact_reasons limit 1`);
  if (known.rows.length > 0) return;
  for (const [position, [en, fr, below]] of themes.entries()) {
    const parentId = newId();
    await tx.execute(sql`
      insert into contact_reasons (id, names, position, is_sample) values (${parentId}, ${JSON.stringify({ en, fr })}::jsonb, ${position}, true)`);
    for (const [at, [nameEn, nameFr, tag]] of below.entries()) {
      const id = newId();
      await tx.execute(sql`
        insert into contact_reasons (id, parent_id, names, position, is_sample)
        values (${id}, ${parentId}, ${JSON.stringify({ en: nameEn, fr: nameFr })}::jsonb, ${at}, true)`);
      await tx.execute(sql`
        insert into contact_reason_tags (reason_id, tag_id) select ${id}, t.id from tags t where t.name = ${tag}`);
    }
  }
}

type Theme = [en: string, fr: string, below: Array<[en: string, fr: string, tag: string]>];

const themes: Theme[] = [
  [
    "Delivery",
    "Livraison",
    [
      ["late", "en retard", "delivery"],
      ["not announced", "pas annoncée", "delivery"],
      ["lost", "perdue", "delivery"],
      ["damaged on arrival", "abîmée à l’arrivée", "broken"],
    ],
  ],
  [
    "Product",
    "Produit",
    [
      ["before buying", "avant l’achat", "question"],
      ["care and use", "entretien et usage", "question"],
      ["defect under warranty", "défaut sous garantie", "warranty"],
      ["spare part", "pièce de rechange", "warranty"],
    ],
  ],
  [
    "Return and refund",
    "Retour et remboursement",
    [
      ["sending something back", "renvoyer un article", "return"],
      ["refund not there yet", "remboursement pas encore reçu", "return"],
    ],
  ],
  [
    "Order",
    "Commande",
    [
      ["invoice or receipt", "facture ou reçu", "invoice"],
      ["account and website", "compte et site", "website"],
    ],
  ],
];

/** Days before today; they last as long as the figures of the past show something. */
async function seedDates(tx: Tx, places: Places, now: Date): Promise<void> {
  const day = (ago: number) => new Date(now.getTime() - ago * 86_400_000).toISOString().slice(0, 10);
  for (const [kind, title, first, last] of dates)
    await tx.execute(sql`
      insert into marked_dates (id, brand_id, kind, title, first_day, last_day, created_by)
      values (${newId()}, ${places.brandId}, ${kind}, ${title}, ${day(first)}, ${day(last)}, ${places.agents.ines})`);
  const monthOf = (back: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 10);
  for (const [back, changed] of changes.entries())
    await tx.execute(sql`
      insert into month_pages (id, month, brand_id, changed, updated_by) values (${newId()}, ${monthOf(back)}, ${places.brandId}, ${changed}, ${places.agents.ines})
      on conflict do nothing`);
}

const dates = [
  ["other", "Half the team away", 205, 196],
  ["recall", "Recall of the glass kettle lid", 74, 74],
  ["launch", "New grey series", 41, 41],
  ["strike", "Parcel carriers on strike", 33, 31],
  ["sale", "Autumn sale", 17, 11],
] as const;

const changes = [
  "Replies about late parcels now name the carrier’s new date. Jules answers invoices on his own.",
  "We open at 8:30 on Mondays. The form asks for the order number, and a label for a return is sent with the first answer.",
];

function words() {
  return languages.flatMap((language) =>
    (["satisfied", "partly", "unsatisfied"] as const).flatMap((verdict) =>
      said[language][verdict].map((text, place) => ({ language, verdict, place, words: text })),
    ),
  );
}

const said: Record<Language, Record<Verdict, readonly string[]>> = {
  en: {
    satisfied: [
      "A clear answer, and sooner than I thought.",
      "Friendly, and they had really read my message.",
      "I got a label at once and nothing to pay.",
      "Somebody called me by my name and knew my order.",
      "The measures were exactly what I needed.",
      "Solved in one mail.",
    ],
    partly: [
      "Good answer, but it took two days.",
      "The first reply did not fit my question, the second did.",
      "Kind, but the parcel is still on its way.",
      "I had to send the photo twice.",
      "Fine in the end.",
      "It helped, though the page still asks for my address.",
    ],
    unsatisfied: [
      "I waited four days for one sentence.",
      "I was told to wait, and nothing came.",
      "Nobody read that I had already sent it back.",
      "The refund is still not there.",
      "The answer was about another pan.",
      "I had to ask three times.",
    ],
  },
  fr: {
    satisfied: [
      "Réponse claire, et plus vite que je ne pensais.",
      "Aimable, et mon message avait vraiment été lu.",
      "J’ai reçu l’étiquette aussitôt, rien à payer.",
      "On connaissait déjà ma commande, je n’ai rien eu à répéter.",
      "Les mesures étaient exactement ce qu’il me fallait.",
      "Réglé en un seul mail.",
    ],
    partly: [
      "Bonne réponse, mais il a fallu deux jours.",
      "La première réponse ne convenait pas, la seconde oui.",
      "Gentil, mais le colis est toujours en route.",
      "J’ai dû envoyer la photo deux fois.",
      "Bien, au bout du compte.",
      "Utile, mais le site me redemande toujours mon adresse.",
    ],
    unsatisfied: [
      "Quatre jours d’attente pour une phrase.",
      "On m’a dit d’attendre, et rien n’est venu.",
      "Personne n’a lu que je l’avais déjà renvoyé.",
      "Le remboursement n’est toujours pas là.",
      "La réponse parlait d’une autre poêle.",
      "J’ai dû demander trois fois.",
    ],
  },
};
