import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import type { Challenge } from "altcha-lib/types";
import type { Context } from "@/lib/channels/channel";
import { type FormConfig, formConfig } from "./config";

/** What a test visitor does that a browser would do: solve the work, post the fields. Used by tests only. */
export async function solve(challenge: Challenge): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error("not solved in time");
  return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
}

/** Marek's message of the demo, in the fields of the page. */
export const marek = {
  name: "Marek Nowak",
  email: "marek.nowak@example.org",
  subject: "Wedding on Saturday",
  orderNumber: "48377",
  phone: "",
  message: "The mixer came in two pieces and the wedding is on Saturday.\nThis is my second message.",
  danger: "no",
  lang: "en",
} as const;

export function submission(
  fields: Record<string, string>,
  files: File[] = [],
  headers: HeadersInit = {},
): Request {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const file of files) body.append("files", file);
  return new Request("http://127.0.0.1/api/hooks/form/contact", { method: "POST", body, headers });
}

/** A context with claims in memory and a clock that the test moves. */
export function visitorContext(
  config: Partial<FormConfig> = {},
): Context<FormConfig> & { clock: { now: Date } } {
  const claims = new Map<string, string>();
  const clock = { now: new Date() };
  return {
    clock,
    channelId: crypto.randomUUID(),
    config: { ...formConfig.parse({ slug: "contact" }), ...config },
    appUrl: "http://127.0.0.1",
    fetch,
    signal: new AbortController().signal,
    now: () => clock.now,
    cursor: async () => null,
    saveSecrets: async () => {},
    expires: async () => {},
    claim: async (key, value) => {
      const first = claims.get(key) ?? value;
      claims.set(key, first);
      return first;
    },
    log: { info: () => {}, warn: () => {} },
    health: () => {},
    mail: { smtpUrl: null, listenAt: null, tls: null },
  };
}
