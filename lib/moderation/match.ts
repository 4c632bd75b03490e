import { fold, holds } from "./fold";
import type { Conditions } from "./rule";

/** What a rule may ask about a message. */
export type Facts = {
  /** The customer's own words: without what they quote. */
  text: string;
  subject: string | null;
  channelId: string | null;
  isPublic: boolean;
  /** Addresses and handles of the author, as the network writes them. */
  authors: readonly string[];
  /** Nothing of theirs was here before this message. */
  isNewAuthor: boolean;
};

/** Whether every condition that is set holds. Pure, and linear in the length of the text. */
export function match(conditions: Conditions, facts: Facts): boolean {
  const { words, authors, channelIds, reach, hasLink, mentionsOver, isNewAuthor } = conditions;
  if (channelIds.length > 0 && (facts.channelId === null || !channelIds.includes(facts.channelId)))
    return false;
  if (reach !== "any" && facts.isPublic !== (reach === "public")) return false;
  if (isNewAuthor && !facts.isNewAuthor) return false;
  const said = `${facts.subject ?? ""}\n${facts.text}`;
  if (hasLink && !link.test(said)) return false;
  if (mentionsOver !== null && countMentions(said) <= mentionsOver) return false;
  if (authors.length > 0 && !authors.some((author) => facts.authors.some((one) => isAuthor(author, one))))
    return false;
  if (words.length === 0) return true;
  const folded = fold(said);
  return words.some((word) => holds(folded, fold(word)));
}

const link = /https?:\/\/|(?:^|[^\p{L}\p{N}])www\.\p{L}/iu;

/** People named as `@somebody`; an address of mail names nobody. */
export function countMentions(text: string): number {
  return text.match(/(?<![\p{L}\p{N}_.+-])@[\p{L}\p{N}_]/gu)?.length ?? 0;
}

/** "@spam.example" and "spam.example" are everybody there; anything else is one handle or address. */
function isAuthor(wanted: string, author: string): boolean {
  const want = wanted.trim().toLowerCase().replace(/^@/, "");
  const have = author.trim().toLowerCase().replace(/^@/, "");
  if (want === "") return false;
  if (want === have) return true;
  if (want.includes("@") || !want.includes(".")) return false;
  const domain = have.slice(have.lastIndexOf("@") + 1);
  return have.includes("@") && (domain === want || domain.endsWith(`.${want}`));
}
