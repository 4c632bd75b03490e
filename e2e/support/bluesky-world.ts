import { createHash, randomUUID } from "node:crypto";
import { tid } from "@/lib/channels/bluesky/sending/tid";

/** What a small Bluesky network knows: people, their records, direct messages. The HTTP side is bluesky-server.ts. */

export type Ref = { uri: string; cid: string };
export type Person = { did: string; handle: string; displayName: string; followers: number };
export type Facet = {
  index: { byteStart: number; byteEnd: number };
  features: Array<{ $type: string; did?: string; uri?: string; tag?: string }>;
};
export type Value = { [key: string]: unknown };
export type Record = Ref & { did: string; collection: string; rkey: string; value: Value; indexedAt: string };
export type Notice = { to: string; reason: string; uri: string; indexedAt: string };
export type Said = {
  id: string;
  rev: string;
  text: string;
  facets?: Facet[];
  sender: string;
  sentAt: string;
};
export type Convo = { id: string; members: string[]; rev: string; messages: Said[] };

export const postCollection = "app.bsky.feed.post";
export const likeCollection = "app.bsky.feed.like";

export class World {
  readonly people = new Map<string, Person>();
  readonly records = new Map<string, Record>();
  readonly convos: Convo[] = [];
  notices: Notice[] = [];
  private readonly salt = randomUUID();
  private last = 0;

  /** Where pictures lie. */
  url = "";

  /** By handle or DID; made when a handle is not known yet. */
  person(name: string, details: Partial<Pick<Person, "displayName" | "followers">> = {}): Person {
    const found = this.known(name);
    if (found) return Object.assign(found, details);
    const did = `did:plc:${createHash("sha256").update(`${this.salt} ${name}`).digest("hex").slice(0, 24)}`;
    const made = { did, handle: name, displayName: name.split(".")[0] ?? name, followers: 12, ...details };
    this.people.set(did, made);
    return made;
  }

  known(name: string): Person | undefined {
    const handle = name.replace(/^@/, "").toLowerCase();
    return this.people.get(name) ?? [...this.people.values()].find((one) => one.handle === handle);
  }

  /** No two things happen in the same millisecond, so that a moment is a page cursor. */
  moment(): string {
    this.last = Math.max(Date.now(), this.last + 1);
    return new Date(this.last).toISOString();
  }

  /** A key that sorts by time (atproto.com/specs/tid). */
  key(): string {
    return tid(BigInt(Date.parse(this.moment())) * 1000n, 7);
  }

  write(did: string, collection: string, rkey: string, value: Value): Record {
    const uri = `at://${did}/${collection}/${rkey}`;
    const cid = `bafyrei${createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 52)}`;
    const indexedAt = this.records.get(uri)?.indexedAt ?? this.moment();
    const isNew = !this.records.has(uri);
    const made = { uri, cid, did, collection, rkey, value, indexedAt };
    this.records.set(uri, made);
    if (isNew && collection === postCollection) this.tell(made);
    return made;
  }

  remove(uri: string): void {
    this.records.delete(uri);
    this.notices = this.notices.filter((notice) => notice.uri !== uri);
  }

  /** Posts, the newest first. */
  posts(isWanted: (post: Record) => boolean): Record[] {
    return [...this.records.values()]
      .filter((one) => one.collection === postCollection && isWanted(one))
      .sort((one, other) => (one.indexedAt < other.indexedAt ? 1 : -1));
  }

  /** What in a text stands for somebody, as the network's own app marks it. */
  facets(text: string): Facet[] {
    return [...text.matchAll(/(?<![\w/])@([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi)].flatMap((match) => {
      const person = this.known(match[1] ?? "");
      if (!person) return [];
      const byteStart = Buffer.byteLength(text.slice(0, match.index));
      const index = { byteStart, byteEnd: byteStart + Buffer.byteLength(match[0]) };
      return [{ index, features: [{ $type: "app.bsky.richtext.facet#mention", did: person.did }] }];
    });
  }

  convo(members: string[]): Convo {
    const wanted = [...members].sort().join(" ");
    const found = this.convos.find((one) => [...one.members].sort().join(" ") === wanted);
    if (found) return found;
    const made = { id: this.key(), members, rev: this.key(), messages: [] };
    this.convos.push(made);
    return made;
  }

  say(convo: Convo, sender: string, text: string, facets: Facet[] = []): Said {
    const rev = this.key();
    const sentAt = new Date(this.last).toISOString();
    const said = { id: rev, rev, text, sender, sentAt, ...(facets.length > 0 ? { facets } : {}) };
    convo.messages.push(said);
    convo.rev = rev;
    return said;
  }

  /** Who is told of a post: those it answers, names or quotes, each once. */
  private tell(post: Record): void {
    const told = new Set([post.did]);
    for (const [reason, did] of concerned(post.value)) {
      if (told.has(did)) continue;
      told.add(did);
      this.notices.unshift({ to: did, reason, uri: post.uri, indexedAt: post.indexedAt });
    }
  }
}

export function refIn(value: unknown): Ref | null {
  if (typeof value !== "object" || value === null) return null;
  const [uri, cid] = [Reflect.get(value, "uri"), Reflect.get(value, "cid")];
  return typeof uri === "string" && typeof cid === "string" ? { uri, cid } : null;
}

export function inside(value: unknown, ...path: string[]): unknown {
  let at = value;
  for (const name of path) at = typeof at === "object" && at !== null ? Reflect.get(at, name) : undefined;
  return at;
}

function concerned(value: Value): Array<[reason: string, did: string]> {
  const found: Array<[string, string]> = [];
  const authorOf = (ref: Ref | null) => ref?.uri.split("/")[2] ?? "";
  for (const name of ["parent", "root"]) {
    const did = authorOf(refIn(inside(value, "reply", name)));
    if (did) found.push(["reply", did]);
  }
  const facets = Array.isArray(value.facets) ? value.facets : [];
  for (const facet of facets) {
    const did = inside(facet, "features", "0", "did");
    if (typeof did === "string") found.push(["mention", did]);
  }
  const quoted = authorOf(refIn(inside(value, "embed", "record")));
  if (quoted) found.push(["quote", quoted]);
  return found;
}
