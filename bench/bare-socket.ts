import { createServer } from "node:http";
import { Server } from "socket.io";

/** The floor of a fan-out: Socket.IO alone, with the same number of bytes to everybody in one room. */
const http = createServer();
const io = new Server(http, { serveClient: false });
io.on("connection", (socket) => void socket.join("all"));
http.listen(0, "127.0.0.1", () => {
  const address = http.address();
  process.send?.({ port: typeof address === "object" && address ? address.port : 0 });
});
process.on("message", (order: { n: number; bytes: number }) => {
  const at = performance.timeOrigin + performance.now();
  io.to("all").emit("ping-all", { n: order.n, filling: "x".repeat(order.bytes) });
  process.send?.({ n: order.n, committedAt: at });
});
