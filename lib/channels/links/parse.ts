import type { HandEntry, Incoming, RawItem } from "@/lib/channels/channel";
import { handEntry, toRaw as toEntry } from "@/lib/channels/hand-entry";
import { cleanLine, cleanText } from "@/lib/text/clean";
import { siteOf } from "./site";

/** A pasted post; the same one pasted by two people is one item. */
export function toRaw(entry: HandEntry): RawItem {
  const site = siteOf(entry.url ?? "");
  return { ...toEntry(entry), ...(site ? { externalId: `link ${site.place}` } : {}) };
}

/** Reads what a colleague pasted. Throws for what has no address, so that it stays visible with its source. */
export function parse(raw: RawItem): Incoming[] {
  const entry = handEntry.parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(raw.body)));
  const site = siteOf(entry.url ?? "");
  if (site === null) throw new Error("a link without an address");
  const who = cleanLine(entry.who, 200);
  const handle = cleanLine(site.handle ?? who.replace(/^@/, ""), 200);
  return [
    {
      kind: "message",
      externalId: site.place.slice(0, 900),
      inReplyTo: [],
      token: null,
      threadKey: null,
      author: {
        name: who || handle || null,
        identities:
          handle === ""
            ? []
            : [
                {
                  kind: "handle",
                  value: `${site.network}:${handle.toLowerCase()}`,
                  display: site.handle === null ? who : `@${handle}`,
                  evidence: "claimed",
                },
              ],
        avatarUrl: null,
        profileUrl: null,
        facts: {},
      },
      public: true,
      sentAt: new Date(entry.at),
      subject: null,
      text: cleanText(entry.text, 20_000).trim() || "…",
      quoteAt: null,
      html: null,
      language: entry.language,
      files: [],
      remoteFiles: [],
      parent: null,
      url: entry.url,
      recipients: { to: [], cc: [] },
      orderNumber: null,
      rating: null,
      authentication: null,
      entered: entry.entered,
    },
  ];
}
