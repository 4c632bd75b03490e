import type { IncomingMessage, ServerResponse } from "node:http";
import busboy from "busboy";
import type { Media, Post, Visibility, World } from "./mastodon-world";

export type Token = { personId: string; application: string; scopes: string[] };
/** Status 0: the work is done and the line breaks before the answer. */
export type Failure = { times: number; status: number; path: string; headers: Record<string, string> };

type Seen = { method: string; path: string; headers: IncomingMessage["headers"]; fields: Fields };
type Fields = Record<string, unknown>;
type Answer = { status: number; body: unknown; headers?: Record<string, string> };
type Ask = {
  method: string;
  path: string;
  query: URLSearchParams;
  fields: Fields;
  files: File[];
  me: Token | null;
  headers: IncomingMessage["headers"];
};
type File = { name: string; contentType: string; bytes: Buffer; description?: string };

type Draft = {
  authorId: string;
  text: string;
  visibility: Visibility;
  inReplyTo: string | null;
  spoiler: string;
  language: string | null;
  at: Date;
  application: string | null;
  mediaIds: string[];
  filtered: boolean;
};

const maxCharacters = 500;

/** The REST half of the small instance. */
export class Api {
  readonly requests: Seen[] = [];
  readonly failures: Failure[] = [];
  readonly favourites = new Set<string>();
  readonly sentKeys = new Map<string, string>();
  mediaMs = 0;
  private left = 300;

