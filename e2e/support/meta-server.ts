import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Person = { id: string; name: string; username: string };
type Comment = {
  id: string;
  postId: string;
  parentId: string | null;
  from: Person;
  text: string;
  at: Date;
  isHidden: boolean;
  isLiked: boolean;
  attachmentId: string | null;
};
type Said = { id: string; personId: string; isOurs: boolean; text: string; at: Date };
type Request = { method: string; path: string; query: URLSearchParams; body: Record<string, unknown> };
type Refusal = { status: number; error: object; headers?: Record<string, string> };

export type MetaServer = Awaited<ReturnType<typeof startMetaServer>>;

/**
 * A small Meta on loopback: one application with one page and one Instagram account, people who comment and write,
 * the calls of the Graph API that a desk needs, and the webhooks that tell of them, signed and repeated until they are
 * taken. Port 0 takes a free one.
 */
export async function startMetaServer(options: { port?: number } = {}) {
  const application = {
    id: "1047826390214467",
    secret: "secret-of-the-application",
    verifyToken: "a-long-verify-token",
  };
  const page: Person = { id: "103482957610044", name: "Marmelune", username: "marmelune" };
  const account: Person = { id: "17841405309211844", name: "Marmelune", username: "marmelune" };
  const token = "token-of-marmelune";
  const comments = new Map<string, Comment>();
  const posts = new Map<string, { id: string; text: string; at: Date; on: "page" | "instagram" }>();
  const said: Said[] = [];
  const people = new Map<string, Person>();
  const calls: Request[] = [];
  const undelivered: Array<{ body: string; tries: number }> = [];
  const state = {
    callback: "",
    isCut: false,
    refusals: [] as Refusal[],
    subscribed: 0,
    delivered: 0,
    closed: false,
  };
  let counter = 700_000_000_000;
  const next = () => String(++counter);
  const iso = (at: Date) => at.toISOString().replace(/\.\d+Z$/, "+0000");

  const server = createServer((request, response) => {
    if (state.isCut) return void request.socket.destroy();
    read(request)
      .then((call) => {
        calls.push(call);
        const refusal = state.refusals.shift();
        if (refusal) return send(response, refusal.status, { error: refusal.error }, refusal.headers);
        const answer = answerTo(call, request.headers.authorization ?? "");
        send(response, "error" in answer ? 400 : 200, answer);
      })
      .catch((error: unknown) => send(response, 500, { error: { code: 1, message: String(error) } }));
  });
  await new Promise<void>((done) => server.listen(options.port ?? 0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;

  function answerTo({ method, path, query, body }: Request, authorization: string): object {
    const bearer = authorization.replace(/^Bearer /, "");
    const proof = createHmac("sha256", application.secret).update(bearer).digest("hex");
    if (query.get("appsecret_proof") !== proof)
      return failed(100, "Invalid appsecret_proof provided in the API argument");
    if (path === "debug_token") return { data: inspect(query.get("input_token") ?? "") };
    if (bearer !== token) return failed(190, "Error validating access token: Session has expired");
    const [first = "", edge = ""] = path.split("/");
    if (first === "me") return ofMe(method, edge, query, body);
    if (edge === "conversations" || edge === "messages") return talk(first);
    if (edge === "feed" || edge === "media") return { data: listed(edge) };
    if (edge === "tagged") return { data: [] };
    if (edge === "photos") return { id: next() };
    if (edge === "mentions") return published(first, null, String(body.message), null);
    if (edge === "comments" && method === "GET") return { data: under(first) };
    if (edge === "comments" || edge === "replies") return answered(first, body);
    if (edge === "likes") return liked(first, method === "POST");
    return object(first, method, query, body);
  }

  function inspect(inspected: string): object {
    if (inspected !== token) return { app_id: application.id, is_valid: false, scopes: [] };
    const scopes =
      "pages_manage_metadata,pages_read_engagement,pages_read_user_content,pages_manage_engagement,pages_messaging,instagram_basic,instagram_manage_comments,instagram_manage_messages";
    const inDays = (days: number) => Math.round(Date.now() / 1000) + days * 86_400;
    return {
      app_id: application.id,
      type: "PAGE",
      is_valid: true,
      expires_at: 0,
      data_access_expires_at: inDays(80),
      scopes: scopes.split(","),
    };
  }

  function ofMe(method: string, edge: string, query: URLSearchParams, body: Record<string, unknown>): object {
    if (edge === "subscribed_apps") {
      state.subscribed++;
      return { success: true };
    }
    if (edge === "message_attachments") return { attachment_id: next() };
    if (edge === "conversations") {
      const talks = [...new Set(said.map((one) => one.personId))].map((personId) => ({
        id: `t_${personId}`,
        updated_time: iso(said.filter((one) => one.personId === personId).at(-1)?.at ?? new Date()),
      }));
      return { data: query.get("platform") === "messenger" ? talks : [] };
    }
    if (edge !== "messages" || method !== "POST") return failed(100, `no such edge: ${edge}`);
    return written(body);
  }

  /** POST /me/messages: to a person within their window, or once to a comment. */
  function written(body: Record<string, unknown>): object {
    const recipient = Object(body.recipient);
    const text = String(Object(body.message).text ?? "");
    const comment = comments.get(String(recipient.comment_id ?? ""));
    if (recipient.comment_id && !comment) return failed(100, "Object does not exist", 33);
    if (comment && said.some((one) => one.id === `m_private_${comment.id}`))
      return failed(10900, "Activity already replied to");
    const personId = comment?.from.id ?? String(recipient.id);
    const last = said.filter((one) => one.personId === personId && !one.isOurs).at(-1);
    if (!comment && !last) return failed(100, "No matching user found", 2018001);
    const hours = comment ? 0 : (Date.now() - (last?.at.getTime() ?? 0)) / 3_600_000;
    if (hours > 168 || (hours > 24 && body.tag !== "HUMAN_AGENT"))
      return failed(10, "This message is sent outside of allowed window.", 2018278);
    const id = comment ? `m_private_${comment.id}` : `m_${next()}`;
    said.push({ id, personId, isOurs: true, text, at: new Date() });
    tellMessage({
      sender: { id: page.id },
      recipient: { id: personId },
      message: { mid: id, text, is_echo: true, app_id: Number(application.id) },
    });
    return { recipient_id: personId, message_id: id };
  }

  function talk(id: string): object {
    const personId = id.replace(/^t_/, "");
    const other = person(personId);
    const data = said
      .filter((one) => one.personId === personId)
      .reverse()
      .map((one) => ({
        id: one.id,
        created_time: iso(one.at),
        message: one.text,
        from: one.isOurs ? page : other,
        to: { data: [one.isOurs ? other : page] },
      }));
    return { data };
  }

  function listed(edge: string): object[] {
    const on = edge === "feed" ? "page" : "instagram";
    return [...posts.values()]
      .filter((post) => post.on === on)
      .map((post) =>
        edge === "feed"
          ? {
              id: post.id,
              message: post.text,
              from: page,
              created_time: iso(post.at),
              updated_time: iso(new Date()),
              permalink_url: `https://www.facebook.com/marmelune/posts/${post.id}`,
            }
          : {
              id: post.id,
              caption: post.text,
              username: account.username,
              timestamp: iso(post.at),
              comments_count: 1,
              permalink: `https://www.instagram.com/p/${post.id}/`,
            },
      );
  }

  function under(postId: string): object[] {
    const here = [...comments.values()].filter((one) => one.postId === postId).reverse();
    if (posts.get(postId)?.on === "page") return here.map(asGraph);
    // Instagram lists what stands at the top, with the answers in it.
    return here
      .filter((one) => one.parentId === null)
      .map((one) => ({
        ...asGraph(one),
        replies: { data: here.filter(({ parentId }) => parentId === one.id).map(asGraph) },
      }));
  }

  function asGraph(one: Comment): object {
    const isPage = posts.get(one.postId)?.on === "page";
    return isPage
      ? {
          id: one.id,
          message: one.text,
          created_time: iso(one.at),
          from: { id: one.from.id, name: one.from.name },
          ...(one.parentId ? { parent: { id: one.parentId } } : {}),
        }
      : {
          id: one.id,
          text: one.text,
          timestamp: iso(one.at),
          username: one.from.username,
          from: { id: one.from.id, username: one.from.username },
        };
  }

  function answered(target: string, body: Record<string, unknown>): object {
    const above = comments.get(target);
    if (!above && !posts.has(target)) return failed(100, "Object does not exist", 33);
    return published(
      above?.postId ?? target,
      above?.id ?? null,
      String(body.message),
      String(body.attachment_id ?? "") || null,
    );
  }

  function published(
    postId: string,
    parentId: string | null,
    text: string,
    attachmentId: string | null,
  ): object {
    const from = posts.get(postId)?.on === "instagram" ? account : page;
    return { id: add({ postId, parentId, from, text, attachmentId }).id };
  }

  function liked(id: string, isLiked: boolean): object {
    const comment = comments.get(id);
    if (!comment) return failed(100, "Object does not exist", 33);
    comment.isLiked = isLiked;
    return { success: true };
  }

  function object(id: string, method: string, query: URLSearchParams, body: Record<string, unknown>): object {
    const fields = query.get("fields") ?? "";
    if (id === page.id || id === account.id) {
      const commentId = /mentioned_comment\.comment_id\((\d+)\)/.exec(fields)?.[1];
      if (commentId) return { id, mentioned_comment: asGraph(comments.get(commentId)!) };
      return { id, name: page.name };
    }
    const comment = comments.get(id);
    if (comment && method === "DELETE") {
      comments.delete(id);
      return { success: true };
    }
    if (comment && method === "POST") {
      comment.isHidden = (query.get("is_hidden") ?? query.get("hide") ?? String(body.is_hidden)) === "true";
      return { success: true };
    }
    if (comment) return asGraph(comment);
    const post = posts.get(id);
    if (post)
      return post.on === "page"
        ? {
            id,
            message: post.text,
            from: page,
            permalink_url: `https://www.facebook.com/marmelune/posts/${id}`,
          }
        : {
            id,
            caption: post.text,
            username: account.username,
            permalink: `https://www.instagram.com/p/${id}/`,
          };
    const who = people.get(id);
    return who
      ? { id, name: who.name, ...(fields.includes("username") ? { username: who.username } : {}) }
      : failed(100, "Unsupported get request. Object with ID does not exist", 33);
  }

  function add(made: Pick<Comment, "postId" | "parentId" | "from" | "text" | "attachmentId">): Comment {
    const id = posts.get(made.postId)?.on === "page" ? `${made.postId.split("_")[1]}_${next()}` : next();
    const comment = { ...made, id, at: new Date(), isHidden: false, isLiked: false };
    comments.set(id, comment);
    tellComment(comment, "add");
    return comment;
  }

  function tellComment(one: Comment, verb: "add" | "edited" | "remove" | "hide" | "unhide"): void {
    if (posts.get(one.postId)?.on !== "page") {
      const value = {
        id: one.id,
        text: one.text,
        from: { id: one.from.id, username: one.from.username },
        media: { id: one.postId, media_product_type: "FEED" },
        ...(one.parentId ? { parent_id: one.parentId } : {}),
      };
      tell("instagram", { id: account.id, time: seconds(), changes: [{ field: "comments", value }] });
      return;
    }
    const value = {
      item: "comment",
      verb,
      comment_id: one.id,
      post_id: one.postId,
      parent_id: one.parentId ?? one.postId,
      created_time: Math.floor(one.at.getTime() / 1000),
      from: { id: one.from.id, name: one.from.name },
      post: {
        id: one.postId,
        permalink_url: `https://www.facebook.com/marmelune/posts/${one.postId}`,
        is_published: true,
      },
      ...(verb === "remove" ? {} : { message: one.text }),
    };
    tell("page", { id: page.id, time: seconds(), changes: [{ field: "feed", value }] });
  }

  function tellMessage(event: object): void {
    tell("page", { id: page.id, time: Date.now(), messaging: [{ timestamp: Date.now(), ...event }] });
  }

  function tell(object: string, entry: object): void {
    // As Meta writes it: letters beyond ASCII and slashes are escaped, and the signature is over just these bytes.
    const body = JSON.stringify({ object, entry: [entry] })
      .replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .replaceAll("/", "\\/");
    undelivered.push({ body, tries: 0 });
    void deliver();
  }

  let delivering = false;
  /** In order, each until it is taken with a 200. */
  async function deliver(): Promise<void> {
    if (delivering || state.callback === "") return;
    delivering = true;
    while (undelivered[0] && !state.isCut && !state.closed) {
      const taken = await post(undelivered[0].body).catch(() => 0);
      if (taken === 200) {
        undelivered.shift();
        state.delivered++;
      } else await new Promise((later) => setTimeout(later, 300));
    }
    delivering = false;
  }

  async function post(body: string): Promise<number> {
    const signature = createHmac("sha256", application.secret).update(body).digest("hex");
    const headers = { "content-type": "application/json", "x-hub-signature-256": `sha256=${signature}` };
    const answer = await fetch(state.callback, { method: "POST", body, headers });
    await answer.arrayBuffer();
    return answer.status;
  }

  function person(id: string): Person {
    return people.get(id) ?? { id, name: id, username: id };
  }
  const seconds = () => Math.floor(Date.now() / 1000);

  return {
    url: `http://127.0.0.1:${port}/v23.0`,
    application,
    page,
    account,
    token,
    calls,
    comments,
    said,
    state,
    undelivered,
    person(name: string): Person {
      const made = { id: next(), name, username: name.toLowerCase().replace(/\W+/g, ".") };
      people.set(made.id, made);
      return made;
    },
    /** Something of the brand's own, under which people comment. */
    post(text: string, on: "page" | "instagram" = "page"): string {
      const id = on === "page" ? `${page.id}_${next()}` : next();
      posts.set(id, { id, text, at: new Date(), on });
      return id;
    },
    comment: (postId: string, from: Person, text: string, parentId: string | null = null) =>
      add({ postId, parentId, from, text, attachmentId: null }),
    edit(comment: Comment, text: string): void {
      comment.text = text;
      tellComment(comment, "edited");
    },
    remove(comment: Comment): void {
      comments.delete(comment.id);
      tellComment(comment, "remove");
    },
    /** One of us hides it in the page's own inbox. */
    hideThere(comment: Comment): void {
      comment.isHidden = true;
      tellComment(comment, "hide");
    },
    /** Somebody writes in Messenger. */
    message(from: Person, text: string, at = new Date()): string {
      const id = `m_${next()}`;
      said.push({ id, personId: from.id, isOurs: false, text, at });
      tellMessage({ sender: { id: from.id }, recipient: { id: page.id }, message: { mid: id, text } });
      return id;
    },
    /** One of us answers in the page's own inbox. */
    answerThere(to: Person, text: string): void {
      const id = `m_${next()}`;
      said.push({ id, personId: to.id, isOurs: true, text, at: new Date() });
      tellMessage({
        sender: { id: page.id },
        recipient: { id: to.id },
        message: { mid: id, text, is_echo: true, app_id: 263902037430900 },
      });
    },
    /** What an operator does in the App Dashboard: Meta asks the address first. */
    async subscribe(callback: string): Promise<boolean> {
      const url = new URL(callback);
      url.searchParams.set("hub.mode", "subscribe");
      url.searchParams.set("hub.verify_token", application.verifyToken);
      url.searchParams.set("hub.challenge", "1158201444");
      const answer = await fetch(url);
      if (!answer.ok || (await answer.text()) !== "1158201444") return false;
      state.callback = callback;
      void deliver();
      return true;
    },
    /** Nothing answers and nothing is sent until `mend`. */
    cut: () => {
      state.isCut = true;
    },
    mend: () => {
      state.isCut = false;
      void deliver();
    },
    /** The next calls are refused like this. */
    refuse: (...refusals: Refusal[]) => state.refusals.push(...refusals),
    async close(): Promise<void> {
      state.closed = true;
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function failed(code: number, message: string, error_subcode?: number): { error: object } {
  return {
    error: {
      message,
      type: "OAuthException",
      code,
      ...(error_subcode ? { error_subcode } : {}),
      fbtrace_id: "A1",
    },
  };
}

async function read(request: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const url = new URL(request.url ?? "/", "http://meta.example");
  const text = Buffer.concat(chunks).toString();
  const isJson = request.headers["content-type"]?.includes("json") ?? false;
  return {
    method: request.method ?? "GET",
    path: decodeURIComponent(url.pathname.replace(/^\/v23\.0\//, "").replace(/^\//, "")),
    query: url.searchParams,
    body: isJson ? JSON.parse(text) : { form: text },
  };
}

function send(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json; charset=UTF-8", ...headers });
  response.end(JSON.stringify(body));
}
