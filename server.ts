import { createServer, type Server } from "node:http";
import next from "next";
import { seedDemoWithPast } from "@/db/seed/demo";
import { env, Refusal } from "@/env";
import { startChannels } from "@/lib/channels/run";
import { startWorker } from "@/lib/jobs/worker";
import { connectBells } from "@/lib/live/bells";
import { startLive } from "@/lib/live/start";
import { log } from "@/lib/log";
import { haveRequests, openDatabase } from "@/server/database";
import { checkInstallation } from "@/server/installation";
import { listen } from "@/server/listen";
import { type Pages, requestHandler } from "@/server/routes";
import { prepareSockets } from "@/server/sockets";
import { onStop, stop, stopOnSignals } from "@/server/stop";
import { welcome } from "@/server/welcome";

/**
 * The whole program in the order it starts: bind the port, so that a taken one is known at once; the database and
 * Next side by side; then whatever ROLE asks for. Stopping goes the same way back.
 */
export async function serve({ dev }: { dev: boolean }): Promise<void> {
  const begun = performance.now();
  stopOnSignals();
  try {
    await start(dev);
    await welcome(performance.now() - begun);
  } catch (error) {
    if (error instanceof Refusal) console.error(error.message);
    else log.fatal({ err: error }, "could not start");
    await stop(1);
  }
}

async function start(dev: boolean): Promise<void> {
  const state: Parameters<typeof requestHandler>[0] = { pages: null, isReady: false, dev };
  const http = createServer();
  // Next listens for upgrades on this one, which never opens: on ours unknown paths would stay open for ever.
  const shadow = createServer();
  const answer = requestHandler(state);
  http.on("request", (request, response) => void answer(request, response));
  await listen(http);

  const servesPages = env.ROLE !== "worker";
  const [database, pages] = await Promise.all([
    prepareDatabase(),
    servesPages ? preparePages(shadow, dev) : null,
  ]);
  onStop("the database", database.close);
  if (pages !== null) onStop("the pages", pages.close);

  onStop("the bells", connectBells().stop);
  if (env.ROLE !== "web") {
    onStop("the worker", (await startWorker()).stop);
    onStop("the channels", (await startChannels()).stop);
  }
  if (servesPages) {
    const sockets = await prepareSockets(http, shadow, dev);
    onStop("the sockets", sockets.stop);
    onStop("the relay", (await startLive(sockets.io)).stop);
    sockets.open();
  }
  onStop("open requests", () => closeServer(http));
  state.pages = pages?.handle ?? null;
  state.isReady = true;
}

async function prepareDatabase(): Promise<{ close(): Promise<void> }> {
  // What a first start stores takes as long as it takes; only who asks for a page must not wait for it.
  const database = await openDatabase("operator");
  try {
    await checkInstallation();
    if (env.DEMO) await seedDemoWithPast(new Date());
    await haveRequests();
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function preparePages(
  shadow: Server,
  dev: boolean,
): Promise<{ handle: Pages; close(): Promise<void> }> {
  const app = next({ dev, hostname: env.HOST, port: env.PORT, httpServer: shadow });
  await app.prepare();
  return { handle: app.getRequestHandler(), close: () => app.close() };
}

/** Answers what has been asked, for at most three seconds, and closes the connections that only wait. */
function closeServer(http: Server): Promise<void> {
  return new Promise((resolve) => {
    http.close(() => resolve());
    http.closeIdleConnections();
    setTimeout(() => http.closeAllConnections(), 3_000).unref();
  });
}
