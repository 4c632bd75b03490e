import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Language } from "@/db/enums";
import { type FormConfig, formConfig } from "./form/config";
import { findChannel } from "./load";

export type PublicForm = {
  channelId: string;
  brandId: string;
  brand: { name: string; letter: string; color: string; colorDark: string; language: Language };
  config: FormConfig;
  /** 9 of 10 are answered within so many opening hours; null until enough answers are known. */
  hours: number | null;
};

/** The form behind a public address, for anybody; null when there is none, or it is paused. */
export async function findForm(slug: string): Promise<PublicForm | null> {
  const row = await findChannel("form", slug);
  if (!row || row.pausedAt !== null || row.address?.toLowerCase() !== slug.toLowerCase()) return null;
  const config = formConfig.safeParse(row.whole);
  const brand = await db.execute<PublicForm["brand"]>(sql`
    select name, letter, color, color_dark as "colorDark", language from brands where id = ${row.brandId}`);
  return config.success && brand.rows[0]
    ? { channelId: row.id, brandId: row.brandId, brand: brand.rows[0], config: config.data, hours: null }
    : null;
}
