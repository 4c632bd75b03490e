import { z } from "zod";

const words = z.union([z.string(), z.number().transform(String)]).nullish();

/** A review as the outside gives it: only the id is needed. The same id again is a change. */
export const review = z.looseObject({
  id: z.union([z.string().trim().min(1).max(500), z.number().transform(String)]),
  rating: z.union([z.number(), z.string().transform((text) => Number(text.replace(",", ".")))]).nullish(),
  /** Stars at most, where it is not what the settings say. */
  of: z.number().nullish(),
  title: words,
  text: words,
  author: words,
  date: words,
  updated: words,
  url: words,
  language: words,
  /** The order that it is about, where the site knows it. */
  order: words,
  deleted: z.boolean().nullish(),
  /** What we answered on the site, and when. */
  answer: words,
  answered: words,
});
export type Review = z.infer<typeof review>;

/** One, a list of them, or `{reviews: […]}`; at most 1,000 at once. */
export const reviews = z.union([
  z.object({ reviews: z.array(z.unknown()).max(1000) }).transform((body) => body.reviews),
  z.array(z.unknown()).max(1000),
  z.looseObject({ id: z.unknown() }).transform((one): unknown[] => [one]),
]);
