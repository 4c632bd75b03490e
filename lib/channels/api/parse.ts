import { z } from "zod";
import type {
  Incoming,
  IncomingFile,
  IncomingIdentity,
  IncomingMessage,
  Json,
  RawItem,
  RemoteFile,
} from "@/lib/channels/channel";
import { cleanLine, cleanText, fileName } from "@/lib/text/clean";
import { parseExact } from "@/lib/text/exact-json";
import type { Config } from "./config";
import { type FedMessage, fedEdit, fedMessage } from "./item";
import { plainText } from "./plain-text";
import { readForm } from "./read-form";

const delivery = z.object({
  does: z.enum(["add", "edit", "delete"]).default("add"),
  /** The message that is edited or deleted. */
  of: z.string().default(""),
  at: z.iso.datetime().default(new Date(0).toISOString()),
});

/** Reads what was fed. It was checked at the door by the same shapes, so whatever fits none is parked for a look. */
export async function parse(raw: RawItem, config: Config): Promise<Incoming[]> {
  const { does, of, at } = delivery.parse(raw.meta);
  if (does === "delete") return [{ kind: "delete", externalId: of, deletedAt: new Date(at) }];
  if (does === "edit") return [edit(of, new Date(at), readJson(raw.body))];
  if (!/^multipart\/form-data\b/i.test(raw.contentType)) {
    return [message(fedMessage.parse(readJson(raw.body)), [], config)];
  }
  const form = await readForm(raw.body, raw.contentType);
  const files = form.files.map((file) => ({ ...file, contentId: null }));
  return [message(fedMessage.parse(parseExact(form.message)), files, config)];
}

function readJson(body: Uint8Array): unknown {
  return parseExact(new TextDecoder("utf-8", { fatal: true }).decode(body));
}

function edit(externalId: string, at: Date, json: unknown): Incoming {
  const { text, html, rating, editedAt } = fedEdit.parse(json);
  return {
    kind: "edit",
    externalId,
    text: cleanText(text, 200_000),
    html: html ? cleanText(html, 400_000) : null,
    editedAt: editedAt ? new Date(editedAt) : at,
    ...(rating ? { rating } : {}),
  };
}

function message(fed: FedMessage, files: IncomingFile[], config: Config): Incoming {
  const html = fed.html ? cleanText(fed.html, 400_000) : null;
  const written = cleanText(fed.text ?? "", 200_000).trim() || (html ? plainText(html) : "");
  const remoteFiles = (fed.attachments ?? []).map(remoteFile);
  const hasFiles = files.length + remoteFiles.length > 0;
  const whole: Omit<IncomingMessage, "kind"> = {
    externalId: fed.id,
    inReplyTo: fed.replyTo ? [fed.replyTo] : [],
    token: null,
    threadKey: fed.thread ?? null,
    author: {
      name: cleanLine(fed.author.name ?? "", 200) || cleanLine(fed.author.handle ?? "", 200) || null,
      identities: identities(fed.author, config),
      avatarUrl: fed.author.avatarUrl ?? null,
      profileUrl: fed.author.profileUrl ?? null,
      facts: facts(fed),
    },
    public: fed.public,
    sentAt: fed.sentAt ? new Date(fed.sentAt) : null,
    subject: cleanLine(fed.subject ?? "", 500) || null,
    // Stars alone are a message too.
    text: written || (hasFiles ? "" : fed.rating ? `${fed.rating.value}/${fed.rating.of}` : "…"),
    quoteAt: null,
    html,
    language: fed.language ?? null,
    files,
    remoteFiles,
    parent: fed.parent
      ? {
          externalId: fed.parent.id,
          author: cleanLine(fed.parent.author, 200),
          text: cleanText(fed.parent.text, 20_000),
          url: fed.parent.url ?? null,
        }
      : null,
    url: fed.url ?? null,
    recipients: { to: [], cc: [] },
    orderNumber: cleanLine(fed.orderNumber ?? "", 100) || null,
    rating: fed.rating ?? null,
    authentication: null,
  };
  return { ...whole, kind: fed.from === "us" ? "ours" : "message" };
}

/**
 * The handle first: replies go by the source to whom it knows. What it did not check is only claimed, and a claim never
 * stands first, where it would lead into the history of whoever it names: it makes somebody known to this source alone.
 */
function identities(author: FedMessage["author"], { source }: Config): IncomingIdentity[] {
  const checked = (name: "email" | "phone" | "customerNumber") =>
    author.verified?.includes(name) ? "authenticated" : "claimed";
  const found: IncomingIdentity[] = [];
  const handle = cleanLine(author.handle ?? "", 200);
  if (handle) {
    const value = `${source}:${handle.replace(/^@/, "").toLowerCase()}`;
    found.push({ kind: "handle", value, display: handle, evidence: "network" });
  }
  const email = cleanLine(author.email ?? "", 254);
  if (email)
    found.push({ kind: "email", value: email.toLowerCase(), display: email, evidence: checked("email") });
  const phone = numberOf(author.phone ?? "");
  if (phone)
    found.push({
      kind: "phone",
      value: phone,
      display: cleanLine(author.phone ?? "", 40),
      evidence: checked("phone"),
    });
  const number = cleanLine(author.customerNumber ?? "", 100);
  if (number)
    found.push({
      kind: "customer_number",
      value: number,
      display: number,
      evidence: checked("customerNumber"),
    });
  const sorted = [...found].sort(
    (a, b) => Number(a.evidence === "claimed") - Number(b.evidence === "claimed"),
  );
  const [first] = sorted;
  if (first?.evidence !== "claimed") return sorted;
  return [{ ...first, kind: "handle", value: `${source}:${first.kind}:${first.value}` }, ...sorted];
}

/** Digits with the plus of the international form; a national number stays national, since we know no country. */
function numberOf(phone: string): string | null {
  const digits = phone
    .replace(/\(0\)/, "")
    .replace(/[^\d+]/g, "")
    .replace(/^00/, "+")
    .replace(/(?!^)\+/g, "");
  return /^\+?\d{6,20}$/.test(digits) ? digits : null;
}

function facts({ author, orderNumber }: FedMessage): { [key: string]: Json } {
  const order = cleanLine(orderNumber ?? "", 100);
  return {
    ...(author.followers == null ? {} : { followers: author.followers }),
    ...(order ? { orderNumber: order } : {}),
  };
}

function remoteFile(file: NonNullable<FedMessage["attachments"]>[number]): RemoteFile {
  const last = new URL(file.url).pathname.split("/").pop() ?? "";
  return {
    name: fileName(file.name ?? last),
    contentType: file.contentType ?? "application/octet-stream",
    url: file.url,
    description: file.description ?? null,
  };
}
