import { z } from "zod";
import type { FieldMeta } from "@/lib/channels/channel";
import { serversOf } from "./access/provider";
import { normalAddress } from "./addresses";

/** The longest mail that is taken, in bytes; 25 MB of files and the third that base64 adds. */
export const largestMail = 35 * 1024 * 1024;

/** Zod's own check knows no letters outside ASCII; the issue is its own, so that it speaks the reader's language. */
const address = z
  .string()
  .trim()
  .check(({ value, issues }) => {
    if (normalAddress(value) !== null) return;
    issues.push({ code: "invalid_format", format: "email", input: value, continue: true });
  });

const host = z
  .string()
  .trim()
  .regex(/^[\w.:-]*$/, { error: "is not the name of a server, for example imap.marmelune.example" });

const webAddress = z
  .string()
  .trim()
  .max(2000)
  .refine((value) => value === "" || /^https?:\/\/[^\s]+$/.test(value), { error: "is no web address" });

const port = z.number().int().min(1, { error: "is not a port" }).max(65535, { error: "is not a port" });

/** `tls` from the first byte, `starttls` or not at all, `none` only inside one's own network. */
const security = z.enum(["tls", "starttls", "none"]);

/** A header field must not be broken by what somebody typed into the settings. */
const line = z.string().regex(/^[^\p{Cc}]*$/u, { error: "must be one line" });

export const emailConfig = z
  .object({
    address: address.meta(field({ field: "address", placeholder: "care@marmelune.example" })),
    /** Other addresses whose mail arrives in the same place. */
    aliases: z
      .array(address)
      .max(50)
      .default([])
      .meta(field({ field: "aliases", multiline: true })),
    displayName: line
      .max(120)
      .default("")
      .meta(field({ field: "displayName", placeholder: "Marmelune" })),
    /** How the mail servers let us in: by password, or by an access that somebody's sign-in gave (XOAUTH2). */
    access: z
      .enum(["password", "google", "microsoft", "other"])
      .default("password")
      .meta(field({ field: "access" })),
    clientId: line
      .max(500)
      .default("")
      .meta(field({ field: "clientId", advanced: true })),
    clientSecret: z
      .string()
      .max(2000)
      .default("")
      .meta(field({ field: "clientSecret", secret: true, advanced: true })),
    authorizeUrl: webAddress.default("").meta(field({ field: "authorizeUrl", advanced: true })),
    tokenUrl: webAddress.default("").meta(field({ field: "tokenUrl", advanced: true })),
    scopes: line
      .max(2000)
      .default("")
      .meta(field({ field: "scopes", advanced: true })),
    /** Access and refresh token with the access's end, as JSON. */
    tokens: z
      .string()
      .max(20_000)
      .default("")
      .meta(field({ field: "tokens", secret: true, hidden: true })),
    imapHost: host.default("").meta(field({ field: "imapHost", placeholder: "imap.marmelune.example" })),
    imapPort: port.default(993).meta(field({ field: "imapPort" })),
    imapSecurity: security.default("tls").meta(field({ field: "imapSecurity" })),
    imapUser: line
      .max(320)
      .default("")
      .meta(field({ field: "imapUser" })),
    imapPassword: z
      .string()
      .max(2000)
      .default("")
      .meta(field({ field: "imapPassword", secret: true })),
    imapFolder: line
      .max(500)
      .default("INBOX")
      .meta(field({ field: "imapFolder", advanced: true })),
    /** How many days of mail that is already there come in when the mailbox is connected. */
    imapDays: z
      .number()
      .int()
      .min(0)
      .max(3650)
      .default(14)
      .meta(field({ field: "imapDays", advanced: true })),
    /** Empty: the one that the server marks as such (RFC 6154). */
    sentFolder: line
      .max(500)
      .default("")
      .meta(field({ field: "sentFolder", advanced: true })),
    /** `auto`: unless the provider files what leaves through it by itself. */
    sentCopy: z
      .enum(["auto", "on", "off"])
      .default("auto")
      .meta(field({ field: "sentCopy", advanced: true })),
    pickUpSent: z
      .boolean()
      .default(true)
      .meta(field({ field: "pickUpSent", advanced: true })),
    smtpHost: host.default("").meta(field({ field: "smtpHost", placeholder: "smtp.marmelune.example" })),
    smtpPort: port.default(587).meta(field({ field: "smtpPort" })),
    smtpSecurity: security.default("starttls").meta(field({ field: "smtpSecurity" })),
    smtpUser: line
      .max(320)
      .default("")
      .meta(field({ field: "smtpUser" })),
    smtpPassword: z
      .string()
      .max(2000)
      .default("")
      .meta(field({ field: "smtpPassword", secret: true })),
    /** For mail handed over by POST; empty closes that door. */
    inboundToken: z
      .string()
      .max(200)
      .refine((value) => value === "" || value.length >= 20, { error: "is shorter than 20 characters" })
      .default("")
      .meta(field({ field: "inboundToken", secret: true, advanced: true })),
    mailgunKey: z
      .string()
      .max(200)
      .default("")
      .meta(field({ field: "mailgunKey", secret: true, advanced: true })),
    snsTopic: line
      .max(300)
      .default("")
      .meta(field({ field: "snsTopic", advanced: true })),
    /** Does the mailbox take care+anything@…? `auto`: yes for mail that we receive ourselves, no for IMAP. */
    plusAddressing: z
      .enum(["auto", "on", "off"])
      .default("auto")
      .meta(field({ field: "plusAddressing", advanced: true })),
    /** Name with which our own receiving server signs Authentication-Results (RFC 8601); empty trusts none. */
    authservId: line
      .max(255)
      .default("")
      .meta(field({ field: "authservId", placeholder: "mx.marmelune.example", advanced: true })),
  })
  .superRefine((config, context) => {
    if (config.imapHost !== "" && config.imapUser === "" && config.access === "password") {
      context.addIssue({ code: "custom", path: ["imapUser"], message: "is needed to open the mailbox" });
    }
  })
  .transform((config) => {
    const servers = serversOf[config.access];
    if (servers === undefined || config.imapHost !== "") return config;
    return { ...config, imapHost: servers.imapHost, smtpHost: config.smtpHost || servers.smtpHost };
  });

export type EmailConfig = z.infer<typeof emailConfig>;

/** Every address of this channel, normalised. */
export function ownAddresses(config: EmailConfig): string[] {
  const all = [config.address, ...config.aliases].map(normalAddress);
  return [...new Set(all.filter((one) => one !== null))];
}

/** True when mail may be handed over at the webhook. */
export function hasDoor(config: EmailConfig): boolean {
  return config.inboundToken !== "" || config.mailgunKey !== "" || config.snsTopic !== "";
}

/** True when a copy of what leaves has to be put into the folder of sent mail by us. */
export function filesCopies(config: EmailConfig): boolean {
  if (config.imapHost === "") return false;
  if (config.sentCopy !== "auto") return config.sentCopy === "on";
  return !/(?:^|\.)(?:gmail\.com|googlemail\.com|office365\.com|outlook\.com)$/i.test(config.smtpHost);
}

/** True when an answer to care+token@… arrives here. */
export function takesPlus(config: EmailConfig): boolean {
  if (config.plusAddressing !== "auto") return config.plusAddressing === "on";
  return config.imapHost === "";
}

function field(meta: FieldMeta): FieldMeta {
  return meta;
}
