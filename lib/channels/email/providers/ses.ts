import { createVerify, X509Certificate } from "node:crypto";
import { z } from "zod";
import type { Context } from "@/lib/channels/channel";
import { normalAddress } from "@/lib/channels/email/addresses";
import type { EmailConfig } from "@/lib/channels/email/config";
import { bounceMail } from "./bounce-mail";
import type { Verdict } from "./handed";

const envelope = z.looseObject({
  Type: z.enum(["Notification", "SubscriptionConfirmation", "UnsubscribeConfirmation"]),
  MessageId: z.string(),
  TopicArn: z.string(),
  Subject: z.string().nullish(),
  Message: z.string(),
  Timestamp: z.string(),
  Token: z.string().optional(),
  SubscribeURL: z.string().optional(),
  SignatureVersion: z.enum(["1", "2"]),
  Signature: z.string(),
  SigningCertURL: z.string(),
});
type Envelope = z.infer<typeof envelope>;

/** Only Amazon's own servers of the service, never another path or port. */
const amazon = /^sns\.[a-z0-9-]{3,30}\.amazonaws\.com(?:\.cn)?$/;
const toleranceMs = 60 * 60_000;

const recipient = z.looseObject({ emailAddress: z.string(), diagnosticCode: z.string().optional() });
const mail = z.looseObject({
  messageId: z.string(),
  source: z.string().default(""),
  commonHeaders: z.looseObject({ messageId: z.string().optional() }).optional(),
  headers: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
});
const notification = z.looseObject({
  notificationType: z.string().optional(),
  eventType: z.string().optional(),
  mail: mail.optional(),
  content: z.string().optional(),
  receipt: z
    .looseObject({
      recipients: z.array(z.string()).default([]),
      action: z.looseObject({ encoding: z.string().optional() }).optional(),
    })
    .optional(),
  bounce: z.looseObject({ bounceType: z.string(), bouncedRecipients: z.array(recipient) }).optional(),
  complaint: z.looseObject({ complainedRecipients: z.array(recipient) }).optional(),
});

/**
 * Mail from Amazon SES by an SNS topic (docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html):
 * the envelope is signed with a certificate of Amazon's, the topic must be the one of the settings, and only then is
 * its subscription confirmed or its content taken.
 */
export async function fromSns(ctx: Context<EmailConfig>, body: Uint8Array): Promise<Verdict> {
  const sns = envelope.safeParse(json(Buffer.from(body).toString("utf8"))).data;
  if (sns === undefined) return new Response(null, { status: 400 });
  if (ctx.config.snsTopic === "" || sns.TopicArn !== ctx.config.snsTopic)
    return new Response(null, { status: 401 });
  const age = Math.abs(ctx.now().getTime() - Date.parse(sns.Timestamp));
  if (!(age <= toleranceMs) || !(await isSigned(ctx, sns))) return new Response(null, { status: 401 });
  if (sns.Type === "SubscriptionConfirmation") {
    if (!isAmazons(sns.SubscribeURL ?? "")) return new Response(null, { status: 400 });
    const answer = await ctx.fetch(sns.SubscribeURL ?? "", {
      redirect: "error",
      signal: AbortSignal.timeout(10_000),
    });
    await answer.body?.cancel();
    return new Response(null, { status: answer.ok ? 200 : 502 });
  }
  return sns.Type === "Notification" ? fromSes(sns.Message) : new Response(null, { status: 200 });
}

function fromSes(message: string): Verdict {
  const found = notification.safeParse(json(message)).data;
  if (found?.mail === undefined) return new Response(null, { status: 200 });
  if (found.content !== undefined) {
    const encoding = found.receipt?.action?.encoding?.toLowerCase();
    const isPlain =
      encoding === undefined
        ? /^[\w-]+:/m.test(found.content.slice(0, 2000)) && /\n/.test(found.content)
        : encoding !== "base64";
    return [
      {
        source: Buffer.from(found.content, isPlain ? "utf8" : "base64"),
        envelopeFrom: normalAddress(found.mail.source),
        envelopeTo: found.receipt?.recipients.slice(0, 100) ?? [],
      },
    ];
  }
  const own = found.mail.headers?.find(({ name }) => name.toLowerCase() === "message-id")?.value;
  const of = own ?? found.mail.commonHeaders?.messageId ?? found.mail.messageId;
  const permanent = found.bounce === undefined || found.bounce.bounceType === "Permanent";
  const people = found.bounce?.bouncedRecipients ?? found.complaint?.complainedRecipients ?? [];
  const handed = people.slice(0, 50).map((one) =>
    bounceMail({
      of,
      recipient: one.emailAddress,
      reason: one.diagnosticCode ?? found.bounce?.bounceType ?? "complaint",
      permanent,
    }),
  );
  return handed.length > 0 ? handed : new Response(null, { status: 200 });
}

/** docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html */
async function isSigned(ctx: Context<EmailConfig>, sns: Envelope): Promise<boolean> {
  if (!isAmazons(sns.SigningCertURL) || !certificatePath.test(sns.SigningCertURL)) return false;
  try {
    const answer = await ctx.fetch(sns.SigningCertURL, {
      redirect: "error",
      signal: AbortSignal.timeout(10_000),
    });
    const certificate = new X509Certificate((await answer.text()).slice(0, 20_000));
    const now = ctx.now().getTime();
    if (now < Date.parse(certificate.validFrom) || now > Date.parse(certificate.validTo)) return false;
    return createVerify(sns.SignatureVersion === "2" ? "RSA-SHA256" : "RSA-SHA1")
      .update(signedText(sns), "utf8")
      .verify(certificate.publicKey, sns.Signature, "base64");
  } catch {
    return false;
  }
}

/** The file itself: what the service answers to a question (`?…=.pem`) may hold somebody else's words. */
const certificatePath = /^https:\/\/[^/?#]+\/[\w-]{1,200}\.pem$/;

export function signedText(sns: Envelope): string {
  const names =
    sns.Type === "Notification"
      ? (["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"] as const)
      : (["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"] as const);
  return names.flatMap((name) => (sns[name] ? [`${name}\n${sns[name]}\n`] : [])).join("");
}

function isAmazons(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === "https:" && url.port === "" && url.username === "" && amazon.test(url.hostname);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
