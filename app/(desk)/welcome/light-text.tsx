import type { ReactNode } from "react";

/** Paragraphs, lists with - and **bold**, drawn as elements: nothing that was typed becomes HTML. */
export function LightText({ text }: { text: string }) {
  return (
    <div className="flex flex-col gap-2 text-ink-2 type-message">
      {text.split(/\n{2,}/).map((block, at) => {
        const lines = block.split("\n").filter((line) => line.trim() !== "");
        const isList = lines.length > 0 && lines.every((line) => /^\s*[-•]\s/.test(line));
        return isList ? (
          <ul key={`${at} ${block}`} className="list-disc pl-5">
            {lines.map((line) => (
              <li key={line}>{bold(line.replace(/^\s*[-•]\s/, ""))}</li>
            ))}
          </ul>
        ) : (
          <p key={`${at} ${block}`} className="whitespace-pre-line">
            {bold(block)}
          </p>
        );
      })}
    </div>
  );
}

function bold(text: string): ReactNode[] {
  return text
    .split(/(\*\*[^*\n]{1,500}\*\*)/)
    .map((part) =>
      part.startsWith("**") && part.endsWith("**") && part.length > 4 ? (
        <strong key={part}>{part.slice(2, -2)}</strong>
      ) : (
        part
      ),
    );
}
