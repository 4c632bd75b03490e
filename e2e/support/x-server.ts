import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Person = { id: string; name: string; username: string };
type Post = {
  id: string;
  history: string[];
  from: Person;
  text: string;
  answers: string | null;
  at: Date;
  isHidden: boolean;
  likes: Set<string>;
  mediaIds: string[];
};
type Direct = { id: string; from: Person; to: Person; text: string; at: Date };
type Request = { method: string; path: string; query: URLSearchParams; body: Record<string, unknown> };
type Refusal = { status: number; body: object; headers?: Record<string, string> };

export type XServer = Awaited<ReturnType<typeof startXServer>>;

/**
 * A small X on loopback: people who post, answer and write privately, the calls of API v2 that a desk needs with their
 * limits, tokens that end and are renewed once, and webhooks signed with the consumer secret.
 */
export async function startXServer(options: { port?: number } = {}) {
  const us: Person = { id: "1747622336000000123", name: "Marmelune", username: "marmelune" };
  const secret = "consumer-secret-of-marmelune";
  const people = new Map<string, Person>([[us.id, us]]);
  const posts = new Map<string, Post>();
  const directs: Direct[] = [];
  const calls: Request[] = [];
  const told: string[] = [];
  const state = {
    access: "access-1",
    refresh: "refresh-1",
    renewed: 0,
    callback: "",
    isCut: false,
    losesAnswers: 0,
    refusals: [] as Refusal[],
  };
  let counter = 0;
  // Numbers as X makes them: the milliseconds since their beginning, then a count.
  const next = (at = new Date()) =>
    String((BigInt(at.getTime() - 1_288_834_974_657) << 22n) + BigInt(++counter));

  const server = createServer((request, response) => {
    if (state.isCut) return void request.socket.destroy();
    read(request)
      .then((call) => {
        calls.push(call);
        const refusal = state.refusals.shift();
        const answer = refusal ?? answerTo(call, request.headers.authorization ?? "");
        if (state.losesAnswers > 0 && call.method === "POST") {
          state.losesAnswers--;
          return void request.socket.destroy();
        }
        send(response, answer);
      })
      .catch((error: unknown) => send(response, { status: 500, body: { title: String(error) } }));
  });
  await new Promise<void>((done) => server.listen(options.port ?? 0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;

  function answerTo({ method, path, query, body }: Request, authorization: string): Refusal {
    if (path === "/2/oauth2/token") return renew(new URLSearchParams(String(body.form)));
    if (authorization !== `Bearer ${state.access}`) return problem(401, "Unauthorized", "Unauthorized");
    const [, , noun = "", first = "", second = "", third = ""] = path.split("/");
    if (path === "/2/users/me") return ok({ data: us });
    if (noun === "users" && second === "mentions")
      return page(query, (post) => names(post, us) && post.from.id !== us.id);
    if (noun === "users" && second === "tweets") return page(query, (post) => post.from.id === us.id);
    if (path === "/2/tweets/search/recent") return search(query);
    if (path === "/2/tweets" && method === "POST") return publish(body);
    if (path === "/2/tweets") return lookup((query.get("ids") ?? "").split(","));
    if (noun === "tweets" && second === "hidden")
      return withPost(first, (post) => (post.isHidden = body.hidden === true));
    if (noun === "tweets") return withPost(first, () => {});
    if (noun === "users" && second === "likes" && method === "POST")
      return withPost(String(body.tweet_id), (post) => post.likes.add(us.id));
    if (noun === "users" && second === "likes") return withPost(third, (post) => post.likes.delete(us.id));
    if (path === "/2/dm_events") return ok(directPage(query));
    if (noun === "dm_conversations") return write(first === "with" ? second : first, String(body.text ?? ""));
    if (path === "/2/media/upload/initialize")
      return ok({ data: { id: next(), media_key: "3_1", expires_after_secs: 1000 } });
    if (path.startsWith("/2/media/upload/")) return ok({ data: { id: first } });
    return problem(404, "Not Found Error", path);
  }

  function renew(fields: URLSearchParams): Refusal {
    const isRight =
      fields.get("refresh_token") === state.refresh || fields.get("code") === "code-of-the-sign-in";
    if (!isRight)
      return {
        status: 400,
        body: { error: "invalid_request", error_description: "Value passed for the token was invalid." },
      };
    state.renewed++;
    state.access = `access-${state.renewed + 1}`;
    state.refresh = `refresh-${state.renewed + 1}`;
    return ok({
      token_type: "bearer",
      expires_in: 7200,
      access_token: state.access,
      refresh_token: state.refresh,
      scope: "tweet.read",
    });
  }

  function page(query: URLSearchParams, isWanted: (post: Post) => boolean): Refusal {
    const since = query.get("since_id");
    const from = Date.parse(query.get("start_time") ?? "") || 0;
    const found = [...posts.values()]
      .filter(
        (post) =>
          isWanted(post) && (since === null || BigInt(post.id) > BigInt(since)) && post.at.getTime() >= from,
      )
      .reverse();
    const start = Number(query.get("pagination_token") ?? query.get("next_token") ?? 0);
    const size = Math.min(Number(query.get("max_results") ?? 10), 5);
    const shown = found.slice(start, start + size);
    const above = shown.flatMap((post) => posts.get(post.answers ?? "") ?? []);
    const users = [...new Map([...shown, ...above].map((post) => [post.from.id, post.from])).values()];
    const next_token = start + size < found.length ? String(start + size) : undefined;
    return ok({
      ...(shown.length > 0
        ? { data: shown.map(asTweet), includes: { users, tweets: above.map(asTweet) } }
        : {}),
      meta: { result_count: shown.length, ...(next_token ? { next_token } : {}) },
    });
  }

  function search(query: URLSearchParams): Refusal {
    const words = /\(([^)]*)\)/.exec(query.get("query") ?? "")?.[1]?.split(/ OR /i) ?? [];
    return page(
      query,
      (post) =>
        post.from.id !== us.id &&
        !names(post, us) &&
        words.some((word) => post.text.toLowerCase().includes(word.toLowerCase())),
    );
  }

  function publish(body: Record<string, unknown>): Refusal {
    const text = String(body.text);
    const answers = String(Object(body.reply).in_reply_to_tweet_id ?? "") || null;
    if (answers !== null && !posts.has(answers))
      return problem(
        403,
        "Forbidden",
        "You attempted to reply to a Tweet that is deleted or not visible to you.",
      );
    if ([...posts.values()].some((post) => post.from.id === us.id && post.text === text))
      return problem(403, "Forbidden", "You are not allowed to create a Tweet with duplicate content.");
    const mediaIds = Object(body.media).media_ids;
    const post = add(us, text, answers, new Date(), Array.isArray(mediaIds) ? mediaIds.map(String) : []);
    return { status: 201, body: { data: { id: post.id, text, edit_history_tweet_ids: [post.id] } } };
  }

  function lookup(ids: string[]): Refusal {
    const missing = ids.filter((id) => !known(id));
    return ok({
      data: ids.flatMap((id) => known(id) ?? []).map(asTweet),
      ...(missing.length > 0
        ? {
            errors: missing.map((id) => ({
              resource_id: id,
              value: id,
              parameter: "ids",
              resource_type: "tweet",
              title: "Not Found Error",
              detail: `Could not find tweet with ids: [${id}].`,
              type: "https://api.twitter.com/2/problems/resource-not-found",
            })),
          }
        : {}),
    });
  }

  /** Under any of its numbers. */
  function known(id: string): Post | undefined {
    return [...posts.values()].find((post) => post.history.includes(id));
  }

  function withPost(id: string, change: (post: Post) => void): Refusal {
    const post = posts.get(id);
    if (!post) return problem(404, "Not Found Error", `Could not find tweet with id: [${id}].`);
    change(post);
    return ok({ data: asTweet(post) });
  }

  function directPage(_: URLSearchParams): object {
    const shown = directs.toReversed();
    return {
      data: shown.map((one) => ({
        id: one.id,
        event_type: "MessageCreate",
        text: one.text,
        sender_id: one.from.id,
        dm_conversation_id: pair(one.from, one.to),
        created_at: one.at.toISOString(),
      })),
      includes: { users: [...new Map(shown.map((one) => [one.from.id, one.from])).values()] },
      meta: { result_count: shown.length },
    };
  }

  function write(to: string, text: string): Refusal {
    const personId = to.split("-").find((id) => id !== us.id) ?? "";
    const person = people.get(personId);
    if (!person)
      return problem(403, "Forbidden", "You do not have permission to DM one or more participants.");
    const made = { id: next(), from: us, to: person, text, at: new Date() };
    directs.push(made);
    return { status: 201, body: { data: { dm_conversation_id: pair(us, person), dm_event_id: made.id } } };
  }

  function add(from: Person, text: string, answers: string | null, at: Date, mediaIds: string[] = []): Post {
    const id = next(at);
    const post = {
      id,
      history: [id],
      from,
      text,
      answers,
      at,
      isHidden: false,
      likes: new Set<string>(),
      mediaIds,
    };
    posts.set(id, post);
    tell({ tweet_create_events: [asOld(post)] });
    return post;
  }

  function asTweet(post: Post): object {
    const root = posts.get(post.answers ?? "")?.id ?? post.id;
    return {
      id: post.id,
      text: post.text.replaceAll("&", "&amp;"),
      author_id: post.from.id,
      created_at: post.at.toISOString(),
      conversation_id: root,
      lang: "en",
      edit_history_tweet_ids: post.history,
      ...(post.answers ? { referenced_tweets: [{ type: "replied_to", id: post.answers }] } : {}),
      entities: { mentions: [{ start: 0, end: 10, username: us.username, id: us.id }] },
    };
  }

  /** As webhooks say it; the number itself is one that JavaScript cannot hold. */
  function asOld(post: Post): object {
    const user = {
      id_str: post.from.id,
      name: post.from.name,
      screen_name: post.from.username,
      followers_count: 12,
    };
    return {
      created_at: post.at.toUTCString(),
      id: `#${post.id}`,
      id_str: post.id,
      text: post.text,
      user,
      lang: "en",
      timestamp_ms: String(post.at.getTime()),
      in_reply_to_status_id_str: post.answers,
      entities: { urls: [], user_mentions: [] },
    };
  }

  function tell(event: object): void {
    const body = JSON.stringify({ for_user_id: us.id, ...event }).replace(/"#(\d+)"/g, "$1");
    told.push(body);
    if (state.callback !== "" && !state.isCut) void post(body).catch(() => {});
  }

  async function post(body: string): Promise<number> {
    const signature = `sha256=${createHmac("sha256", secret).update(body).digest("base64")}`;
    const headers = { "content-type": "application/json", "x-twitter-webhooks-signature": signature };
    return (await fetch(state.callback, { method: "POST", body, headers })).status;
  }

  return {
    url: `http://127.0.0.1:${port}`,
    us,
    secret,
    state,
    calls,
    posts,
    directs,
    /** Bodies of the webhooks so far. */
    told,
    person(name: string): Person {
      const made = { id: next(), name, username: name.toLowerCase().replace(/\W+/g, "_").slice(0, 15) };
      people.set(made.id, made);
      return made;
    },
    post: (from: Person, text: string, answers: string | null = null, at = new Date()) =>
      add(from, text, answers, at),
    /** An edit is a post of its own that takes the place of the one before. */
    edit(post: Post, text: string): Post {
      posts.delete(post.id);
      const id = next();
      const edited = { ...post, id, history: [...post.history, id], text };
      posts.set(id, edited);
      return edited;
    },
    remove: (post: Post) => posts.delete(post.id),
    direct(from: Person, text: string): Direct {
      const made = { id: next(), from, to: us, text, at: new Date() };
      directs.push(made);
      const message_data = { text, entities: { urls: [] } };
      const event = {
        type: "message_create",
        id: made.id,
        created_timestamp: String(made.at.getTime()),
        message_create: { target: { recipient_id: us.id }, sender_id: from.id, message_data },
      };
      tell({
        direct_message_events: [event],
        users: { [from.id]: { id: from.id, name: from.name, screen_name: from.username } },
      });
      return made;
    },
    /** Registers the webhook: X wants to see first that its owner knows the secret. */
    async subscribe(callback: string): Promise<boolean> {
      const answer = await fetch(`${callback}?crc_token=challenge-1`);
      const expected = `sha256=${createHmac("sha256", secret).update("challenge-1").digest("base64")}`;
      if (!answer.ok || Object(await answer.json()).response_token !== expected) return false;
      state.callback = callback;
      return true;
    },
    endAccess: () => {
      state.access = "ended";
    },
    refuse: (...refusals: Refusal[]) => state.refusals.push(...refusals),
    cut: () => {
      state.isCut = true;
    },
    mend: () => {
      state.isCut = false;
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function names(post: Post, person: Person): boolean {
  return post.text.toLowerCase().includes(`@${person.username}`);
}

function pair(one: Person, other: Person): string {
  return [one.id, other.id].sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).join("-");
}

function ok(body: object): Refusal {
  return { status: 200, body };
}

function problem(status: number, title: string, detail: string): Refusal {
  return { status, body: { title, detail, type: "about:blank", status } };
}

async function read(request: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const url = new URL(request.url ?? "/", "http://x.example");
  const text = Buffer.concat(chunks).toString();
  const isJson = request.headers["content-type"]?.includes("json") ?? false;
  return {
    method: request.method ?? "GET",
    path: decodeURIComponent(url.pathname),
    query: url.searchParams,
    body: isJson ? JSON.parse(text) : { form: text },
  };
}

function send(response: ServerResponse, { status, body, headers = {} }: Refusal): void {
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "x-rate-limit-remaining": "9",
    ...headers,
  });
  response.end(JSON.stringify(body));
}
