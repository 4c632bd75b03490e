import type { Channel, Context } from "@/lib/channels/channel";
import { type FormConfig, formConfig } from "./config";
import { fieldLimits } from "./field-limits";
import { openLimits, passLimit } from "./limits";
import { parse } from "./parse";
import { newChallenge } from "./proof";
import { confirm, receive } from "./receive";
import { formSecrets } from "./secrets";

const limits = openLimits();

/**
 * The public web form. GET of its hook gives work to do (proof.ts), POST takes a submission. Answers leave by an
 * e-mail channel of the brand, since all that is known of the visitor is an address.
 */
export const form: Channel<FormConfig> = {
  kind: "form",
  icon: "clipboard-pen",
  config: formConfig,
  can: {
    reply: ["private"],
    html: true,
    subject: true,
    recipients: true,
    maxLength: null,
    counting: "characters",
    namesReaders: false,
    signature: false,
    history: false,
    attachments: { max: 20, maxBytes: 2 * fieldLimits.fileBytes },
    replyWindowHours: null,
    freeWindowHours: null,
    sentLookup: false,
    edits: false,
    deletes: false,
    search: false,
    act: [],
    singleAnswer: false,
    rating: false,
    repliesThrough: "email",
    byHand: null,
  },
  toleranceHours: 8,
  guide: ["share", "embed"],
  capsBody: true,
  webhook: (ctx, request, peer) => {
    if (request.method === "GET") return challenge(ctx, peer);
    if (request.method === "POST") return receive(ctx, request, peer, limits);
    return Promise.resolve(new Response(null, { status: 405, headers: { allow: "GET, POST" } }));
  },
  accepted: (ctx, request, items) => Promise.resolve(confirm(ctx, request, items)),
  parse,
  check: () => Promise.resolve(null),
  publicPath: (config) => `/f/${config.slug}`,
};

async function challenge(ctx: Context<FormConfig>, peer: string | null): Promise<Response> {
  const headers: Record<string, string> = { "cache-control": "no-store" };
  const wait = await passLimit(limits, "challenge", ctx.channelId, peer);
  if (wait !== null) {
    headers["retry-after"] = String(wait);
    return Response.json(
      { error: { code: "unavailable", message: "Too many requests" } },
      { status: 429, headers },
    );
  }
  return Response.json(await newChallenge(formSecrets().proof, ctx.config.slug, ctx.now()), { headers });
}
