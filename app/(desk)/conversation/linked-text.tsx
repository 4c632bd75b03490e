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

const emphasis = /\*\*(\S(?:[^*\n]{0,498}\S)?)\*\*|(?<![\w*])\*(\S(?:[^*\n]{0,498}\S)?)\*(?![\w*])/gu;

/** What a colleague wrote, with the emphasis that the customer will see (lib/text/markdown.ts). */
export function OurText({ text }: { text: string }) {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const match of text.matchAll(emphasis)) {
    const [whole, bold, italic] = match;
    parts.push(<LinkedText key={`t${from}`} text={text.slice(from, match.index)} />);
    parts.push(bold ? <strong key={match.index}>{bold}</strong> : <em key={match.index}>{italic}</em>);
    from = match.index + whole.length;
  }
  parts.push(<LinkedText key={`t${from}`} text={text.slice(from)} />);
  return parts;
}
