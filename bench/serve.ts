import { createServer } from "node:http";
import { env } from "@/env";
import type { Actor } from "@/lib/access";
import { startChannels } from "@/lib/channels/run";
import { startWorker } from "@/lib/jobs/worker";
import { startLive } from "@/lib/live/start";
import { pin } from "@/lib/triage/pin";
import { openDatabase } from "@/server/database";
import { checkInstallation } from "@/server/installation";
import { listen } from "@/server/listen";
import { requestHandler } from "@/server/routes";
import { prepareSockets } from "@/server/sockets";
import { onStop, stopOnSignals } from "@/server/stop";

/**
 * The server as server.ts starts it, but for Next: the API, the worker, the channels and the sockets in one
 * process. The bench tells it what to do over IPC where the moment of the commit has to be known.
 */
stopOnSignals();
const http = createServer();
const answer = requestHandler({ pages: null, isReady: true, dev: false });
http.on("request", (request, response) => void answer(request, response));
await listen(http);
const database = await openDatabase("request");
onStop("the database", database.close);
await checkInstallation();
onStop("the worker", (await startWorker()).stop);
onStop("the channels", (await startChannels()).stop);
const sockets = await prepareSockets(http, createServer(), false);
onStop("the sockets", sockets.stop);
await startLive(sockets.io);
sockets.open();

type Order = { pin: { actor: Actor; conversationId: string; pin: -1 | 0 | 1 } };
process.on("message", (order: Order) => {
  void pin(order.pin.actor, order.pin).then(({ version }) => {
    process.send?.({ committedAt: performance.timeOrigin + performance.now(), version });
  });
});
process.send?.({ port: env.PORT });
