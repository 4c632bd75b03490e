// Runs inside the folder that ../bluesky-network.ts makes, under the Node that is installed there.
import { TestNetwork } from "@atproto/dev-env";

const [plc, pds, bsky, ozone, introspect] = process.env.NETWORK_PORTS.split(",").map(Number);
const network = await TestNetwork.create({
  dbPostgresUrl: process.env.NETWORK_DATABASE_URL,
  dbPostgresSchema: "network",
  plc: { port: plc },
  pds: { port: pds, hostname: "localhost", enableDidDocWithSession: true },
  bsky: { port: bsky, publicUrl: `http://localhost:${bsky}` },
  ozone: { port: ozone },
  introspect: { port: introspect },
});
console.log(`READY ${JSON.stringify({ pds: network.pds.url, appview: network.bsky.url })}`);
process.once("SIGTERM", async () => {
  await network.close().catch(() => {});
  process.exit(0);
});
