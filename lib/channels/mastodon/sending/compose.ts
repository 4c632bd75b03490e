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
  const missing = others.filter((acct) => !mentions(text, acct, who.domain));
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

/** "@claire" alone means the claire of our own instance, who may be somebody else. */
function mentions(text: string, acct: string, domain: string): boolean {
  const [username = "", host = ""] = acct.split("@");
  const found = [
    ...text.matchAll(/(?<![=/\p{L}\p{N}_@])@([a-z0-9_.-]*[a-z0-9_])(?:@([\p{L}\p{N}.:-]*[\p{L}\p{N}]))?/giu),
  ];
  return found.some(
    ([, name = "", at]) =>
      name.toLowerCase() === username && (at === undefined ? host === domain : at.toLowerCase() === host),
  );
}
