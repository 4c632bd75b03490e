import { newId } from "@/lib/id";
import { safeConnect, safeFetchWith } from "@/lib/safe-fetch";
import type { Accept, Context, HealthReport, Outgoing, RawItem } from "./channel";

/**
 * For tests of a channel: its view of the product, with a ledger in memory that keeps items by their external id as
 * core's does, one-use keys, secrets that are merged into the settings, and a clock that can be moved.
 */
export function fakeContext<Config>(config: Config, changes: Partial<Context<Config>> = {}) {
  const stop = new AbortController();
  const stored = new Map<string, RawItem>();
  const health: Array<HealthReport | null> = [];
  const claims = new Map<string, string>();
  const ledger = { cursor: null as string | null, handedOver: [] as string[], failing: 0 };
  const told = { accessEndsAt: null as Date | null };
  let ahead = 0;
  const ctx: Context<Config> = {
    channelId: newId(),
    config,
    appUrl: "http://127.0.0.1:3000",
    fetch: safeFetchWith({ allow: ["loopback"] }),
    connect: (target) => safeConnect(target, { allow: ["loopback"] }),
    signal: stop.signal,
    now: () => new Date(Date.now() + ahead),
    cursor: async () => ledger.cursor,
    saveSecrets: async (secrets) => {
      ctx.config = { ...ctx.config, ...secrets };
    },
    expires: async (at) => {
      told.accessEndsAt = at;
    },
    claim: async (key, value) => {
      const first = claims.get(key) ?? value;
      claims.set(key, first);
      return first;
    },
    log: { info: () => {}, warn: () => {} },
    health: (report) => health.push(report),
    mail: { smtpUrl: null, listenAt: null, tls: null },
    ...changes,
  };
  const accept: Accept = async (items, cursor) => {
    if (ledger.failing > 0) {
      ledger.failing--;
      throw new Error("the database is away");
    }
    const fresh = items.filter((item) => !stored.has(item.externalId));
    for (const item of fresh) stored.set(item.externalId, item);
    ledger.handedOver.push(...items.map((item) => item.externalId));
    ledger.cursor = cursor ?? ledger.cursor;
    return { accepted: fresh.length, known: items.length - fresh.length };
  };
  return {
    ctx,
    accept,
    stored,
    ledger,
    health,
    told,
    stop: () => stop.abort(),
    later: (ms: number) => {
      ahead += ms;
    },
  };
}

/** A reply of Marmelune's, everything else as core fills it in. */
export function fakeOutgoing(details: Partial<Outgoing> & Pick<Outgoing, "text">): Outgoing {
  return {
    messageId: newId(),
    externalId: "",
    mode: "public",
    from: { name: "Marmelune", agentName: "Tom Verhaegen" },
    to: [],
    cc: [],
    bcc: [],
    subject: null,
    answers: null,
    replaces: null,
    history: [],
    zone: "Europe/Paris",
    references: [],
    threadKey: null,
    token: "token",
    files: [],
    automatic: false,
    language: "en",
    ...details,
  };
}

/** The message that is answered, as core hands it to a channel. */
export function answering(
  externalId: string,
  details: Partial<NonNullable<Outgoing["answers"]>> = {},
): NonNullable<Outgoing["answers"]> {
  return { externalId, text: "", author: "", sentAt: new Date(), public: true, ...details };
}
