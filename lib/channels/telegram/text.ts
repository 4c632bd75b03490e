import { cleanLine, cleanText } from "@/lib/text/clean";
import type { BareMessage, Entity, User } from "./entities";

/** What somebody said, as plain words: their text or caption, where links lead, what has no words of its own. */
export function wordsOf(message: BareMessage): string {
  const written =
    message.text === undefined
      ? withLinks(message.caption ?? "", message.caption_entities)
      : withLinks(message.text, message.entities);
  return cleanText([written, ...wordlessParts(message)].filter(Boolean).join("\n"), 20_000).trim();
}

export function nameOf(user: User): string {
  return cleanLine(`${user.first_name} ${user.last_name ?? ""}`, 200) || user.username || user.id;
}

/** "See here" with an address behind it becomes "See here (https://…)". Offsets count UTF-16 units, as JavaScript does. */
function withLinks(text: string, entities: readonly Entity[]): string {
  const links = entities
    .filter(({ type, url }) => type === "text_link" && url !== undefined && /^https?:/i.test(url))
    .sort((a, b) => b.offset - a.offset);
  return links.reduce((done, { offset, length, url }) => {
    const end = offset + length;
    if (offset < 0 || end > done.length || done.slice(offset, end) === url) return done;
    return `${done.slice(0, end)} (${url})${done.slice(end)}`;
  }, text);
}

function wordlessParts({ sticker, contact, location, venue, poll }: BareMessage): string[] {
  const name = contact ? `${contact.first_name} ${contact.last_name ?? ""}`.trim() : "";
  return [
    sticker?.emoji ?? "",
    contact ? `${name} ${contact.phone_number}` : "",
    venue ? `${venue.title}, ${venue.address}` : "",
    location ? `https://www.openstreetmap.org/?mlat=${location.latitude}&mlon=${location.longitude}` : "",
    poll ? [poll.question, ...poll.options.map((option) => `○ ${option.text}`)].join("\n") : "",
  ];
}
