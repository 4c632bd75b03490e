import WebSocket from "ws";
import { type Context, Permanent, Temporary } from "@/lib/channels/channel";
import type { Config } from "@/lib/channels/mastodon/config";

export type Pace = { ping: number; silence: number };

export type Frames = {
  /** Text frames as they came, all that are waiting at once; throws when the line breaks. */
  batches: AsyncIterable<string[]>;
  close(): void;
};

/**
 * Opens the user stream. `ws` and not a client library: we need the guarded connection, the frames exactly as they
 * came, and to know of every break, because each one means a gap to fill. Throws Permanent or Temporary.
 */
export async function openFrames(
  ctx: Pick<Context<Config>, "config" | "signal">,
  connect: NonNullable<Context<Config>["connect"]>,
  base: string,
  pace: Pace,
): Promise<Frames> {
  const url = new URL("/api/v1/streaming?stream=user", base.replace(/^http/i, "ws"));
  const tls = url.protocol === "wss:";
  const port = Number(url.port || (tls ? 443 : 80));
  const socket = await connect({ host: url.hostname, port, tls, signal: ctx.signal }).catch(
    (error: unknown) => {
      throw refusal(error, url.host);
    },
  );
  const { accessToken } = ctx.config;
  // Mastodon reads the header; some servers that speak its API only read the sub-protocol, as browsers must send it.
  const protocols = /^[\w!#$%&'*+\-.^`|~]+$/.test(accessToken) ? [accessToken] : [];
  const ws = new WebSocket(url, protocols, {
    createConnection: () => socket,
    headers: { authorization: `Bearer ${accessToken}` },
    handshakeTimeout: 10_000,
    maxPayload: 4 * 1024 * 1024,
  });
  const line = new Line(ws, url.host, pace);
  const stop = () => line.close();
  ctx.signal.addEventListener("abort", stop, { once: true });
  ws.once("close", () => ctx.signal.removeEventListener("abort", stop));
  if (ctx.signal.aborted) stop();
  await line.opened;
  return { batches: line.batches(), close: stop };
}

const highWater = 500;

class Line {
  readonly opened: Promise<void>;
  private waiting: string[] = [];
  private broken: Error | null = null;
  private wake = () => {};
  private heardAt = Date.now();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly ws: WebSocket,
    host: string,
    pace: Pace,
  ) {
    const heard = () => {
      this.heardAt = Date.now();
    };
    this.opened = new Promise((resolve, reject) => {
      ws.once("open", () => {
        heard();
        resolve();
      });
      ws.on("error", (error) => {
        this.end(answered(error.message, host));
        reject(this.broken);
      });
      ws.once("close", () => {
        this.end(new Temporary("mastodon.stream_lost", { host }));
        reject(this.broken);
      });
    });
    for (const sign of ["message", "ping", "pong"]) ws.on(sign, heard);
    ws.on("message", (data, isBinary) => {
      if (isBinary) return;
      this.waiting.push(data.toString());
      if (this.waiting.length >= highWater) ws.pause();
      this.wake();
    });
    this.timer = setInterval(() => {
      // A paused line hears nothing because we do not listen.
      if (!ws.isPaused && Date.now() - this.heardAt > pace.silence) ws.terminate();
      else if (ws.readyState === WebSocket.OPEN) ws.ping();
    }, pace.ping);
  }

  async *batches(): AsyncGenerator<string[]> {
    for (;;) {
      if (this.waiting.length > 0) {
        const batch = this.waiting;
        this.waiting = [];
        if (this.ws.isPaused) {
          this.heardAt = Date.now();
          this.ws.resume();
        }
        yield batch;
      } else if (this.broken) {
        throw this.broken;
      } else {
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
      }
    }
  }

  close(): void {
    this.end(new Temporary("mastodon.stream_lost"));
    this.ws.terminate();
  }

  private end(error: Error): void {
    clearInterval(this.timer);
    this.broken ??= error;
    this.wake();
  }
}

function answered(message: string, host: string): Error {
  const status = /Unexpected server response: (\d+)/.exec(message)?.[1];
  if (status === "401" || status === "403")
    return new Permanent("mastodon.token_refused", { instance: host });
  // Not every server that speaks this API has a stream; the polls bring everything all the same.
  if (status === "404" || status === "405" || status === "501")
    return new NoStream("mastodon.stream_lost", { host });
  return new Temporary("mastodon.stream_lost", { host });
}

/** The server offers no stream, which is no fault of anybody's. */
export class NoStream extends Temporary {}

function refusal(error: unknown, host: string): Error {
  const isBlocked = error instanceof Error && error.name === "BlockedAddress";
  return isBlocked
    ? new Permanent("mastodon.address_blocked", { instance: host })
    : new Temporary("mastodon.stream_lost", { host });
}
