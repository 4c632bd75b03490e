import { createHash, createHmac } from "node:crypto";
import { z } from "zod";
import type { Context } from "@/lib/channels/channel";
import { normalAddress } from "@/lib/channels/email/addresses";
import type { EmailConfig } from "@/lib/channels/email/config";
import { isSame } from "@/lib/channels/is-same";
import { bounceMail } from "./bounce-mail";
import { build, utf8 } from "./build";
import type { Form } from "./form";
import { addresses, type Verdict } from "./handed";

const toleranceSeconds = 300;

/**
 * documentation.mailgun.com/docs/mailgun/user-manual/receive-forward-store: routes forward a mail with `body-mime` to
 * addresses that end in "mime", taken apart elsewhere. The signature is HMAC-SHA256 over timestamp and token.
 */
export async function fromMailgun(ctx: Context<EmailConfig>, form: Form): Promise<Verdict> {
  const field = (name: string) => utf8(form.fields.get(name));
  const proof = { timestamp: field("timestamp"), token: field("token"), signature: field("signature") };
  const no = await verify(ctx, proof, digestOf(form));
  if (no !== null) return no;
  const envelope = {
    envelopeFrom: normalAddress(field("sender")),
    envelopeTo: addresses(field("recipient")),
  };
  const mime = form.fields.get("body-mime");
  if (mime !== undefined) return [{ source: Buffer.from(mime, "latin1"), ...envelope }];
  const pairs = z
    .array(z.tuple([z.string(), z.string()]))
    .catch([])
    .parse(json(field("message-headers")));
  const ids = z
    .record(z.string(), z.string())
    .catch({})
    .parse(json(field("content-id-map")));
  const source = await build({
    headers:
      pairs.length > 0
        ? pairs
        : [
            ["From", field("from")],
            ["To", field("recipient")],
            ["Subject", field("subject")],
          ],
    text: field("body-plain"),
    html: field("body-html"),
    files: form.files.map((file) => ({
      ...file,
      contentId: Object.entries(ids).find(([, name]) => name === file.field)?.[0] ?? null,
    })),
  });
  return [{ source, ...envelope }];
}

const eventShape = z.object({
  signature: z.object({ timestamp: z.string(), token: z.string(), signature: z.string() }),
  "event-data": z.looseObject({
    event: z.string(),
    severity: z.string().optional(),
    recipient: z.string().default(""),
    reason: z.string().optional(),
    message: z.looseObject({ headers: z.looseObject({ "message-id": z.string().optional() }) }).optional(),
    "delivery-status": z
      .looseObject({ message: z.string().optional(), description: z.string().optional() })
      .optional(),
  }),
});

/** Events of what was sent; null for what is none. Only what did not arrive matters here. */
export function fromMailgunEvent(ctx: Context<EmailConfig>, found: unknown): Promise<Verdict> | null {
  const event = eventShape.safeParse(found).data;
  if (event === undefined) return null;
  return (async () => {
    const no = await verify(ctx, event.signature, sha256(JSON.stringify(event["event-data"])));
    if (no !== null) return no;
    const data = event["event-data"];
    const of = data.message?.headers["message-id"];
    if (!/^(?:failed|rejected|complained)$/.test(data.event) || of === undefined)
      return new Response(null, { status: 200 });
    const status = data["delivery-status"];
    const reason = status?.message || status?.description || data.reason || data.event;
    return [bounceMail({ of, recipient: data.recipient, reason, permanent: data.severity !== "temporary" })];
  })();
}

/**
 * Null when it is Mailgun's. The signature says nothing about the content, so a token is good once, or for the same
 * content again: a caught one must not carry somebody else's mail.
 */
async function verify(
  ctx: Context<EmailConfig>,
  { timestamp, token, signature }: { timestamp: string; token: string; signature: string },
  content: string,
): Promise<Response | null> {
  const { mailgunKey } = ctx.config;
  // Digits only: where the time ends and the token begins is not signed either.
  if (mailgunKey === "" || !/^\d{9,11}$/.test(timestamp)) return new Response(null, { status: 401 });
  const expected = createHmac("sha256", mailgunKey)
    .update(timestamp + token)
    .digest("hex");
  if (!isSame(signature, expected)) return new Response(null, { status: 401 });
  const age = Math.abs(ctx.now().getTime() / 1000 - Number(timestamp));
  if (!(age <= toleranceSeconds)) return new Response(null, { status: 401 });
  const first = await ctx.claim(
    `mailgun ${ctx.channelId} ${sha256(timestamp + token)}`,
    content,
    2 * toleranceSeconds,
  );
  return first === content ? null : new Response(null, { status: 401 });
}

/** Of what a form says, whatever its boundary was. */
function digestOf({ fields, files }: Form): string {
  return sha256(
    JSON.stringify([
      [...fields],
      files.map(({ field, name, bytes }) => [field, name, bytes.toString("base64")]),
    ]),
  );
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
