import { z } from "zod";
import { identityKinds } from "@/db/enums";
import type { IncomingMessage, RawItem } from "@/lib/channels/channel";

/** A post or message as a demo network hands it over: JSON in the ledger, like that of a real one. */
export const demoItem = z.object({
  id: z.string(),
  name: z.string(),
  identity: z.object({ kind: z.enum(identityKinds), value: z.string(), display: z.string() }),
  followers: z.number().int().nullable(),
  language: z.string(),
  public: z.boolean(),
  text: z.string(),
  sentAt: z.iso.datetime(),
  /** Id of ours that it answers. */
  inReplyTo: z.string().nullable(),
  /** The token that our message carried. */
  token: z.string().nullable(),
});

export type DemoItem = z.infer<typeof demoItem>;

export function toRaw(item: DemoItem): RawItem {
  const body = new TextEncoder().encode(JSON.stringify(item));
  return { externalId: item.id, body, contentType: "application/json", meta: {} };
}

/** Throws on anything that is not one of our items. */
export function parse(raw: RawItem): IncomingMessage[] {
  const item = demoItem.parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(raw.body)));
  return [
    {
      kind: "message",
      externalId: item.id,
      inReplyTo: item.inReplyTo === null ? [] : [item.inReplyTo],
      token: item.token,
      threadKey: null,
      author: {
        name: item.name,
        identities: [{ ...item.identity, evidence: "network" }],
        avatarUrl: null,
        profileUrl: null,
        facts: item.followers === null ? {} : { followers: item.followers },
      },
      public: item.public,
      sentAt: new Date(item.sentAt),
      subject: null,
      text: item.text,
      quoteAt: null,
      html: null,
      language: item.language,
      files: [],
      remoteFiles: [],
      parent: null,
      url: null,
      recipients: { to: [], cc: [] },
      orderNumber: null,
      rating: null,
      authentication: null,
    },
  ];
}
