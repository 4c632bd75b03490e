import type { Config } from "@/lib/channels/discourse/config";
import type { Post } from "@/lib/channels/discourse/entities";
import { isOurs } from "@/lib/channels/discourse/parse";
import { webText } from "@/lib/text/web-text";
import { hasOneOf } from "@/lib/text/whole-words";

/** Whether somebody's post is for us: it names us, answers us, goes on with a talk, or is what we look out for. */
export function isForUs(post: Post, config: Config, talks: ReadonlySet<string>): boolean {
  if (isOurs(post.username, config) || post.post_type === 3 || post.post_type === 4) return false;
  if (post.hidden === true || isDeleted(post)) return false;
  if (talks.has(talkOf(post))) return true;
  if (post.reply_to_user && isOurs(post.reply_to_user.username, config)) return true;
  if (mentions(post.cooked ?? "", config.username)) return true;
  if (post.post_number === 1 && isIn(post, config.categories)) return true;
  if (config.words.length === 0) return false;
  return hasOneOf(
    `${post.topic_title ?? ""}\n${webText((post.cooked ?? "").slice(0, 100_000), null)}`,
    config.words,
  );
}

export function talkOf(post: Pick<Post, "topic_id" | "username">): string {
  return `${post.topic_id}:${post.username.toLowerCase()}`;
}

export function isDeleted(post: Post): boolean {
  return post.user_deleted === true || (post.deleted_at ?? null) !== null;
}

/** Discourse makes a link of the class "mention" of whoever exists. */
function mentions(cooked: string, username: string): boolean {
  const page = cooked.toLowerCase();
  return (
    page.includes(`href="/u/${username.toLowerCase()}"`) || page.includes(`/u/${username.toLowerCase()}">@`)
  );
}

function isIn({ category_id, category_slug }: Post, categories: readonly string[]): boolean {
  const names = [String(category_id ?? ""), (category_slug ?? "").toLowerCase()];
  return categories.some((one) => names.includes(one.toLowerCase()));
}