  constructor(
    private readonly world: World,
    private readonly tokens: Map<string, Token>,
    private readonly push: (personId: string, event: string, payload: unknown) => void,
  ) {}

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", this.world.url);
    const { fields, files } = await read(request);
    const path = url.pathname;
    this.requests.push({
      method: request.method ?? "",
      path: request.url ?? "",
      headers: request.headers,
      fields,
    });
    const failure = this.failure(path);
    const me = this.tokens.get(request.headers.authorization?.replace(/^Bearer /, "") ?? "") ?? null;
    const ask: Ask = {
      method: request.method ?? "GET",
      path,
      query: url.searchParams,
      fields,
      files,
      me,
      headers: request.headers,
    };
    const given: Answer =
      failure && failure.status > 0
        ? { status: failure.status, body: { error: "made to fail" }, headers: failure.headers }
        : this.route(ask);
    if (failure?.status === 0) {
      request.socket.destroy();
      return;
    }
    this.left = Math.max(0, this.left - 1);
    const isBinary = Buffer.isBuffer(given.body);
    response.writeHead(given.status, {
      "content-type": isBinary ? "image/png" : "application/json; charset=utf-8",
      "x-ratelimit-limit": "300",
      "x-ratelimit-remaining": String(this.left),
      "x-ratelimit-reset": new Date(Date.now() + 300_000).toISOString(),
      ...given.headers,
    });
    response.end(isBinary ? given.body : JSON.stringify(given.body));
  }

  failure(path: string): Failure | undefined {
    const at = this.failures.findIndex((one) => path.startsWith(one.path));
    const found = this.failures[at];
    if (!found) return undefined;
    if (--found.times <= 0) this.failures.splice(at, 1);
    return found;
  }

  publish(draft: Draft): Post {
    const { at, filtered, ...rest } = draft;
    const post: Post = {
      ...rest,
      id: this.world.nextId(),
      createdAt: at.toISOString(),
      editedAt: null,
      mentioned: this.world.mentionedIn(draft.text),
    };
    this.world.posts.set(post.id, post);
    this.tell(post, "update", [post.authorId]);
    for (const id of post.mentioned) {
      if (id === post.authorId || this.world.people.get(id)?.domain !== null) continue;
      const notice = this.world.notice(id, post, filtered);
      if (!filtered) this.push(id, "notification", this.world.notification(notice));
    }
    return post;
  }

  edit(id: string, change: { text: string }): Post {
    const post = this.world.posts.get(id)!;
    Object.assign(post, change, { editedAt: new Date().toISOString() });
    this.tell(post, "status.update", [post.authorId, ...post.mentioned]);
    return post;
  }

  remove(id: string): void {
    const post = this.world.posts.get(id)!;
    this.world.remove(id);
    for (const reader of new Set([post.authorId, ...post.mentioned])) this.push(reader, "delete", id);
  }

  keep(file: File, ms: number): Media {
    const type = file.contentType.split("/")[0] ?? "unknown";
    const media: Media = {
      ...file,
      id: this.world.nextId(),
      type: ["image", "video", "audio"].includes(type) ? type : "unknown",
      description: file.description ?? null,
      readyAt: Date.now() + ms,
    };
    this.world.media.set(media.id, media);
    return media;
  }

  private tell(post: Post, event: string, readers: string[]): void {
    for (const reader of new Set(readers)) this.push(reader, event, this.world.status(post, reader));
  }

  private route(ask: Ask): Answer {
    const key = `${ask.method} ${ask.path}`;
    for (const [pattern, handle] of this.routes) {
      const match = pattern.exec(key);
      if (!match) continue;
      if (!ask.me && !/^GET \/(api\/v[12]\/instance|avatars|media)/.test(key)) {
        return { status: 401, body: { error: "The access token is invalid" } };
      }
      return handle(ask, match[1] ?? "", ask.me ?? { personId: "", application: "", scopes: [] });
    }
    return { status: 404, body: { error: "Record not found" } };
  }

  private readonly routes: Array<[RegExp, (ask: Ask, id: string, me: Token) => Answer]> = [
    [/^GET \/api\/v1\/accounts\/verify_credentials$/, (_ask, _id, me) => ok(this.world.account(me.personId))],
    [
      /^GET \/api\/v1\/apps\/verify_credentials$/,
      (_ask, _id, me) => ok({ id: "1", name: me.application, website: null, scopes: me.scopes }),
    ],
    [/^GET \/api\/v2\/instance$/, () => ok(this.instance())],
    [
      /^GET \/api\/v1\/instance$/,
      () =>
        ok({
          uri: this.world.domain,
          version: "4.3.2",
          urls: { streaming_api: this.world.url.replace("http", "ws") },
        }),
    ],
    [/^GET \/api\/v1\/notifications$/, (ask, _id, me) => this.notifications(ask, me)],
    [/^GET \/api\/v1\/accounts\/(\w+)\/statuses$/, (ask, id, me) => this.accountStatuses(ask, id, me)],
    [
      /^GET \/api\/v1\/accounts\/(\w+)$/,
      (_ask, id) => (this.world.people.has(id) ? ok(this.world.account(id)) : gone),
    ],
    [/^GET \/api\/v2\/search$/, (ask, _id, me) => this.search(ask, me)],
    [
      /^GET \/api\/v1\/timelines\/tag\/([^/]+)$/,
      (ask, name, me) => {
        const posts = this.world.found(`#${decodeURIComponent(name)}`);
        return this.page(ask, posts, (post) => this.world.status(post, me.personId));
      },
    ],
    [
      /^POST \/api\/v1\/statuses\/(\w+\/(?:un)?favourite)$/,
      (_ask, what, me) => this.favour(what.split("/")[0] ?? "", me, what.endsWith("/favourite")),
    ],
    [/^POST \/api\/v1\/statuses$/, (ask, _id, me) => this.create(ask, me)],
    [
      /^GET \/api\/v1\/statuses\/(\w+)$/,
      (_ask, id, me) => this.one(id, me, (post) => this.world.status(post, me.personId)),
    ],
    [
      /^GET \/api\/v1\/statuses\/(\w+)\/context$/,
      (_ask, id, me) => this.one(id, me, (post) => this.context(post, me)),
    ],
    [
      /^PUT \/api\/v1\/statuses\/(\w+)$/,
      (ask, id, me) =>
        this.mine(id, me, () =>
          this.world.status(this.edit(id, { text: String(ask.fields.status ?? "") }), me.personId),
        ),
    ],
    [
      /^DELETE \/api\/v1\/statuses\/(\w+)$/,
      (_ask, id, me) => this.mine(id, me, (post) => this.withdraw(post, me)),
    ],
    [/^POST \/api\/(v[12])\/media$/, (ask, version) => this.upload(ask, version === "v2")],
    [/^GET \/api\/v1\/media\/(\w+)$/, (_ask, id) => this.mediaState(id)],
    [
      /^GET \/(?:avatars|media)\/(\w+)/,
      (_ask, id) => ({ status: 200, body: this.world.media.get(id)?.bytes ?? dot }),
    ],
  ];

  private instance() {
    return {
      domain: this.world.domain,
      title: "A small instance",
      version: "4.3.2",
      source_url: "https://github.com/mastodon/mastodon",
      description: "",
      configuration: {
        urls: { streaming: this.world.url.replace("http", "ws") },
        statuses: {
          max_characters: maxCharacters,
          max_media_attachments: 4,
          characters_reserved_per_url: 23,
        },
        media_attachments: {
          supported_mime_types: ["image/png", "image/jpeg"],
          image_size_limit: 16_777_216,
        },
      },
      api_versions: { mastodon: 2 },
      rules: [],
    };
  }

  private notifications(ask: Ask, me: Token): Answer {
    if (!me.scopes.some((scope) => scope === "read" || scope === "read:notifications")) return outside;
    const types = ask.query.getAll("types[]");
    const all = this.world.notices.filter(
      (notice) =>
        notice.to === me.personId &&
        (types.length === 0 || types.includes(notice.type)) &&
        (!notice.filtered || ask.query.get("include_filtered") === "true"),
    );
    return this.page(ask, all, (notice) => this.world.notification(notice));
  }

  /** With an index and a kind of result the newest come first, and a count says where to go on. */
  private search(ask: Ask, me: Token): Answer {
    const minId = ask.query.get("min_id");
    const skip = Number(ask.query.get("offset") ?? 0);
    const statuses = this.world
      .found((ask.query.get("q") ?? "").replaceAll('"', ""))
      .filter((post) => minId === null || BigInt(post.id) > BigInt(minId))
      .sort((one, other) => (BigInt(one.id) < BigInt(other.id) ? 1 : -1))
      .slice(skip, skip + Math.min(Number(ask.query.get("limit") ?? 20), 40))
      .map((post) => this.world.status(post, me.personId));
    return ok({ accounts: [], statuses, hashtags: [] });
  }

  private favour(id: string, me: Token, isGiven: boolean): Answer {
    if (!me.scopes.some((scope) => scope === "write" || scope === "write:favourites")) return outside;
    return this.one(id, me, (post) => {
      if (isGiven) this.favourites.add(id);
      else this.favourites.delete(id);
      return { ...this.world.status(post, me.personId), favourited: isGiven };
    });
  }

  private accountStatuses(ask: Ask, id: string, me: Token): Answer {
    const all = [...this.world.posts.values()].filter(
      (post) => post.authorId === id && this.world.mayRead(me.personId, post),
    );
    return this.page(ask, all, (post) => this.world.status(post, me.personId));
  }

  /** `since_id` gives the newest, `min_id` those right after it; both answers have the newest first. */
  private page<T extends { id: string }>(ask: Ask, all: T[], show: (one: T) => unknown): Answer {
    const limit = Math.min(Number(ask.query.get("limit") ?? 20), 40);
    const above = (id: string | null) => (one: T) => id === null || BigInt(one.id) > BigInt(id);
    const maxId = ask.query.get("max_id");
    const minId = ask.query.get("min_id");
    const sorted = [...all]
      .sort((one, other) => (BigInt(one.id) < BigInt(other.id) ? 1 : -1))
      .filter((one) => maxId === null || BigInt(one.id) < BigInt(maxId))
      .filter(above(ask.query.get("since_id")))
      .filter(above(minId));
    const page = minId === null ? sorted.slice(0, limit) : sorted.slice(-limit);
    const link = (rel: string, name: string, id: string | undefined) =>
      `<${this.world.url}${ask.path}?limit=${limit}&${name}=${id}>; rel="${rel}"`;
    const headers: Record<string, string> =
      page.length > 0
        ? { link: `${link("next", "max_id", page.at(-1)?.id)}, ${link("prev", "min_id", page[0]?.id)}` }
        : {};
    return { status: 200, body: page.map(show), headers };
  }

  private create(ask: Ask, me: Token): Answer {
    if (!me.scopes.some((scope) => scope === "write" || scope === "write:statuses")) return outside;
    const key = `${me.personId} ${ask.headers["idempotency-key"]}`;
    const known = this.world.posts.get(this.sentKeys.get(key) ?? "");
    if (known) return ok(this.world.status(known, me.personId));
    const text = String(ask.fields.status ?? "");
    const spoiler = String(ask.fields.spoiler_text ?? "");
    const mediaIds = [ask.fields.media_ids ?? []].flat().map(String);
    const inReplyTo = ask.fields.in_reply_to_id == null ? null : String(ask.fields.in_reply_to_id);
    const above = inReplyTo === null ? undefined : this.world.posts.get(inReplyTo);
    if (inReplyTo !== null && !(above && this.world.mayRead(me.personId, above))) {
      return {
        status: 404,
        body: { error: "The post you are trying to reply to does not appear to exist." },
      };
    }
    if (text.trim() === "" && mediaIds.length === 0) return invalid("Validation failed: Text can't be blank");
    if (counted(text) + counted(spoiler) > maxCharacters) {
      return invalid(`Validation failed: Text character limit of ${maxCharacters} exceeded`);
    }
    if (mediaIds.some((id) => (this.world.media.get(id)?.readyAt ?? Number.POSITIVE_INFINITY) > Date.now())) {
      return invalid("Cannot attach files that have not finished processing. Try again in a moment!");
    }
    const allowed = ask.fields.allowed_mentions;
    const unexpected = Array.isArray(allowed)
      ? this.world.mentionedIn(text).filter((id) => !allowed.map(String).includes(id))
      : [];
    if (unexpected.length > 0) {
      const body = {
        error: "The post would be sent to unexpected accounts",
        unexpected_accounts: unexpected.map((id) => this.world.account(id)),
      };
      return { status: 422, body };
    }
    const post = this.publish({
      authorId: me.personId,
      text,
      visibility: visibility(ask.fields.visibility),
      inReplyTo,
      spoiler,
      language: typeof ask.fields.language === "string" ? ask.fields.language : null,
      at: new Date(),
      application: me.application,
      mediaIds,
      filtered: false,
    });
    if (ask.headers["idempotency-key"]) this.sentKeys.set(key, post.id);
    return ok(this.world.status(post, me.personId));
  }

  private context(post: Post, me: Token) {
    const ancestors: Post[] = [];
    for (let up = post.inReplyTo; up; up = this.world.posts.get(up)?.inReplyTo ?? null) {
      const above = this.world.posts.get(up);
      if (above) ancestors.unshift(above);
    }
    const below = (id: string): Post[] =>
      [...this.world.posts.values()]
        .filter((one) => one.inReplyTo === id)
        .flatMap((one) => [one, ...below(one.id)]);
    const shown = (posts: Post[]) =>
      posts
        .filter((one) => this.world.mayRead(me.personId, one))
        .map((one) => this.world.status(one, me.personId));
    return { ancestors: shown(ancestors), descendants: shown(below(post.id)) };
  }

  private withdraw(post: Post, me: Token) {
    const shown = { ...this.world.status(post, me.personId), text: post.text };
    this.remove(post.id);
    return shown;
  }

  private upload(ask: Ask, isVersion2: boolean): Answer {
    const file = ask.files[0];
    if (!file) return invalid("Validation failed: File can't be blank");
    if (!/^(image|video|audio)\//.test(file.contentType)) {
      return invalid("Validation failed: File content type is invalid, File is invalid");
    }
    const description = typeof ask.fields.description === "string" ? ask.fields.description : undefined;
    const media = this.keep({ ...file, description }, isVersion2 ? this.mediaMs : 0);
    return { status: isVersion2 && this.mediaMs > 0 ? 202 : 200, body: this.world.attachment(media) };
  }

  private mediaState(id: string): Answer {
    const media = this.world.media.get(id);
    if (!media) return gone;
    return { status: media.readyAt > Date.now() ? 206 : 200, body: this.world.attachment(media) };
  }

  private one(id: string, me: Token, show: (post: Post) => unknown): Answer {
    const post = this.world.posts.get(id);
    return post && this.world.mayRead(me.personId, post) ? ok(show(post)) : gone;
  }

  private mine(id: string, me: Token, work: (post: Post) => unknown): Answer {
    const post = this.world.posts.get(id);
    return post?.authorId === me.personId ? ok(work(post)) : gone;
  }
}

