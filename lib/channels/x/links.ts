import { z } from "zod";
import type { HandEntry, Incoming, RawItem } from "@/lib/channels/channel";
import { cleanLine, cleanText } from "@/lib/text/clean";
import { webAddress } from "./reading/reader";

const entry = z.object({
  id: z.string().min(1).max(100),
  at: z.iso.datetime(),
  who: z.string().max(200),
  url: z.string().max(2000).nullable(),
  text: z.string().max(20_000),
  language: z.string().max(20).nullable().catch(null),
  entered: z.custom<HandEntry["entered"]>((value) => typeof value === "object" && value !== null),
});

/** Whose post an address leads to, and its number; both null where it is no post of X. */
export function placeOf(url: string | null): { handle: string | null; id: string | null } {
  const found =
    /^https?:\/\/(?:www\.|mobile\.)?(?:x|twitter)\.com\/(\w{1,15})\/status(?:es)?\/(\d{1,25})/i.exec(
      url ?? "",
    );
  return { handle: found?.[1] ?? null, id: found?.[2] ?? null };
}

/** A pasted post; the same address pasted by two people is one. */
export function toRaw(given: HandEntry): RawItem {
  return {
    externalId: placeOf(given.url).id ?? `entry ${given.id}`,
    body: new TextEncoder().encode(JSON.stringify(given)),
    contentType: "application/json",
    meta: {},
  };
}

/** Reads what a colleague pasted. Throws for anything else, so that it stays visible with its source. */
export function parseLink(raw: RawItem): Incoming[] {
  const given = entry.parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(raw.body)));
  const { handle, id } = placeOf(given.url);
  const url = webAddress(given.url);
  const name = cleanLine(given.who.replace(/^@/, ""), 200) || handle;
  return [
    {
      kind: "message",
      externalId: id ?? given.id,
      inReplyTo: [],
      token: null,
      threadKey: null,
      author: {
        name,
        identities:
          handle === null
            ? []
            : [{ kind: "x", value: `@${handle.toLowerCase()}`, display: `@${handle}`, evidence: "claimed" }],
        avatarUrl: null,
        profileUrl: handle === null ? null : `https://x.com/${handle}`,
        facts: {},
      },
      public: true,
      sentAt: new Date(given.at),
      subject: null,
      text: cleanText(given.text, 20_000).trim() || (url ?? given.id),
      quoteAt: null,
      html: null,
      language: given.language,
      files: [],
      remoteFiles: [],
      parent: null,
      url,
      recipients: { to: [], cc: [] },
      orderNumber: null,
      rating: null,
      authentication: null,
      entered: given.entered,
    },
  ];
}
