import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { z } from "zod";
import { openFromPage, sealForPage } from "./secrets";
import { type Problem, type Typed, textFields } from "./submission";

/** A refused submission, for a browser without JavaScript: drawn again with what was typed and what is wrong. */
export type Again = { typed: Typed; problems: Problem[]; token: string; at: number };

/** Proxies commonly take request lines of 8 kB. */
const longestAddress = 7500;
const againSeconds = 3600;

const text = z.string();
const again = z.object({
  typed: z.object({
    name: text,
    email: text,
    subject: text,
    orderNumber: text,
    phone: text,
    message: text,
    danger: z.enum(["yes", "no", ""]),
  }),
  problems: z.array(
    z.object({
      field: z.enum([...textFields, "files", "danger", "form"]),
      code: text,
      params: z.record(text, z.union([text, z.number()])),
    }),
  ),
  token: text,
  at: z.number(),
});

/**
 * The refusal as one word for an address: packed and encrypted, so that no proxy's log holds what people write and
 * nobody can send a link that puts words into somebody's form. Null when it does not fit.
 */
export function packAgain(refusal: Again): string | null {
  const packed = sealForPage(brotliCompressSync(JSON.stringify(refusal)).toString("base64"));
  return packed.length > longestAddress ? null : packed;
}

/** What packAgain() packed; null when it is foreign, changed, or older than an hour. */
export function unpackAgain(packed: string, now: Date): Again | null {
  const opened = openFromPage(packed);
  if (opened === null) return null;
  const json: unknown = JSON.parse(brotliDecompressSync(Buffer.from(opened, "base64")).toString("utf8"));
  const parsed = again.safeParse(json);
  if (!parsed.success || now.getTime() / 1000 - parsed.data.at > againSeconds) return null;
  return parsed.data;
}
