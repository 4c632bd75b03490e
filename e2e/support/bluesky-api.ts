import { createHash } from "node:crypto";
import { Views } from "./bluesky-views";
import { inside, type Person, postCollection, type Record, type World } from "./bluesky-world";

export type Ask = {
  nsid: string;
  isPost: boolean;
  query: URLSearchParams;
  body: Buffer;
  contentType: string;
  token: string;
  proxy: string;
};
export type Answer = { status: number; body: unknown; headers?: { [name: string]: string } };
type Handler = (ask: Ask, me: Person, json: { [key: string]: unknown }) => Answer;

const chatProxy = "did:web:api.bsky.chat#bsky_chat";

/** The methods of a personal data server and of the services behind it, for the accounts in `passwords`. */
export class Api {
  readonly passwords = new Map<string, string>();
  readonly blobs = new Map<string, { contentType: string; bytes: Buffer }>();
  /** Those who take no direct messages. */
  readonly closed = new Set<string>();
  hasMessages = true;
  private readonly views: Views;
  private readonly access = new Map<string, { did: string; isExpired: boolean }>();
  private readonly refresh = new Map<string, string>();
  private made = 0;

  constructor(
    private readonly world: World,
    private readonly wrote: (operation: "create" | "update" | "delete", record: Record) => void,
  ) {
    this.views = new Views(world);
  }

  answer(ask: Ask): Answer {
    if (ask.nsid === "com.atproto.server.createSession") return this.signIn(jsonOf(ask));
    if (ask.nsid === "com.atproto.server.refreshSession") return this.renew(ask);
    const session = this.access.get(ask.token);
    if (!session) return refuse(401, "AuthMissing", "Authentication Required");
    if (session.isExpired) return refuse(400, "ExpiredToken", "Token has expired");
    const handler = this.handlers[ask.nsid];
    const isForeign = ask.nsid.startsWith("chat.") && ask.proxy !== chatProxy;
    if (!handler || isForeign) return refuse(501, "MethodNotImplemented", "Method Not Implemented");
    if (ask.nsid.startsWith("chat.") && !this.hasMessages) {
      return refuse(400, "InvalidToken", "Bad token method");
    }
    return handler(ask, this.world.person(session.did), ask.isPost ? jsonOf(ask) : {});
  }

  expireAccess(): void {
    for (const one of this.access.values()) one.isExpired = true;
  }

  endSessions(): void {
    this.expireAccess();
    this.refresh.clear();
  }

  private signIn(json: { [key: string]: unknown }): Answer {
    const person = this.world.known(String(json.identifier));
    if (!person || this.passwords.get(person.did) !== json.password) {
      return refuse(401, "AuthenticationRequired", "Invalid identifier or password");
    }
    return this.session(person);
  }

  private renew({ token }: Ask): Answer {
    const did = this.refresh.get(token);
    if (!did) return refuse(400, "ExpiredToken", "Token has been revoked");
    this.refresh.delete(token);
    return this.session(this.world.person(did));
  }

  private session({ did, handle }: Person): Answer {
    const accessJwt = `access.${++this.made}.${did}`;
    const refreshJwt = `refresh.${this.made}.${did}`;
    this.access.set(accessJwt, { did, isExpired: false });
    this.refresh.set(refreshJwt, did);
    const pds = {
      id: "#atproto_pds",
      type: "AtprotoPersonalDataServer",
      serviceEndpoint: this.world.url,
    };
    return ok({ did, handle, accessJwt, refreshJwt, active: true, didDoc: { id: did, service: [pds] } });
  }

