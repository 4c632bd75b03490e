/** What a small Mastodon instance knows: people, posts, notifications. The HTTP side is mastodon-server.ts. */

export type Visibility = "public" | "unlisted" | "private" | "direct";

export type Person = {
  id: string;
  username: string;
  /** Null for people of this instance. */
  domain: string | null;
  displayName: string;
  followers: number;
};

export type Post = {
  id: string;
  authorId: string;
  text: string;
  visibility: Visibility;
  spoiler: string;
  language: string | null;
  inReplyTo: string | null;
  createdAt: string;
  editedAt: string | null;
  application: string | null;
  mediaIds: string[];
  mentioned: string[];
};

export type Media = {
  id: string;
  type: string;
  name: string;
  contentType: string;
  description: string | null;
  bytes: Buffer;
  readyAt: number;
};
export type Notice = {
  id: string;
  to: string;
  type: "mention";
  from: string;
  postId: string;
  createdAt: string;
  filtered: boolean;
};

export class World {
  readonly people = new Map<string, Person>();
  readonly posts = new Map<string, Post>();
  readonly media = new Map<string, Media>();
  notices: Notice[] = [];
  private lastId = 0n;
  private lastNotice = 1000;

  constructor(
    readonly domain: string,
    public url: string,
  ) {}

  /** Ids grow with time like Mastodon's: milliseconds and a counter, as text beyond 2^53. */
  nextId(): string {
    const now = BigInt(Date.now()) << 16n;
    this.lastId = now > this.lastId ? now : this.lastId + 1n;
    return String(this.lastId);
  }

  /** "claire@cuisine.example", "marmelune" or "@marmelune@<our domain>"; made when not known yet. */
  person(handle: string, details: Partial<Pick<Person, "displayName" | "followers">> = {}): Person {
    const [username = "", host = this.domain] = handle.replace(/^@/, "").split("@");
    const domain = host.toLowerCase() === this.domain ? null : host.toLowerCase();
    const found = [...this.people.values()].find(
      (person) => person.username.toLowerCase() === username.toLowerCase() && person.domain === domain,
    );
    if (found) return Object.assign(found, details);
    const made: Person = {
      id: this.nextId(),
      username,
      domain,
      displayName: username,
      followers: 12,
      ...details,
    };
    this.people.set(made.id, made);
    return made;
  }

  mentionedIn(text: string): string[] {
    const handles = [...text.matchAll(/(?<![\w/@])@(\w[\w.-]*\w|\w)(?:@([\w.-]*\w))?/g)];
    return [...new Set(handles.map(([handle]) => this.person(handle).id))];
  }

  notice(to: string, post: Post, filtered: boolean): Notice {
    const made: Notice = {
      id: String(++this.lastNotice),
      to,
      type: "mention",
      from: post.authorId,
      postId: post.id,
      createdAt: new Date().toISOString(),
      filtered,
    };
    this.notices.push(made);
    return made;
  }

  remove(id: string): void {
    this.posts.delete(id);
    this.notices = this.notices.filter((notice) => notice.postId !== id);
  }

