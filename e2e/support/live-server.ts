import { createServer } from "node:http";
import { Server } from "socket.io";
import { connect } from "@/db/client";
import { connectBells } from "@/lib/live/bells";
import { startLive } from "@/lib/live/start";

/** The live part of a web process alone, for tests that need two of them: `live-server.ts <database url>`. */
connect(process.argv[2] ?? "");
connectBells();
const http = createServer();
const io: Parameters<typeof startLive>[0] = new Server(http, { path: "/socket.io" });
await startLive(io);
http.listen(0, "127.0.0.1", () => {
  const address = http.address();
  console.log(`READY ${typeof address === "object" && address ? address.port : 0}`);
});
process.on("SIGTERM", () => process.exit(0));
