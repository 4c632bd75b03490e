import type { ReactNode } from "react";

const address = /\bhttps?:\/\/[^\s<>"'«»()]+[^\s<>"'«»().,;:!?]/gu;

/** Text with its web addresses as links; nothing else in it is ever read as markup. */
export function LinkedText({ text }: { text: string }) {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    parts.push(text.slice(from, match.index));
    parts.push(
      <a
        key={match.index}
        href={match[0]}
        target="_blank"
        rel="noopener noreferrer nofollow"
        className="text-accent underline decoration-1 underline-offset-2"
      >
        {match[0]}
      </a>,
    );
    from = match.index + match[0].length;
  }
  parts.push(text.slice(from));
  return parts;
}
