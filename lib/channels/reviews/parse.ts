import { z } from "zod";
import type { Incoming, Rating, RawItem } from "@/lib/channels/channel";
import { cleanLine, cleanText } from "@/lib/text/clean";
import { parseExact } from "@/lib/text/exact-json";
import { absolute } from "@/lib/text/web-text";
import { answerId } from "./answer-id";
import type { Config } from "./config";
import { type Review, review } from "./review";

const shape = z.object({
  part: z.enum(["review", "edit", "delete", "answer"]).catch("review"),
  seenAt: z.iso.datetime().nullable().catch(null),
});

/** Reads one review, a later version of one, what we answered on the site, or that its author has deleted it. */
export function parse(raw: RawItem, config: Config): Incoming[] {
  const { part, seenAt } = shape.parse(raw.meta);
  const read = review.parse(parseExact(new TextDecoder().decode(raw.body)));
  const externalId = cleanLine(read.id, 500);
  if (externalId === "") throw new Error("a review without an id");
  const at = new Date(seenAt ?? 0);
  const rating = ratingOf(read, config);
  if (part === "delete") return [{ kind: "delete", externalId, deletedAt: at }];
  if (part === "edit") {
    const editedAt = dateOf(read.updated) ?? at;
    return [
      {
        kind: "edit",
        externalId,
        text: textOf(read, rating),
        html: null,
        editedAt,
        ...(rating ? { rating } : {}),
      },
    ];
  }
  if (part === "answer") return ourAnswer(read, externalId, at);
  const name = cleanLine(read.author ?? "", 200);
  const source = config.source.toLowerCase();
  const orderNumber = cleanLine(read.order ?? "", 100) || null;
  return [
    {
      kind: "message",
      externalId,
      inReplyTo: [],
      token: null,
      threadKey: `review:${externalId}`,
      author: {
        name: name || null,
        // Two of one name may be two people; a name on a review site proves nothing.
        identities: [
          {
            kind: "handle",
            value: `${source}/${externalId}`.slice(0, 500),
            display: cleanLine(`${name || "?"} (${config.source})`, 300),
            evidence: "claimed",
          },
        ],
        avatarUrl: null,
        profileUrl: null,
        facts: orderNumber === null ? {} : { orderNumber },
      },
      public: true,
      sentAt: dateOf(read.date),
      subject: cleanLine(read.title ?? "", 300) || null,
      text: textOf(read, rating),
      quoteAt: null,
      html: null,
      language: /^([a-z]{2})\b/i.exec(read.language ?? "")?.[1]?.toLowerCase() ?? null,
      files: [],
      remoteFiles: [],
      parent: null,
      url: absolute(read.url ?? "", null),
      recipients: { to: [], cc: [] },
      orderNumber,
      rating,
      authentication: null,
    },
  ];
}

function ourAnswer(read: Review, reviewId: string, seenAt: Date): Incoming[] {
  const text = cleanText(read.answer ?? "", 100_000).trim();
  if (text === "") throw new Error("an answer without words");
  return [
    {
      kind: "ours",
      externalId: answerId(reviewId, read.answer ?? ""),
      inReplyTo: [reviewId],
      token: null,
      threadKey: `review:${reviewId}`,
      author: { name: null, identities: [], avatarUrl: null, profileUrl: null, facts: {} },
      public: true,
      // Without its date it counts from the moment that we heard of it.
      sentAt: dateOf(read.answered) ?? seenAt,
      subject: null,
      text,
      quoteAt: null,
      html: null,
      language: null,
      files: [],
      remoteFiles: [],
      parent: null,
      url: absolute(read.url ?? "", null),
      recipients: { to: [], cc: [] },
      orderNumber: null,
      rating: null,
      authentication: null,
    },
  ];
}

/** Somebody who only gives stars says so by them. */
function textOf(read: Review, rating: Rating | null): string {
  const text = cleanText(read.text ?? "", 100_000).trim() || cleanLine(read.title ?? "", 300);
  return text || (rating ? `${rating.value}/${rating.of}` : "–");
}

export function ratingOf(read: Review, config: Config): Rating | null {
  const value = read.rating ?? Number.NaN;
  const of = read.of ?? config.stars;
  return value >= 0 && of > 0 && of <= 1000 && value <= of ? { value, of } : null;
}

export function dateOf(written: string | null | undefined): Date | null {
  const at = new Date(written ?? Number.NaN);
  return at.getTime() > 0 && at.getTime() < 4_102_444_800_000 ? at : null;
}
