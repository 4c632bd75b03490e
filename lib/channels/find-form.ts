import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Json } from "./channel";
import { type FormConfig, formConfig } from "./form/config";

export type PublicForm = {
  channelId: string;
  brand: { name: string; letter: string; color: string; colorDark: string };
  config: FormConfig;
  /** 9 of 10 get their first answer within so many business hours; null while too few answers are known. */
  hours: number | null;
};

/** The form that stands at /f/<slug>; null when there is none, or when it is paused. Seen by everybody. */
export async function findForm(slug: string): Promise<PublicForm | null> {
  const found = await db.execute<{
    channelId: string;
    config: { [key: string]: Json };
    address: string;
    name: string;
    letter: string;
    color: string;
    colorDark: string;
  }>(sql`
    select h.id as "channelId", h.config, h.address, b.name, b.letter, b.color, b.color_dark as "colorDark"
    from channels h join brands b on b.id = h.brand_id
    where h.kind = 'form' and lower(h.address) = lower(${slug}) and h.paused_at is null`);
  const row = found.rows[0];
  if (!row) return null;
  const { channelId, config, address, ...brand } = row;
  return {
    channelId,
    brand,
    config: formConfig.parse({ ...config, slug: address.toLowerCase() }),
    hours: null,
  };
}
