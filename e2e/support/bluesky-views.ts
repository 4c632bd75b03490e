import {
  type Convo,
  inside,
  likeCollection,
  type Notice,
  type Person,
  postCollection,
  type Record,
  type Said,
  type World,
} from "./bluesky-world";

/** Records as the network's index shows them: app.bsky.*.defs and chat.bsky.convo.defs. */
export class Views {
  constructor(private readonly world: World) {}

  profileBasic({ did, handle, displayName }: Person) {
    const avatar = `https://cdn.bsky.app/img/avatar/plain/${did}/avatar@jpeg`;
    return { did, handle, displayName, avatar, labels: [], createdAt: "2023-11-12T18:22:31.004Z" };
  }

  profile(person: Person) {
    return { ...this.profileBasic(person), followersCount: person.followers, followsCount: 7, postsCount: 3 };
  }

  post(record: Record, viewer: string) {
    const { uri, cid, value, indexedAt } = record;
    const embed = this.embed(record);
    const like = [...this.world.records.values()].find(
      (one) =>
        one.collection === likeCollection &&
        one.did === viewer &&
        inside(one.value, "subject", "uri") === uri,
    );
    return {
      uri,
      cid,
      author: this.profileBasic(this.world.person(record.did)),
      record: value,
      ...(embed ? { embed } : {}),
      replyCount: 0,
      repostCount: 0,
      likeCount: like ? 1 : 0,
      quoteCount: 0,
      indexedAt,
      viewer: { threadMuted: false, ...(like ? { like: like.uri } : {}) },
      labels: [],
    };
  }

  notification({ uri, reason, indexedAt }: Notice) {
    const { cid, did, value } = this.world.records.get(uri)!;
    const author = this.profileBasic(this.world.person(did));
    return { uri, cid, author, reason, record: value, isRead: false, indexedAt, labels: [] };
  }

  convo(convo: Convo) {
    const last = convo.messages.at(-1);
    return {
      id: convo.id,
      rev: convo.rev,
      members: convo.members.map((did) => this.profileBasic(this.world.person(did))),
      ...(last ? { lastMessage: this.message(last) } : {}),
      muted: false,
      status: "accepted",
      unreadCount: 0,
    };
  }

  message({ sender, ...said }: Said) {
    return { $type: "chat.bsky.convo.defs#messageView", ...said, sender: { did: sender } };
  }

  private embed({ did, value }: Record): object | null {
    const images = inside(value, "embed", "images");
    if (Array.isArray(images)) {
      const shown = images.map((image) => {
        const link = String(inside(image, "image", "ref", "$link"));
        const at = `${this.world.url}/img/feed_fullsize/plain/${did}/${link}@jpeg`;
        return { thumb: at, fullsize: at, alt: inside(image, "alt") };
      });
      return { $type: "app.bsky.embed.images#view", images: shown };
    }
    const quoted = this.world.records.get(String(inside(value, "embed", "record", "uri")));
    if (quoted?.collection !== postCollection) return null;
    const record = {
      $type: "app.bsky.embed.record#viewRecord",
      uri: quoted.uri,
      cid: quoted.cid,
      author: this.profileBasic(this.world.person(quoted.did)),
      value: quoted.value,
      indexedAt: quoted.indexedAt,
      embeds: [],
    };
    return { $type: "app.bsky.embed.record#view", record };
  }
}
