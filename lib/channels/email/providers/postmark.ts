import { z } from "zod";
import { normalAddress } from "@/lib/channels/email/addresses";
import { bounceMail } from "./bounce-mail";
import { build } from "./build";
import type { Verdict } from "./handed";

const inbound = z.looseObject({
  From: z.string(),
  To: z.string().default(""),
  Cc: z.string().default(""),
  ReplyTo: z.string().default(""),
  OriginalRecipient: z.string().default(""),
  Subject: z.string().default(""),
  Date: z.string().default(""),
  MessageID: z.string().default(""),
  TextBody: z.string().default(""),
  HtmlBody: z.string().default(""),
  RawEmail: z.string().optional(),
  Headers: z.array(z.object({ Name: z.string(), Value: z.string() })).default([]),
  Attachments: z
    .array(
      z.looseObject({
        Name: z.string().default("file"),
        Content: z.string(),
        ContentType: z.string().default(""),
        ContentID: z.string().nullish(),
      }),
    )
    .default([]),
});

const bounce = z.looseObject({
  RecordType: z.enum(["Bounce", "SpamComplaint"]),
  Type: z.string().default(""),
  Email: z.string(),
  Description: z.string().default(""),
  Details: z.string().default(""),
  Metadata: z.record(z.string(), z.unknown()).nullish(),
  Content: z.string().default(""),
  MessageID: z.string().default(""),
});

const passing =
  /^(?:Transient|SoftBounce|AutoResponder|ChallengeVerification|OpenRelayTest|DnsError|DMARCPolicy)$/;

/** postmarkapp.com/developer/webhooks/inbound-webhook and …/bounce-webhook. Headers lack what has a field of its own. */
export async function fromPostmark(found: unknown): Promise<Verdict> {
  const report = bounce.safeParse(found).data;
  if (report !== undefined) {
    const own = /^Message-ID:\s*(<[^<>\s]{1,900}>)/im.exec(report.Content.slice(0, 100_000))?.[1];
    const reason = report.Details || report.Description || report.Type;
    const permanent = !passing.test(report.Type);
    return [bounceMail({ of: own ?? report.MessageID, recipient: report.Email, reason, permanent })];
  }
  const mail = inbound.safeParse(found).data;
  if (mail === undefined) {
    const isOther = z.looseObject({ RecordType: z.string() }).safeParse(found).success;
    return new Response(null, { status: isOther ? 200 : 400 });
  }
  const envelope = {
    envelopeFrom: null,
    envelopeTo: [mail.OriginalRecipient].filter((one) => normalAddress(one) !== null),
  };
  if (mail.RawEmail) return [{ source: Buffer.from(mail.RawEmail, "utf8"), ...envelope }];
  const given = new Set(mail.Headers.map(({ Name }) => Name.toLowerCase()));
  const headers = [
    ["From", mail.From],
    ["To", mail.To],
    ["Cc", mail.Cc],
    ["Reply-To", mail.ReplyTo],
    ["Subject", mail.Subject],
    ["Date", mail.Date],
    ["Message-ID", mail.MessageID === "" ? "" : `<${mail.MessageID}@inbound.postmarkapp.com>`],
  ].flatMap(
    ([name = "", value = ""]): Array<[string, string]> =>
      value === "" || given.has(name.toLowerCase()) ? [] : [[name, value]],
  );
  const source = await build({
    headers: [...headers, ...mail.Headers.map(({ Name, Value }): [string, string] => [Name, Value])],
    text: mail.TextBody,
    html: mail.HtmlBody,
    files: mail.Attachments.map((file) => ({
      name: file.Name,
      contentType: file.ContentType.split(";")[0]?.trim() ?? "",
      bytes: Buffer.from(file.Content, "base64"),
      contentId: file.ContentID || null,
    })),
  });
  return [{ source, ...envelope }];
}
