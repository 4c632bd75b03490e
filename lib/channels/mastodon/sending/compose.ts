import { type Outgoing, Permanent } from "@/lib/channels/channel";
import type { Status } from "@/lib/channels/mastodon/entities";
import type { Ourselves } from "@/lib/channels/mastodon/ourselves";
import { fullAcct } from "@/lib/channels/mastodon/parse";
import { markdownToText } from "@/lib/text/markdown";

export type Post = {
  text: string;
  visibility: "public" | "unlisted" | "private" | "direct";
  /** Ids of those who may read a private post, where we know them; null for posts that anybody may read. */
  readers: string[] | null;
};

/**
 * The post that carries a reply. Whoever is answered must be mentioned, or Mastodon tells them nothing; a public
 * reply is never more public than the post it answers, as Mastodon's own pages do it.
 */
export function compose(outgoing: Outgoing, parent: Status | null, who: Ourselves): Post {
  const isPrivate = outgoing.mode === "private";
  const answered = parent && parent.account.id !== who.id ? [parent.account.acct] : [];
  const us = fullAcct(who.username, who.domain);
  const people = [...new Set([...answered, ...outgoing.to].map((acct) => fullAcct(acct, who.domain)))];
  const others = people.filter((acct) => acct !== us && acct.split("@")[0] !== "");
  if (isPrivate && others.length === 0) throw new Permanent("mastodon.no_recipient");
  // Mastodon shows posts as they are typed.
  const text = markdownToText(outgoing.text);
  const named = namedIn(text, who.domain);
  const missing = others.filter((acct) => !named.includes(acct));
  // Whoever is named in a private post can read it. Not every server knows `allowed_mentions` (see send.ts), and
  // "@tom" without a domain may be no more than a word, so only full addresses are stopped here.
  const strangers = named.filter(
    (acct) => acct !== us && !others.includes(acct) && !acct.endsWith(`@${who.domain}`),
  );
  if (isPrivate && strangers.length > 0) {
    throw new Permanent("mastodon.would_be_read_by", {
      people: strangers.map((acct) => `@${acct}`).join(", "),
    });
  }
  return {
    text: [missing.map((acct) => written(acct, who.domain)).join(" "), text].filter(Boolean).join(" "),
    visibility: isPrivate ? "direct" : notAbove(parent?.visibility ?? "public"),
    readers: isPrivate && parent && others.length === answered.length ? [parent.account.id] : null,
  };
}

function notAbove(visibility: string): Post["visibility"] {
  switch (visibility) {
    case "direct":
    case "private":
    case "unlisted":
      return visibility;
    default:
      return "public";
  }
}

function written(acct: string, domain: string): string {
  const [username = "", host = ""] = acct.split("@");
  return host === domain ? `@${username}` : `@${acct}`;
}

/** Everybody whom the text names. "@claire" alone means the claire of our own instance, who may be somebody else. */
function namedIn(text: string, domain: string): string[] {
  const mention = /(?<![=/\p{L}\p{N}_@])@([a-z0-9_.-]*[a-z0-9_])(?:@([\p{L}\p{N}.:-]*[\p{L}\p{N}]))?/giu;
  return [...text.matchAll(mention)].map(([, name = "", at = domain]) => fullAcct(`${name}@${at}`, domain));
}
