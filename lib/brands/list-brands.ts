import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Language } from "@/db/enums";
import { type Actor, authorize, visibleBrand } from "@/lib/access";

export type BrandView = {
  id: string;
  name: string;
  letter: string;
  color: string;
  colorDark: string;
  language: Language;
  signature: string | null;
  houseRules: string | null;
  /** Our own numbers, addresses and sites, which may stand in a public reply. */
  publicContacts: string[];
  scheduleId: string | null;
  isSample: boolean;
};

/** The brands that I may look at, by name. */
export async function listBrands(actor: Actor): Promise<BrandView[]> {
  authorize(actor, "channel.read");
  const found = await db.execute<BrandView>(sql`
    select b.id, b.name, b.letter, b.color, b.color_dark as "colorDark", b.language, b.signature,
      b.house_rules as "houseRules", b.public_contacts as "publicContacts",
      b.schedule_id as "scheduleId", b.is_sample as "isSample"
    from brands b where ${visibleBrand(actor, sql`b.id`)} order by lower(b.name), b.id limit 1000`);
  return found.rows;
}
