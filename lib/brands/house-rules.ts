import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, visibleBrand } from "@/lib/access";
import { usable } from "@/lib/saved-replies/scope";

export type HouseRules = {
  /** What the brands that I look after ask of everybody; only those that ask anything. */
  brands: Array<{ id: string; name: string; letter: string; color: string; colorDark: string; text: string }>;
  /** I have not said yet that I have read them. */
  isNew: boolean;
  /** Saved replies that show how it is done, for a first day. */
  models: Array<{ id: string; name: string; text: string }>;
  /** The last moment of my account, for a temp. */
  endsAt: string | null;
};

/** The house-rules card: for somebody new before their first answer, and whenever they ask. */
export async function readHouseRules(actor: Actor): Promise<HouseRules> {
  authorize(actor, "queue.read");
  const [rules, models, me] = await Promise.all([
    db.execute<HouseRules["brands"][number]>(sql`
      select b.id, b.name, b.letter, b.color, b.color_dark as "colorDark", b.house_rules as text from brands b
      where b.house_rules is not null and ${visibleBrand(actor, sql`b.id`)} order by lower(b.name), b.id limit 50`),
    readModels(actor),
    db.execute<{ readAt: string | null; endsAt: string | null }>(sql`
      select rules_read_at as "readAt", ends_at as "endsAt" from agents where id = ${actor.id}`),
  ]);
  const mine = me.rows[0];
  return {
    brands: rules.rows,
    models,
    isNew: rules.rows.length > 0 && mine?.readAt === null,
    endsAt: mine?.endsAt ? new Date(mine.endsAt).toISOString() : null,
  };
}

/** I have read them. */
export async function markRulesRead(actor: Actor): Promise<void> {
  authorize(actor, "profile.edit");
  await db.execute(
    sql`update agents set rules_read_at = coalesce(rules_read_at, now()) where id = ${actor.id}`,
  );
}

const mostModels = 10;

/** In my language where there is such a text, else in whichever it was written. */
async function readModels(actor: Actor): Promise<HouseRules["models"]> {
  const found = await db.execute<HouseRules["models"][number]>(sql`
    select s.id, s.name, coalesce(
      (select t ->> 'text' from jsonb_array_elements(s.texts) t where t ->> 'language' = ${actor.language} limit 1),
      s.texts -> 0 ->> 'text') as text
    from saved_replies s
    where s.is_model and s.archived_at is null and ${usable(actor)}
    order by lower(s.name), s.id limit ${mostModels}`);
  return found.rows;
}
