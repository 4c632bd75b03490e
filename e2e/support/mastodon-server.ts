import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { Api, type Failure, type Token } from "./mastodon-api";
import { type Person, type Post, type Visibility, World } from "./mastodon-world";

export type NewPost = {
  /** "claire@cuisine.example"; people of this instance without a domain. */
  from: string;
  text: string;
  visibility?: Visibility;
  /** Id of the post that it answers. */
  inReplyTo?: string | null;
  spoiler?: string;
  language?: string;
  at?: Date;
  files?: Array<{ name: string; contentType: string; bytes: Buffer; description?: string }>;
  /** As a notification policy does it to strangers' private mentions: no stream event, hidden from the plain list. */
  filtered?: true;
};

export type MastodonServer = Awaited<ReturnType<typeof startMastodonServer>>;

/**
 * A small instance on loopback that speaks the parts of Mastodon's API that a client for one account needs, with the
 * account `username` behind `token`. Port 0 takes a free one.
 */
export async function startMastodonServer(
  options: { port?: number; domain?: string; username?: string; token?: string } = {},
) {
  const {
    port = 0,
    domain = "mastodon.example",
    username = "marmelune",
    token = "token-of-marmelune",
  } = options;
  const world = new World(domain, "");
  const us = world.person(username, { displayName: "Marmelune", followers: 8140 });
  const tokens = new Map<string, Token>([
    [token, { personId: us.id, application: "Avant", scopes: ["read", "write"] }],
  ]);
  const streams = new Set<{ socket: WebSocket; personId: string }>();
  const api = new Api(world, tokens, push);
  const server = createServer((request, response) => answer(api, request, response));
  const sockets = new WebSocketServer({ noServer: true });
  server.on("upgrade", (request, socket, head) => {
    const known = tokens.get(streamToken(request) ?? "");
    const failure = api.failure("/api/v1/streaming");
    if (!request.url?.startsWith("/api/v1/streaming") || !known || failure) {
      const status = known && failure ? `${failure.status} Made to fail` : "401 Unauthorized";
      socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (websocket) => {
      const stream = { socket: websocket, personId: known.personId };
      // As Mastodon: what is streamed is said in the address, or later in a message.
      if (new URL(request.url ?? "/", world.url).searchParams.get("stream") === "user") streams.add(stream);
      websocket.on("message", (data) => {
        const said: unknown = JSON.parse(data.toString());
        const wanted = typeof said === "object" && said !== null && "stream" in said ? said.stream : null;
        if (wanted === "user") streams.add(stream);
      });
      websocket.on("close", () => streams.delete(stream));
      websocket.on("error", () => websocket.terminate());
    });
  });
  await listening(server, port);
  world.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function push(personId: string, event: string, payload: unknown): void {
    const text = JSON.stringify({
      stream: ["user"],
      event,
      payload: typeof payload === "string" ? payload : JSON.stringify(payload),
    });
    for (const stream of streams) if (stream.personId === personId) stream.socket.send(text);
  }

  return {
    url: world.url,
    token,
    domain,
    username,
    world,
    /** Every request as it came: method, path with query, headers, JSON or form fields. */
    requests: api.requests,
    /** Somebody writes. Posts of people of this instance look as if written in its own web page. */
    post(post: NewPost): Post {
      return api.publish({
        authorId: world.person(post.from).id,
        text: post.text,
        visibility: post.visibility ?? "public",
        inReplyTo: post.inReplyTo ?? null,
        spoiler: post.spoiler ?? "",
        language: post.language ?? "en",
        at: post.at ?? new Date(),
        application: "Web",
        mediaIds: (post.files ?? []).map((file) => api.keep(file, 0).id),
        filtered: post.filtered === true,
      });
    },
    edit: (id: string, text: string) => api.edit(id, { text }),
    remove: (id: string) => api.remove(id),
    person: (handle: string, details: Partial<Pick<Person, "displayName" | "followers">> = {}) =>
      world.person(handle, details),
    /** Posts of an account, ours unless told otherwise, the oldest first. */
    statuses(handle = username): Post[] {
      const { id } = world.person(handle);
      return [...world.posts.values()].filter((post) => post.authorId === id);
    },
    /** Ids of the posts that our account favours. */
    favourites: () => [...api.favourites],
    streamCount: () => streams.size,
    /** Cuts every stream without a goodbye. */
    dropStreams(): void {
      for (const { socket } of streams) socket.terminate();
    },
    /** The lines stay up but nothing is read or answered any more, pings included. */
    freezeStreams(): void {
      for (const { socket } of streams) socket.pause();
      streams.clear();
    },
    /** The next `times` requests whose path starts with `path` get this status. */
    fail(times: number, status: number, path = "/", headers: Failure["headers"] = {}): void {
      api.failures.push({ times, status, path, headers });
    },
    /** The next `times` requests are carried out, and the line breaks before the answer. */
    loseAnswers(times: number, path = "/"): void {
      api.failures.push({ times, status: 0, path, headers: {} });
    },
    revoke: () => tokens.delete(token),
    grant: (other: string, details: Partial<Token> = {}) =>
      tokens.set(other, { personId: us.id, application: "Avant", scopes: ["read", "write"], ...details }),
    /** Uploads take this long to be converted. */
    slowMedia: (ms: number) => {
      api.mediaMs = ms;
    },
    forgetIdempotencyKeys: () => api.sentKeys.clear(),
    async close(): Promise<void> {
      // `clients` also knows the frozen ones.
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function answer(api: Api, request: IncomingMessage, response: ServerResponse): void {
  api.answer(request, response).catch((error: unknown) => {
    response.writeHead(500, { "content-type": "application/json" });
    response.end(JSON.stringify({ error: String(error) }));
  });
}

function streamToken(request: IncomingMessage): string | undefined {
  const bearer = request.headers.authorization?.replace(/^Bearer /, "");
  const inQuery = new URL(request.url ?? "/", "http://x").searchParams.get("access_token");
  return bearer ?? inQuery ?? request.headers["sec-websocket-protocol"];
}

async function listening(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
}
