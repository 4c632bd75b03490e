import type { Accept, Context, HealthReport, Outgoing, RawItem } from "@/lib/channels/channel";
import type { Config } from "@/lib/channels/mastodon/config";
import { newId } from "@/lib/id";
import { safeConnect, safeFetchWith } from "@/lib/safe-fetch";
import type { MastodonServer } from "./mastodon-server";

/** A channel's view of the product, with a ledger that keeps items by their external id as core's does. */
export function contextFor(server: Pick<MastodonServer, "url" | "token">) {
  const stop = new AbortController();
  const stored = new Map<string, RawItem>();
  const health: Array<HealthReport | null> = [];
  const ledger = { cursor: null as string | null, handedOver: [] as string[], failing: 0 };
  let clock = () => Date.now();
  const ctx: Context<Config> = {
    channelId: newId(),
    config: { instance: server.url, accessToken: server.token },
    appUrl: "http://127.0.0.1:3000",
    fetch: safeFetchWith({ allow: ["loopback"] }),
    connect: (target) => safeConnect(target, { allow: ["loopback"] }),
    signal: stop.signal,
    now: () => new Date(clock()),
    cursor: async () => ledger.cursor,
    saveSecrets: async () => {},
    claim: async (_key, value) => value,
    log: { info: () => {}, warn: () => {} },
    health: (report) => health.push(report),
    mail: { smtpUrl: null, listenAt: null, tls: null },
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
    stop: () => stop.abort(),
    later: (ms: number) => {
      const before = clock;
      clock = () => before() + ms;
    },
  };
}

/** A reply of Marmelune's, everything else as core fills it in. */
export function reply(details: Partial<Outgoing> & Pick<Outgoing, "text">): Outgoing {
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

/** The post that is answered, as core hands it to a channel. */
export function answering(externalId: string): NonNullable<Outgoing["answers"]> {
  return { externalId, text: "", author: "", sentAt: new Date() };
}
