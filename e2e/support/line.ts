import { createServer, connect as dial, type Socket } from "node:net";

/** A line between a browser and the product that can be cut: everything open breaks, nothing new gets through. */
export async function startLine(toPort: number) {
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) return near.destroy();
    const far = dial(toPort, "127.0.0.1");
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const drop = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    // The name and not the number: cookies belong to "localhost", whatever its port.
    url: `http://localhost:${typeof address === "object" && address !== null ? address.port : 0}`,
    cut() {
      isCut = true;
      drop();
    },
    mend() {
      isCut = false;
    },
    stop() {
      drop();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
