import WebSocket from "ws";
import type { Config } from "@/lib/channels/bluesky/config";
import { postCollection } from "@/lib/channels/bluesky/entities";
import { type Context, Permanent, Temporary } from "@/lib/channels/channel";

export type Events = {
  /** Text frames as they came, all that are waiting at once; throws when the line breaks. */
  batches: AsyncIterable<string[]>;
  /** Hears these authors from now on instead of the earlier ones. */
  follow(dids: readonly string[]): void;
  close(): void;
};

// The most that one connection may name; many of them would not fit into an address, so they are told afterwards.
const mostAuthors = 10_000;
const mostInAddress = 50;

/** Opens Jetstream for the posts of these authors. Throws Permanent or Temporary. */
export async function openEvents(
  ctx: Pick<Context<Config>, "config" | "signal" | "connect">,
  dids: readonly string[],
  pace: { ping: number; silence: number },
): Promise<Events> {
  const url = new URL("/subscribe", ctx.config.jetstream);
  url.searchParams.append("wantedCollections", postCollection);
  for (const did of dids.slice(0, mostInAddress)) url.searchParams.append("wantedDids", did);
  const lost = new Temporary("bluesky.stream_lost", { host: url.host });
  if (!ctx.connect) throw lost;
  const tls = url.protocol === "wss:";
  const port = Number(url.port || (tls ? 443 : 80));
  const socket = await ctx
    .connect({ host: url.hostname, port, tls, signal: ctx.signal })
    .catch((error: unknown) => {
      const isBlocked = error instanceof Error && error.name === "BlockedAddress";
      throw isBlocked ? new Permanent("bluesky.address_blocked", { service: url.host }) : lost;
    });
  const ws = new WebSocket(url, {
    createConnection: () => socket,
    handshakeTimeout: 10_000,
    maxPayload: 4 * 1024 * 1024,
  });
  const waiting: string[] = [];
  let broken: Error | null = null;
  let heardAt = Date.now();
  let wake = () => {};
  const timer = setInterval(() => {
    if (Date.now() - heardAt > pace.silence) ws.terminate();
    else if (ws.readyState === WebSocket.OPEN) ws.ping();
  }, pace.ping);
  const close = () => {
    clearInterval(timer);
    broken ??= lost;
    ctx.signal.removeEventListener("abort", close);
    ws.terminate();
    wake();
  };
  for (const sign of ["message", "ping", "pong", "open"]) ws.on(sign, () => (heardAt = Date.now()));
  ws.on("message", (data, isBinary) => {
    if (isBinary) return;
    waiting.push(data.toString());
    wake();
  });
  ctx.signal.addEventListener("abort", close, { once: true });
  const follow = (wantedDids: readonly string[]) => {
    if (ws.readyState !== WebSocket.OPEN) return;
    const payload = { wantedCollections: [postCollection], wantedDids: wantedDids.slice(0, mostAuthors) };
    ws.send(JSON.stringify({ type: "options_update", payload }));
  };
  await new Promise<void>((resolve, reject) => {
    ws.once("open", resolve);
    ws.on("error", () => reject(lost));
    ws.once("close", () => {
      close();
      reject(lost);
    });
  });
  if (dids.length > mostInAddress) follow(dids);
  async function* batches(): AsyncGenerator<string[]> {
    for (;;) {
      if (waiting.length > 0) yield waiting.splice(0);
      else if (broken) throw broken;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  }
  return { batches: batches(), follow, close };
}
