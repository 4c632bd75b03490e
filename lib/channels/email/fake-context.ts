import type { Context, HealthReport, Outgoing } from "@/lib/channels/channel";
import { type EmailConfig, emailConfig } from "./config";

/** For tests: a context as core makes it, whose cursor lives in memory and whose health reports are kept. */
export function fakeContext(
  config: { [field: string]: unknown },
  mail: Partial<Context<EmailConfig>["mail"]> = {},
): Context<EmailConfig> & {
  stop(): void;
  reports: Array<HealthReport | null>;
  keep(cursor: string | null): void;
} {
  const stopped = new AbortController();
  const reports: Array<HealthReport | null> = [];
  let cursor: string | null = null;
  return {
    channelId: `channel-${Math.random()}`,
    config: emailConfig.parse({ address: "care@marmelune.example", ...config }),
    appUrl: "http://localhost:3000",
    fetch,
    signal: stopped.signal,
    now: () => new Date(),
    cursor: async () => cursor,
    saveSecrets: async () => undefined,
    expires: async () => undefined,
    claim: async (_key, value) => value,
    log: { info: () => undefined, warn: () => undefined },
    health: (report) => {
      reports.push(report);
    },
    mail: { smtpUrl: null, listenAt: null, tls: null, ...mail },
    reports,
    keep: (next) => {
      cursor = next ?? cursor;
    },
    stop: () => stopped.abort(),
  };
}

/** For tests: Salma's answer to Claire. */
export function fakeOutgoing(changes: Partial<Outgoing> = {}): Outgoing {
  return {
    messageId: "0199f2ab-7c11-7d3e-9a50-3c1f6b2e8d41",
    externalId: "<0199f2ab-7c11-7d3e-9a50-3c1f6b2e8d41@marmelune.example>",
    mode: "private",
    from: { name: "Marmelune", agentName: "Salma Idrissi" },
    to: ["claire.dumontet@gmail.example"],
    cc: [],
    bcc: [],
    subject: "Re: Remboursement",
    text: "Bonjour **Claire**,\n\nle remboursement est parti.\n\nSalma",
    answers: {
      externalId: "<CAF3x9Kk@mail.gmail.com>",
      text: "Où est mon remboursement ?\nClaire",
      author: "Claire Dumontet",
      sentAt: new Date("2026-11-16T07:12:44Z"),
      public: false,
    },
    replaces: null,
    history: [
      {
        text: "Où est mon remboursement ?\nClaire",
        author: "Claire Dumontet",
        sentAt: new Date("2026-11-16T07:12:44Z"),
      },
    ],
    zone: "Europe/Paris",
    references: ["<first@marmelune.example>", "<CAF3x9Kk@mail.gmail.com>"],
    threadKey: null,
    token: "mfrggzdfmztwq2lknnwg23tpoayaaaaaaaaaaaaaaa",
    files: [],
    automatic: false,
    language: "fr",
    ...changes,
  };
}
