import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

type Post = { [field: string]: unknown } & {
  id: number;
  topic_id: number;
  username: string;
  post_number: number;
};
type Topic = { id: number; title: string; archetype: string; category_id: number | null };

export type DiscourseServer = Awaited<ReturnType<typeof startDiscourseServer>>;

/** A small forum on loopback that speaks the parts of Discourse's API that one account needs. */
export async function startDiscourseServer(options: { username?: string; apiKey?: string } = {}) {
  const { username = "marmelune", apiKey = "key-of-marmelune" } = options;
  const posts: Post[] = [];
  const topics: Topic[] = [];
  const notifications: object[] = [];
  const liked = new Set<number>();
  const failures: Array<{ status: number; body: object }> = [];
  let away = false;
  let lastId = 100;
  const server = createServer((request, response) => {
    if (away) request.socket.destroy();
    else void answer(request, response);
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const say = (status: number, body: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    const failure = failures.shift();
    if (failure) return void say(failure.status, failure.body);
    if (request.headers["api-key"] !== apiKey || request.headers["api-username"] !== username) {
      return void say(403, {
        errors: ["You are not permitted to view the requested resource."],
        error_type: "invalid_access",
      });
    }
    const { pathname, searchParams } = new URL(request.url ?? "/", url);
    const body: { [field: string]: unknown } =
      chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {};
    const found = /^\/posts\/(\d+)\.json$/.exec(pathname);
    const numbered = /^\/posts\/by_number\/(\d+)\/(\d+)\.json$/.exec(pathname);
    const about = /^\/t\/(\d+)\.json$/.exec(pathname);
    const gone = { errors: ["The requested URL or resource could not be found."], error_type: "not_found" };
    const one = (post: object | undefined) => void (post ? say(200, post) : say(404, gone));
    if (pathname === "/posts.json" && request.method === "POST") return one(write(username, body));
    if (pathname === "/posts.json") {
      const isPrivate = searchParams.get("id") === "private_posts";
      const before = Number(searchParams.get("before") ?? Number.POSITIVE_INFINITY);
      const list = posts
        .filter(
          (post) =>
            (topicOf(post.topic_id)?.archetype === "private_message") === isPrivate && post.id <= before,
        )
        .sort((a, b) => b.id - a.id)
        .slice(0, 50);
      return void say(200, { [isPrivate ? "private_posts" : "latest_posts"]: list });
    }
    if (pathname === "/notifications.json") {
      const offset = Number(searchParams.get("offset") ?? 0);
      return void say(200, { notifications: [...notifications].reverse().slice(offset, offset + 60) });
    }
    if (pathname === "/post_actions.json") {
      liked.add(Number(body.id));
      return void say(200, { id: body.id });
    }
    if (found) return one(posts.find((post) => post.id === Number(found[1])));
    if (numbered) {
      return one(
        posts.find(
          (post) => post.topic_id === Number(numbered[1]) && post.post_number === Number(numbered[2]),
        ),
      );
    }
    return one(about ? topicOf(Number(about[1])) : undefined);
  }

  const topicOf = (id: number) => topics.find((topic) => topic.id === id);

  function write(author: string, given: { [field: string]: unknown }): Post {
    const title = typeof given.title === "string" ? given.title : null;
    let topicId = Number(given.topic_id ?? 0);
    if (title !== null) {
      topicId = ++lastId;
      const archetype = typeof given.archetype === "string" ? given.archetype : "regular";
      topics.push({ id: topicId, title, archetype, category_id: Number(given.category_id ?? 0) || null });
    }
    const topic = topicOf(topicId);
    const above = posts.find(
      ({ topic_id, post_number }) => topic_id === topicId && post_number === given.reply_to_post_number,
    );
    const raw = String(given.raw ?? "");
    const cooked = raw.replace(/@(\w+)/g, '<a class="mention" href="/u/$1">@$1</a>');
    const post: Post = {
      id: ++lastId,
      name: "",
      username: author,
      avatar_template: "/letter_avatar_proxy/v4/letter/o/aabbcc/{size}.png",
      created_at: new Date().toISOString(),
      updated_at: new Date().toISOString(),
      cooked: `<p>${cooked}</p>`,
      raw,
      post_number: posts.filter(({ topic_id }) => topic_id === topicId).length + 1,
      post_type: 1,
      reply_to_post_number: given.reply_to_post_number ?? null,
      reply_to_user: above ? { username: above.username } : null,
      topic_id: topicId,
      topic_slug: "topic",
      topic_title: topic?.title ?? "",
      category_id: topic?.category_id ?? null,
      version: 1,
      deleted_at: null,
      user_deleted: false,
    };
    posts.push(post);
    return post;
  }

  let url = "";
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  url = `http://127.0.0.1:${typeof bound === "object" && bound !== null ? bound.port : 0}`;
  return {
    url,
    username,
    apiKey,
    posts,
    liked,
    /** Somebody writes; `title` opens a topic, `notify` tells our account (1 mentioned, 6 private message, …). */
    write(author: string, given: { [field: string]: unknown }, notify: number | null = null): Post {
      const post = write(author, given);
      if (notify !== null) {
        notifications.push({
          id: ++lastId,
          notification_type: notify,
          created_at: post.created_at,
          post_number: post.post_number,
          topic_id: post.topic_id,
          data: { original_post_id: post.id, display_username: author },
        });
      }
      return post;
    },
    edit(post: Post, raw: string): void {
      Object.assign(post, {
        raw,
        cooked: `<p>${raw}</p>`,
        version: Number(post.version) + 1,
        updated_at: new Date().toISOString(),
      });
    },
    remove(post: Post): void {
      posts.splice(posts.indexOf(post), 1);
    },
    /** The next call fails so. */
    failNext: (status: number, body: object) => failures.push({ status, body }),
    setAway(isAway: boolean): void {
      away = isAway;
    },
    /** What a webhook of the forum sends. */
    webhook(event: string, post: object, secret: string): RequestInit {
      const body = JSON.stringify({ post });
      const signature = createHmac("sha256", secret).update(body).digest("hex");
      const headers = {
        "content-type": "application/json",
        "x-discourse-event-type": "post",
        "x-discourse-event": event,
        "x-discourse-event-signature": `sha256=${signature}`,
      };
      return { method: "POST", headers, body };
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