const gone: Answer = { status: 404, body: { error: "Record not found" } };
const outside: Answer = { status: 403, body: { error: "This action is outside the authorized scopes" } };
const dot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

function ok(body: unknown): Answer {
  return { status: 200, body };
}

function invalid(error: string): Answer {
  return { status: 422, body: { error } };
}

function visibility(value: unknown): Visibility {
  return value === "unlisted" || value === "private" || value === "direct" ? value : "public";
}

function counted(text: string): number {
  const shortened = text.replace(/https?:\/\/[^\s]+/g, "x".repeat(23)).replace(/@(\w+)@[\w.-]+\w/g, "@$1");
  return [...new Intl.Segmenter("en").segment(shortened)].length;
}

async function read(request: IncomingMessage): Promise<{ fields: Fields; files: File[] }> {
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/") && !type.startsWith("application/x-www-form-urlencoded")) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    return { fields: text === "" ? {} : JSON.parse(text), files: [] };
  }
  const fields: Fields = {};
  const files: File[] = [];
  await new Promise((resolve, reject) => {
    const form = busboy({ headers: request.headers });
    form.on("field", (name, value) => {
      fields[name.replace(/\[\]$/, "")] = name.endsWith("[]")
        ? [fields[name.slice(0, -2)] ?? [], value].flat()
        : value;
    });
    form.on("file", (_name, stream, about) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () =>
        files.push({ name: about.filename ?? "", contentType: about.mimeType, bytes: Buffer.concat(chunks) }),
      );
    });
    form.on("close", resolve);
    form.on("error", reject);
    request.pipe(form);
  });
  return { fields, files };
}
