import type { Server as HttpServer, IncomingMessage } from "node:http";
import { createAdapter as postgresAdapter } from "@socket.io/postgres-adapter";
import { Server } from "socket.io";
import { pool } from "@/db/client";
import { env } from "@/env";
import type { LiveServer } from "@/lib/live/server";
import { log } from "@/lib/log";

/**
 * Socket.IO beside Next on one server; `shadow` is where Next listens for the upgrades of its dev server. Nobody gets
 * in before `open`: whoever came before somebody asks who they are would never be asked.
 */
export async function prepareSockets(
  http: HttpServer,
  shadow: HttpServer,
  dev: boolean,
): Promise<{ io: LiveServer; open(): void; stop(): Promise<void> }> {
  const io: LiveServer = new Server({
    path: "/socket.io",
    serveClient: false,
    destroyUpgrade: false,
    // Browsers only ever say where they are and ask what they missed.
    maxHttpBufferSize: 16_384,
    // CORS does not cover websockets: a foreign page could open one with our cookie.
    allowRequest: (request, answer) => answer(null, isOurs(request)),
  });
  const closeAdapter = await chooseAdapter(io);
  let isOpen = false;
  return {
    io,
    open() {
      isOpen = true;
      io.attach(http);
      // Paths that nobody serves must not stay open for ever.
      http.on("upgrade", (request, socket, head) => {
        if (request.url?.startsWith("/socket.io/")) return;
        if (dev && request.url?.startsWith("/_next/")) shadow.emit("upgrade", request, socket, head);
        else socket.destroy();
      });
    },
    stop: async () => {
      if (isOpen) await io.close();
      await closeAdapter();
    },
  };
}

function isOurs({ headers }: IncomingMessage): boolean {
  // Programs send no Origin; they have no cookie to abuse either.
  if (headers.origin === undefined) return true;
  if (headers.origin === new URL(env.APP_URL).origin) return true;
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host;
}

/** Presence between several processes. One process with the embedded database needs none. */
async function chooseAdapter(io: LiveServer): Promise<() => Promise<void>> {
  if (env.REDIS_URL !== undefined) {
    // Only where it is used: loading it takes as long as half of the rest.
    const [{ createClient }, redis] = await Promise.all([
      import("redis"),
      import("@socket.io/redis-streams-adapter"),
    ]);
    const client = createClient({ url: env.REDIS_URL, disableOfflineQueue: true });
    client.on("error", (error) =>
      log.warn({ err: error }, "Redis does not answer; presence stays on this process"),
    );
    await client.connect();
    io.adapter(redis.createAdapter(client));
    return async () => {
      await client.close();
    };
  }
  if (env.DATABASE_URL !== undefined) {
    io.adapter(
      postgresAdapter(pool, {
        errorHandler: (error) => log.warn({ err: error }, "presence was not passed on"),
      }),
    );
  }
  return async () => {};
}
