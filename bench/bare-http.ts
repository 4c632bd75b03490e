import { createServer } from "node:http";

/** The floor of a read: Node's own HTTP server, which answers with bytes it has at hand, as JSON. */
const bodies = new Map<string, unknown>();
process.on("message", (order: { path: string; body: unknown }) => {
  bodies.set(order.path, order.body);
  process.send?.({ has: order.path });
});
const http = createServer((request, response) => {
  const text = JSON.stringify(bodies.get(request.url ?? ""));
  response
    .writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(text) })
    .end(text);
});
http.listen(0, "127.0.0.1", () => {
  const address = http.address();
  process.send?.({ port: typeof address === "object" && address ? address.port : 0 });
});
