import { createHmac } from "node:crypto";
import { createServer } from "node:http";

export type Taken = {
  id: string;
  isSigned: boolean;
  at: number;
  body: { [key: string]: unknown };
};

/**
 * A receiver of replies as somebody would write it beside a source of their own: it checks the signature, keeps what it
 * takes once for each Webhook-Id, and can be told to fail.
 */
export async function startReceiver(secret: string) {
  const taken: Taken[] = [];
  const behaviour = {
    status: 200,
    headers: {} as { [name: string]: string },
    delayMs: 0,
    words: "The bridge is up.",
  };
  let knocks = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      knocks += 1;
      const raw = Buffer.concat(chunks);
      const timestamp = String(request.headers["avant-timestamp"]);
      const expected = createHmac("sha256", secret).update(`${timestamp}.`).update(raw).digest("hex");
      const signatures = String(request.headers["avant-signature"]).split(",");
      const isSigned = signatures.includes(`v1=${expected}`);
      const id = String(request.headers["webhook-id"]);
      const isGood = behaviour.status < 300;
      if (isGood && !taken.some((one) => one.id === id))
        taken.push({ id, isSigned, at: Number(timestamp), body: JSON.parse(raw.toString("utf8")) });
      setTimeout(() => {
        response.writeHead(behaviour.status, behaviour.headers);
        response.end(isGood ? JSON.stringify({ id: `theirs-${id}` }) : behaviour.words);
      }, behaviour.delayMs);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/replies`,
    /** Replies, each once; tests of the connection are left out. */
    replies: () => taken.filter((one) => one.body.type === "reply"),
    taken: () => taken,
    knocks: () => knocks,
    answer(
      status: number,
      headers: { [name: string]: string } = {},
      delayMs = 0,
      words = "The bridge is up.",
    ) {
      Object.assign(behaviour, { status, headers, delayMs, words });
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
