import { z } from "zod";
import type { HandEntry, RawItem } from "./channel";

/** As it lies in the ledger. */
export const handEntry = z.object({
  id: z.string().min(1).max(100),
  at: z.iso.datetime(),
  who: z.string().max(200),
  email: z.string().max(254).nullable(),
  phone: z.string().max(40).nullable(),
  url: z.string().max(2000).nullable(),
  text: z.string().min(1).max(20_000),
  danger: z.enum(["yes", "no"]).nullable(),
  language: z.string().max(20).nullable(),
  entered: z.object({
    by: z.object({ id: z.uuid(), name: z.string().max(200) }),
    place: z.enum(["shop", "phone", "site"]),
    promised: z
      .object({
        what: z.string().max(1000),
        until: z.iso.datetime().nullable(),
        words: z.string().max(200).nullable(),
      })
      .nullable(),
  }),
});

export const entryType = "application/vnd.avant.entry+json";

/** The same entry sent twice is one item: the device that it was typed on made its id. */
export function toRaw(entry: HandEntry): RawItem {
  return {
    externalId: `entry ${entry.id}`,
    body: new TextEncoder().encode(JSON.stringify(entry)),
    contentType: entryType,
    meta: {},
  };
}
