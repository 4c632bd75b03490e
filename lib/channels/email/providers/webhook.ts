import type { Context, Json, RawItem } from "@/lib/channels/channel";
import { normalAddress } from "@/lib/channels/email/addresses";
import { type EmailConfig, largestMail } from "@/lib/channels/email/config";
import { rawMail } from "@/lib/channels/email/raw-item";
import { isSame } from "@/lib/channels/is-same";
import { readForm } from "./form";
import { addresses, type Verdict } from "./handed";
import { fromMailgun, fromMailgunEvent } from "./mailgun";
import { fromPostmark } from "./postmark";
import { fromSendgrid, fromSendgridEvents } from "./sendgrid";
import { fromSns } from "./ses";

/**
 * Mail handed over by POST: as its raw source, or as Mailgun, SendGrid, Postmark and Amazon SES write it, told apart by
 * their shape. Mailgun signs with its key and SES by its topic's certificate; the others show the token, as bearer, as
 * password of basic authentication or as `?token=`, since they cannot do more. Nothing is kept before that.
 */
export async function receiveByPost(
  ctx: Context<EmailConfig>,
  request: Request,
  peer: string | null,
): Promise<RawItem[] | Response> {
  if (request.method !== "POST") return new Response(null, { status: 405, headers: { allow: "POST" } });
  if (Number(request.headers.get("content-length") ?? 0) > 2 * largestMail)
    return new Response(null, { status: 413 });
  const type = (request.headers.get("content-type") ?? "").toLowerCase();
  const isKnocking = hasToken(ctx.config, request);
  const isForm = /^(?:multipart\/form-data|application\/x-www-form-urlencoded)/.test(type);
  const isSns = request.headers.has("x-amz-sns-message-type");
  const mayProve = (isForm || /json/.test(type)) && ctx.config.mailgunKey !== "";
  if (!isKnocking && !mayProve && !(isSns && ctx.config.snsTopic !== "")) return refused();
  const handed = await holding(request, async (body) => {
    if (body.byteLength === 0) return new Response(null, { status: 400 });
    return understand(ctx, { body, type, isForm, isSns, isKnocking, headers: request.headers });
  });
  if (handed instanceof Response) return handed;
  const receivedAt = ctx.now().toISOString();
  return handed.map(({ source, envelopeFrom, envelopeTo }) => {
    const meta: { [key: string]: Json } = { via: "webhook", peer, envelopeFrom, envelopeTo, receivedAt };
    return rawMail(source, meta);
  });
}

type Knock = {
  body: Uint8Array;
  type: string;
  isForm: boolean;
  isSns: boolean;
  isKnocking: boolean;
  headers: Headers;
};

async function understand(ctx: Context<EmailConfig>, knock: Knock): Promise<Verdict> {
  const { body, type, isForm, isSns, isKnocking, headers } = knock;
  if (isSns) return fromSns(ctx, body);
  if (isForm) {
    const form = await readForm(body, headers.get("content-type") ?? "");
    if (form === null) return new Response(null, { status: 400 });
    if (form.fields.has("signature") && form.fields.has("timestamp")) return fromMailgun(ctx, form);
    return isKnocking ? fromSendgrid(form) : refused();
  }
  if (/json/.test(type)) {
    const found = parsed(body);
    if (found === null) return new Response(null, { status: 400 });
    const mailgun = fromMailgunEvent(ctx, found);
    if (mailgun !== null) return mailgun;
    if (!isKnocking) return refused();
    return Array.isArray(found) ? fromSendgridEvents(found) : fromPostmark(found);
  }
  if (!isKnocking) return refused();
  if (body.byteLength > largestMail) return new Response(null, { status: 413 });
  return [
    {
      source: body,
      envelopeFrom: normalAddress(headers.get("x-envelope-from") ?? ""),
      envelopeTo: addresses(headers.get("x-envelope-to") ?? ""),
    },
  ];
}

function refused(): Response {
  return new Response(null, { status: 401, headers: { "www-authenticate": "Bearer" } });
}

function hasToken(config: EmailConfig, request: Request): boolean {
  if (config.inboundToken === "") return false;
  const header = request.headers.get("authorization") ?? "";
  const bearer = /^Bearer\s+(\S{1,500})$/i.exec(header)?.[1] ?? "";
  const basic = /^Basic\s+([A-Za-z0-9+/=]{1,2000})$/i.exec(header)?.[1] ?? "";
  const password = Buffer.from(basic, "base64")
    .toString("utf8")
    .replace(/^[^:]*:/, "");
  const query = new URL(request.url).searchParams.get("token") ?? "";
  return [bearer, password, query].map((given) => isSame(given, config.inboundToken)).includes(true);
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"));
  } catch {
    return null;
  }
}

/** Base64 in JSON is a third longer than the mail in it. */
const mostBytes = 1.5 * largestMail;
/** Of all that knock at one moment: who signs is known only after the whole body was read. */
const mostHeld = 6 * mostBytes;
const held = { bytes: 0 };

/** Reads no more than a mail may weigh, whatever the header promised, and holds no more than this process can. */
async function holding(request: Request, use: (body: Uint8Array) => Promise<Verdict>): Promise<Verdict> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of request.body ?? []) {
      length += chunk.byteLength;
      held.bytes += chunk.byteLength;
      if (length > mostBytes) return new Response(null, { status: 413 });
      if (held.bytes > mostHeld) return new Response(null, { status: 503, headers: { "retry-after": "5" } });
      chunks.push(chunk);
    }
    return await use(new Uint8Array(Buffer.concat(chunks, length)));
  } finally {
    held.bytes -= length;
  }
}