  private readonly handlers: { [nsid: string]: Handler } = {
    "com.atproto.identity.resolveHandle": ({ query }) => {
      const person = this.world.known(query.get("handle") ?? "");
      return person ? ok({ did: person.did }) : refuse(400, "InvalidRequest", "Unable to resolve handle");
    },
    "com.atproto.repo.createRecord": (_ask, me, json) => this.write(me, json),
    "com.atproto.repo.putRecord": (_ask, me, json) => this.write(me, { ...json, replaces: true }),
    "com.atproto.repo.getRecord": ({ query }) => {
      const uri = `at://${query.get("repo")}/${query.get("collection")}/${query.get("rkey")}`;
      const record = this.world.records.get(uri);
      if (!record) return refuse(400, "RecordNotFound", `Could not locate record: ${uri}`);
      return ok({ uri, cid: record.cid, value: record.value });
    },
    "com.atproto.repo.deleteRecord": (_ask, me, json) => {
      const record = this.world.records.get(`at://${me.did}/${json.collection}/${json.rkey}`);
      if (record) {
        this.world.remove(record.uri);
        this.wrote("delete", record);
      }
      return ok({});
    },
    "com.atproto.repo.uploadBlob": ({ body, contentType }) => {
      if (body.length > 5_000_000) return refuse(413, "PayloadTooLarge", "request entity too large");
      const link = `bafkrei${createHash("sha256").update(body).digest("hex").slice(0, 52)}`;
      this.blobs.set(link, { contentType, bytes: body });
      const blob = { $type: "blob", ref: { $link: link }, mimeType: contentType, size: body.length };
      return ok({ blob });
    },
    "app.bsky.notification.listNotifications": ({ query }, me) => {
      const reasons = query.getAll("reasons");
      const mine = this.world.notices.filter(
        ({ to, reason }) => to === me.did && (reasons.length === 0 || reasons.includes(reason)),
      );
      const { page, cursor } = paged(query, mine, (one) => one.indexedAt);
      return ok({ notifications: page.map((one) => this.views.notification(one)), ...cursor });
    },
    "app.bsky.feed.getPosts": ({ query }, me) => {
      const uris = query.getAll("uris");
      if (uris.length > 25) return refuse(400, "InvalidRequest", "uris must not have more than 25 elements");
      const found = uris.flatMap((uri) => this.world.records.get(uri) ?? []);
      return ok({ posts: found.map((one) => this.views.post(one, me.did)) });
    },
    "app.bsky.feed.getAuthorFeed": ({ query }, me) => {
      const author = this.world.known(query.get("actor") ?? "")?.did;
      const posts = this.world.posts((one) => one.did === author);
      const { page, cursor } = paged(query, posts, (one) => one.indexedAt);
      return ok({ feed: page.map((one) => ({ post: this.views.post(one, me.did) })), ...cursor });
    },
    "app.bsky.feed.searchPosts": ({ query }, me) => {
      const words = (query.get("q") ?? "").replaceAll('"', "").toLowerCase();
      const posts = this.world.posts((one) => String(one.value.text).toLowerCase().includes(words));
      const { page, cursor } = paged(query, posts, (one) => one.indexedAt);
      return ok({ posts: page.map((one) => this.views.post(one, me.did)), ...cursor });
    },
    "app.bsky.actor.getProfiles": ({ query }) => {
      const people = query.getAll("actors").flatMap((actor) => this.world.known(actor) ?? []);
      return ok({ profiles: people.map((person) => this.views.profile(person)) });
    },
    "chat.bsky.convo.listConvos": ({ query }, me) => {
      const mine = this.world.convos
        .filter(({ members }) => members.includes(me.did))
        .sort((one, other) => (one.rev < other.rev ? 1 : -1));
      const { page, cursor } = paged(query, mine, (one) => one.rev);
      return ok({ convos: page.map((one) => this.views.convo(one)), ...cursor });
    },
    "chat.bsky.convo.getConvoForMembers": ({ query }, me) => {
      const members = query.getAll("members");
      if (members.some((did) => this.closed.has(did))) {
        return refuse(400, "MessagesDisabled", "recipient has disabled incoming messages");
      }
      return ok({ convo: this.views.convo(this.world.convo([...new Set([me.did, ...members])])) });
    },
    "chat.bsky.convo.getMessages": ({ query }, me) => {
      const convo = this.convoOf(query.get("convoId"), me);
      if (!convo) return refuse(400, "InvalidConvo", "Convo not found");
      const { page, cursor } = paged(query, [...convo.messages].reverse(), (one) => one.rev);
      return ok({ messages: page.map((one) => this.views.message(one)), ...cursor });
    },
    "chat.bsky.convo.sendMessage": (_ask, me, json) => {
      const convo = this.convoOf(json.convoId, me);
      if (!convo) return refuse(400, "InvalidConvo", "Convo not found");
      const text = String(inside(json, "message", "text") ?? "");
      return ok(this.views.message(this.world.say(convo, me.did, text)));
    },
  };

  private convoOf(id: unknown, me: Person) {
    return this.world.convos.find((one) => one.id === id && one.members.includes(me.did));
  }

  private write(me: Person, json: { [key: string]: unknown }): Answer {
    const { collection, record, replaces } = json;
    const value = Object.fromEntries(Object.entries(Object(record)));
    if (json.repo !== me.did) return refuse(400, "InvalidRequest", "Could not find repo");
    const text = String(value.text ?? "");
    if (collection === postCollection && [...segmenter.segment(text)].length > 300) {
      return refuse(400, "InvalidRequest", "Record/text must not be longer than 300 graphemes");
    }
    const rkey = String(json.rkey ?? this.world.key());
    const before = this.world.records.get(`at://${me.did}/${collection}/${rkey}`);
    if (before && replaces !== true) return refuse(400, "InvalidRequest", "Record already exists");
    const made = this.world.write(me.did, String(collection), rkey, value);
    this.wrote(before ? "update" : "create", made);
    return ok({ uri: made.uri, cid: made.cid, validationStatus: "valid" });
  }
}

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

export function refuse(status: number, error: string, message: string): Answer {
  return { status, body: { error, message } };
}

function ok(body: object): Answer {
  return { status: 200, body };
}

function jsonOf({ body, contentType }: Ask): { [key: string]: unknown } {
  if (!contentType.startsWith("application/json") || body.length === 0) return {};
  return Object.fromEntries(Object.entries(Object(JSON.parse(body.toString()))));
}

/** A page of a list that has the newest first; the cursor is the last one's place, as the network gives it. */
function paged<T>(
  query: URLSearchParams,
  all: T[],
  placeOf: (one: T) => string,
): { page: T[]; cursor: { cursor?: string } } {
  const limit = Number(query.get("limit") ?? 50);
  const at = query.get("cursor");
  const rest = at === null ? all : all.filter((one) => placeOf(one) < at);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return { page, cursor: last !== undefined && rest.length > limit ? { cursor: placeOf(last) } : {} };
}
