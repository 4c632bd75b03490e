import pg from "pg";
import { startEmbedded } from "@/db/embedded";
import { type MailTrap, startMailTrap } from "@/e2e/support/mail";
import { freePort, type Product, pause, startProduct } from "@/e2e/support/product";
import { type Eye, openEye } from "./eye";

export const address = "faults@marmelune.example";

/** The product under test with everything around it, and the hands that break it. */
export type House = {
  smtpPort: number;
  url: string;
  trap: MailTrap;
  /** A browser's socket that collects what it is told. */
  eye: Eye;
  /** Salma's. */
  cookie: string;
  /** Hannah's. */
  adminCookie: string;
  dataDir: string;
  /** Asks the database itself, also while the product is down. */
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Kills the product with SIGKILL and starts it again. */
  killAndRestart(): Promise<void>;
  lastWords(): string;
  close(): Promise<void>;
};

export async function openHouse(dataDir: string): Promise<House> {
  // We hold the database too, so that it outlives the product; both join one server.
  const database = await startEmbedded(dataDir);
  const trap = await startMailTrap(0, () => Math.random() * 30);
  const [port, smtpPort] = [await freePort(), await freePort()];
  const start = () => startProduct({ dataDir, port, smtpPort, env: { LOG_LEVEL: "error" } });
  let product: Product = await start();
  const pool = newPool(database.url);
  let words = "";

  async function query<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await pool.query<Row>(text, values)).rows;
  }

  await query("update organisation set undo_seconds = 0");
  const hannah = await signIn(product.url, await idOf("Hannah Whitlock"));
  await connectMailbox(product.url, hannah, await brandAndTeam(), trap.port);
  const cookie = await signIn(product.url, await idOf("Salma Idrissi"));
  const eye = await openEye(product.url, cookie);

  async function idOf(name: string): Promise<string> {
    const [agent] = await query<{ id: string }>("select id from agents where name = $1", [name]);
    return agent?.id ?? "";
  }

  async function brandAndTeam(): Promise<{ brandId: string; teamId: string }> {
    const [mailbox] = await query<{ brandId: string; teamId: string }>(
      `select brand_id as "brandId", team_id as "teamId" from channels where address = 'care@marmelune.example'`,
    );
    if (!mailbox) throw new Error("the demo has no mailbox");
    return mailbox;
  }

  return {
    smtpPort,
    url: product.url,
    trap,
    eye,
    cookie,
    adminCookie: hannah,
    dataDir,
    query,
    async killAndRestart() {
      await product.kill();
      words = product.output();
      product = await start();
    },
    lastWords: () => `${words}\n${product.output()}`.slice(-4_000),
    async close() {
      eye.close();
      await product.stop();
      await trap.stop();
      await pool.end();
      await database.stop();
    },
  };
}

function newPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 2, connectionTimeoutMillis: 10_000 });
  // The part that stops the database breaks these too.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/** The demo's one-click sign-in, as the page does it. Resolves with the cookies. */
async function signIn(url: string, agentId: string): Promise<string> {
  const first = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = await first.json();
  const answer = await fetch(`${url}/api/auth/callback/demo`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: cookiesOf(first), origin: url, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ agentId, csrfToken, json: "true", callbackUrl: url }),
  });
  const cookie = cookiesOf(answer);
  if (!cookie.includes("session"))
    throw new Error(`could not sign in: ${answer.status} ${await answer.text()}`);
  return cookie;
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}

async function connectMailbox(
  url: string,
  cookie: string,
  place: { brandId: string; teamId: string },
  trapPort: number,
): Promise<void> {
  const config = { address, smtpHost: "127.0.0.1", smtpPort: trapPort, smtpSecurity: "none" };
  const made = await fetch(`${url}/api/v1/channels`, {
    method: "POST",
    headers: { cookie, origin: url, "content-type": "application/json" },
    body: JSON.stringify({ kind: "email", name: "Faults", ...place, config }),
  });
  if (made.status !== 201) throw new Error(`no mailbox: ${made.status} ${await made.text()}`);
  // Noticed within two seconds.
  await pause(3_000);
}