  /** Public posts with these words; a hashtag counts as a whole. */
  found(words: string): Post[] {
    const isTag = words.startsWith("#");
    return [...this.posts.values()].filter(({ text, visibility }) => {
      if (visibility !== "public") return false;
      const said = text.toLowerCase();
      const tags = [...said.matchAll(/#[\p{L}\p{N}_]+/gu)].map(([tag]) => tag);
      return isTag ? tags.includes(words.toLowerCase()) : said.includes(words.toLowerCase());
    });
  }

  mayRead(reader: string | null, post: Post): boolean {
    if (post.visibility === "public" || post.visibility === "unlisted") return true;
    return reader !== null && (post.authorId === reader || post.mentioned.includes(reader));
  }

  account(id: string) {
    const person = this.people.get(id)!;
    const acct = person.domain === null ? person.username : `${person.username}@${person.domain}`;
    return {
      id,
      username: person.username,
      acct,
      display_name: person.displayName,
      locked: false,
      bot: false,
      created_at: "2023-02-01T00:00:00.000Z",
      note: "",
      url: this.profile(person),
      uri: this.profile(person),
      avatar: `${this.url}/avatars/${id}.png`,
      avatar_static: `${this.url}/avatars/${id}.png`,
      header: `${this.url}/headers/missing.png`,
      header_static: `${this.url}/headers/missing.png`,
      followers_count: person.followers,
      following_count: 7,
      statuses_count: [...this.posts.values()].filter((post) => post.authorId === id).length,
      emojis: [],
      fields: [],
    };
  }

  status(post: Post, reader: string | null) {
    const above = post.inReplyTo ? this.posts.get(post.inReplyTo) : undefined;
    const author = this.people.get(post.authorId)!;
    const uri = `${this.profile(author)}/${post.id}`;
    return {
      id: post.id,
      created_at: post.createdAt,
      edited_at: post.editedAt,
      in_reply_to_id: post.inReplyTo,
      in_reply_to_account_id: above?.authorId ?? null,
      sensitive: post.spoiler !== "",
      spoiler_text: post.spoiler,
      visibility: post.visibility,
      language: post.language,
      uri,
      url: uri,
      replies_count: [...this.posts.values()].filter((other) => other.inReplyTo === post.id).length,
      reblogs_count: 0,
      favourites_count: 0,
      favourited: false,
      reblogged: false,
      muted: false,
      bookmarked: false,
      content: this.html(post.text),
      reblog: null,
      ...(reader === post.authorId && post.application !== null
        ? { application: { name: post.application, website: null } }
        : {}),
      account: this.account(post.authorId),
      media_attachments: post.mediaIds.map((id) => this.attachment(this.media.get(id)!)),
      mentions: post.mentioned.map((id) => {
        const { username, acct, url } = this.account(id);
        return { id, username, url, acct };
      }),
      tags: [],
      emojis: [],
      card: null,
      poll: null,
    };
  }

  notification(notice: Notice) {
    const post = this.posts.get(notice.postId)!;
    return {
      id: notice.id,
      type: notice.type,
      created_at: notice.createdAt,
      group_key: `ungrouped-${notice.id}`,
      account: this.account(notice.from),
      status: this.status(post, notice.to),
    };
  }

  attachment(media: Media) {
    const isReady = media.readyAt <= Date.now();
    const url = isReady ? `${this.url}/media/${media.id}/${encodeURIComponent(media.name)}` : null;
    return {
      id: media.id,
      type: media.type,
      url,
      preview_url: url,
      remote_url: null,
      text_url: null,
      meta: {},
      description: media.description,
      blurhash: null,
    };
  }

  private profile(person: Person): string {
    return person.domain === null
      ? `${this.url}/@${person.username}`
      : `https://${person.domain}/@${person.username}`;
  }

  /** As Mastodon renders what people type: paragraphs, breaks, mention cards, links with hidden parts. */
  private html(text: string): string {
    const escaped = text
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      .replace(/"/g, "&quot;");
    const linked = escaped.replace(
      /(https?:\/\/)([^\s<]+)|(?<![\w/@])@(\w[\w.-]*\w|\w)(?:@([\w.-]*\w))?/g,
      (found, scheme?: string, rest?: string) => {
        if (scheme === undefined || rest === undefined) {
          const person = this.person(found);
          return `<span class="h-card" translate="no"><a href="${this.profile(person)}" class="u-url mention">@<span>${person.username}</span></a></span>`;
        }
        const shown = rest.slice(0, 30);
        const hidden = rest.slice(30);
        const open = `<a href="${found}" target="_blank" rel="nofollow noopener" translate="no"><span class="invisible">${scheme}</span>`;
        return `${open}<span class="${hidden ? "ellipsis" : ""}">${shown}</span><span class="invisible">${hidden}</span></a>`;
      },
    );
    return linked
      .split(/\n{2,}/)
      .map((paragraph) => `<p>${paragraph.replaceAll("\n", "<br />")}</p>`)
      .join("");
  }
}
