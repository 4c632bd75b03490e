import { z } from "zod";
import { normalAddress } from "@/lib/channels/email/addresses";
import { bounceMail } from "./bounce-mail";
import { build } from "./build";
import type { Form } from "./form";
import type { Handed, Verdict } from "./handed";

const envelopeShape = z.object({ from: z.string().default(""), to: z.array(z.string()).default([]) });

/**
 * twilio.com/docs/sendgrid/for-developers/parsing-email/setting-up-the-inbound-parse-webhook: the whole mail in `email`
 * when "POST the raw, full MIME message" is on, else taken apart, with the letters of each field in `charsets`.
 */
export async function fromSendgrid(form: Form): Promise<Verdict> {
  const charsets = z
    .record(z.string(), z.string())
    .catch({})
    .parse(json(form.fields.get("charsets")));
  const field = (name: string) => decoded(form.fields.get(name) ?? "", charsets[name] ?? "utf-8");
  const { from, to } = envelopeShape.catch({ from: "", to: [] }).parse(json(field("envelope")));
  const envelope = { envelopeFrom: normalAddress(from), envelopeTo: to.slice(0, 100) };
  const raw = form.fields.get("email");
  if (raw !== undefined) return [{ source: Buffer.from(raw, "latin1"), ...envelope }];
  if (!form.fields.has("headers") && !form.fields.has("from")) return new Response(null, { status: 400 });
  const names = z
    .record(
      z.string(),
      z.looseObject({ "content-id": z.string().optional(), filename: z.string().optional() }),
    )
    .catch({})
    .parse(json(field("attachment-info")));
  const headers = field("headers")
    .replace(/\r?\n[ \t]+/g, " ")
    .split(/\r?\n/)
    .flatMap((line): Array<[string, string]> => {
      const colon = line.indexOf(":");
      return colon < 1 ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]];
    });
  const has = new Set(headers.map(([name]) => name.toLowerCase()));
  for (const name of ["from", "to", "subject"])
    if (!has.has(name) && field(name) !== "") headers.push([name, field(name)]);
  const source = await build({
    headers,
    text: field("text"),
    html: field("html"),
    files: form.files.map((file) => ({
      ...file,
      name: names[file.field]?.filename ?? file.name,
      contentId: names[file.field]?.["content-id"] ?? null,
    })),
  });
  return [{ source, ...envelope }];
}

const event = z.looseObject({
  event: z.string(),
  email: z.string().default(""),
  "smtp-id": z.string().optional(),
  reason: z.string().optional(),
  response: z.string().optional(),
});

/** The event webhook, a list; what concerns us are mails that did not arrive, by their own Message-ID. */
export function fromSendgridEvents(list: unknown[]): Verdict {
  const handed = list.slice(0, 1000).flatMap((each): Handed[] => {
    const found = event.safeParse(each).data;
    const of = found?.["smtp-id"];
    if (
      found === undefined ||
      of === undefined ||
      !/^(?:bounce|dropped|blocked|spamreport)$/.test(found.event)
    )
      return [];
    return [
      bounceMail({
        of,
        recipient: found.email,
        reason: found.reason ?? found.response ?? found.event,
        permanent: true,
      }),
    ];
  });
  return handed.length > 0 ? handed : new Response(null, { status: 200 });
}

function decoded(field: string, charset: string): string {
  const bytes = Buffer.from(field, "latin1");
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return bytes.toString("utf8");
  }
}

function json(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return null;
  }
}
