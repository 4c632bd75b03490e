import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { type Answer, Api } from "./bluesky-api";
import { type Person, postCollection, type Record, type Ref, type Said, World } from "./bluesky-world";

/** Status 0: the work is done and the line breaks before the answer. */
type Failure = { times: number; status: number; nsid: string; headers: { [name: string]: string } };
export type BlueskyServer = Awaited<ReturnType<typeof startBlueskyServer>>;

/**
 * A small network on loopback that speaks the parts of XRPC that a client for one account needs, with the account
 * `handle` behind `appPassword`, and a Jetstream at the same address. Port 0 takes a free one.
 */
export async function startBlueskyServer(
  options: { port?: number; handle?: string; appPassword?: string } = {},
) {
  const { port = 0, handle = "marmelune.example", appPassword = "abcd-efgh-ijkl-mnop" } = options;
  const world = new World();
  const api = new Api(world, push);
  const us = world.person(handle, { displayName: "Marmelune", followers: 8140 });
  api.passwords.set(us.did, appPassword);
  const failures: Failure[] = [];
  const requests: string[] = [];
  const streams = new Map<WebSocket, string[]>();
  const state = { isCut: false };
  const server = createServer((request, response) => {
    if (state.isCut) request.socket.destroy();
    else
      answer(request, response).catch((error: unknown) => {
        response.writeHead(500, { "content-type": "application/json" });
        response.end(JSON.stringify({ error: "InternalServerError", message: String(error) }));
      });
  });
  const sockets = new WebSocketServer({ noServer: true });
  server.on("upgrade", (request, socket, head) => {
    if (state.isCut || !request.url?.startsWith("/subscribe")) {
      socket.destroy();
      return;
    }
    sockets.handleUpgrade(request, socket, head, (websocket) => {
      streams.set(websocket, new URL(request.url ?? "/", world.url).searchParams.getAll("wantedDids"));
      websocket.on("message", (data) => {
        const { payload } = JSON.parse(data.toString());
        streams.set(websocket, payload.wantedDids);
      });
      websocket.on("close", () => streams.delete(websocket));
      websocket.on("error", () => websocket.terminate());
    });
  });
  await listening(server, port);
  const bound = server.address();
  world.url = `http://127.0.0.1:${typeof bound === "object" && bound !== null ? bound.port : 0}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", world.url);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const nsid = url.pathname.replace(/^\/xrpc\//, "");
    requests.push(nsid);
    const failure = failureOf(nsid);
    const given: Answer =
      failure && failure.status > 0
        ? { status: failure.status, body: { error: "Made", message: "to fail" }, headers: failure.headers }
        : api.answer({
            nsid,
            isPost: request.method === "POST",
            query: url.searchParams,
            body: Buffer.concat(chunks),
            contentType: request.headers["content-type"] ?? "",
            token: request.headers.authorization?.replace(/^Bearer /, "") ?? "",
            proxy: String(request.headers["atproto-proxy"] ?? ""),
          });
    if (failure?.status === 0) {
      request.socket.destroy();
      return;
    }
    response.writeHead(given.status, { "content-type": "application/json", ...given.headers });
    response.end(JSON.stringify(given.body));
  }

  function failureOf(nsid: string): Failure | undefined {
    const at = failures.findIndex((one) => nsid.startsWith(one.nsid));
    const found = failures[at];
    if (found && --found.times <= 0) failures.splice(at, 1);
    return found;
  }

  /** As github.com/bluesky-social/jetstream tells it. */
  function push(operation: "create" | "update" | "delete", record: Record): void {
    const { did, collection, rkey, cid, value } = record;
    const written = operation === "delete" ? {} : { record: value, cid };
    const commit = { rev: world.key(), operation, collection, rkey, ...written };
    const text = JSON.stringify({ did, time_us: Date.now() * 1000, kind: "commit", commit });
    for (const [socket, dids] of streams) if (dids.includes(did)) socket.send(text);
  }

  function post(from: string, text: string, more: { answers?: Ref; quotes?: Ref } = {}): Record {
    const { did } = world.person(from);
    const above = more.answers && world.records.get(more.answers.uri);
    const root = above?.value.reply;
    const parent = more.answers;
    const record = world.write(did, postCollection, world.key(), {
      $type: postCollection,
      text,
      createdAt: new Date().toISOString(),
      langs: ["en"],
      facets: world.facets(text),
      ...(parent
        ? { reply: { parent: refOf(parent), root: root ? Reflect.get(Object(root), "root") : refOf(parent) } }
        : {}),
      ...(more.quotes ? { embed: { $type: "app.bsky.embed.record", record: refOf(more.quotes) } } : {}),
    });
    push("create", record);
    return record;
  }

  return {
    url: world.url,
    stream: world.url.replace("http", "ws"),
    handle,
    appPassword,
    us,
    world,
    blobs: api.blobs,
    /** The methods that were asked for, in order. */
    requests,
    post,
    person: (name: string, details: Partial<Pick<Person, "displayName" | "followers">> = {}) =>
      world.person(name, details),
    /** Puts another text under the same address. */
    edit(uri: string, text: string): Record {
      const { did, rkey, value } = world.records.get(uri)!;
      const record = world.write(did, postCollection, rkey, { ...value, text, facets: world.facets(text) });
      push("update", record);
      return record;
    },
    remove(uri: string): void {
      const record = world.records.get(uri)!;
      world.remove(uri);
      push("delete", record);
    },
    /** A direct message; resolves with its id as the channel names it. */
    say(from: string, to: string, text: string): Said & { key: string } {
      const [one, other] = [world.person(from).did, world.person(to).did];
      const convo = world.convo([one, other]);
      const said = world.say(convo, one, text);
      return { ...said, key: `chat:${convo.id}:${said.id}` };
    },
    /** What the direct messages between an account and ours say, the oldest first. */
    exchange: (name: string) => world.convo([us.did, world.person(name).did]).messages,
    /** Our posts, the oldest first. */
    posts: () => world.posts((one) => one.did === us.did).reverse(),
    likes: () => [...world.records.values()].filter((one) => one.collection === "app.bsky.feed.like"),
    streamCount: () => streams.size,
    /** The next `times` calls of methods that begin with `nsid` get this status. */
    fail(times: number, status: number, nsid = "", headers: Failure["headers"] = {}): void {
      failures.push({ times, status, nsid, headers });
    },
    /** The next `times` calls are carried out, and the line breaks before the answer. */
    loseAnswers(times: number, nsid = ""): void {
      failures.push({ times, status: 0, nsid, headers: {} });
    },
    expireAccess: () => api.expireAccess(),
    endSessions: () => api.endSessions(),
    /** The app password was made without direct messages. */
    withoutMessages(): void {
      api.hasMessages = false;
    },
    closeMessagesOf: (name: string) => api.closed.add(world.person(name).did),
    /** From now on nobody gets through; what people write meanwhile is there afterwards. */
    cut(): void {
      state.isCut = true;
      for (const socket of streams.keys()) socket.terminate();
      streams.clear();
      server.closeAllConnections();
    },
    mend(): void {
      state.isCut = false;
    },
    async close(): Promise<void> {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function refOf({ uri, cid }: Ref): Ref {
  return { uri, cid };
}

async function listening(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
}
