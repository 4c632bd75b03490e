import type { Mode } from "./modes";

export type Words = {
  mode: Mode;
  text: string;
  recipients: { to: string[]; cc: string[]; bcc: string[] } | null;
};

type Kept = { words: Words; at: string; version: number };

/** Keeps words in this browser until the server has them: the line may be down, the page may crash. */
export function keepHere(agentId: string, conversationId: string, words: Words, version: number): void {
  try {
    const kept: Kept = { words, at: new Date().toISOString(), version };
    localStorage.setItem(nameOf(agentId, conversationId), JSON.stringify(kept));
  } catch {
    // Full or forbidden: the server is still there.
  }
}

export function forgetHere(agentId: string, conversationId: string): void {
  try {
    localStorage.removeItem(nameOf(agentId, conversationId));
  } catch {
    // Nothing was kept then.
  }
}

/** Words that the server did not take before this page went; null when there are none. */
export function keptHere(agentId: string, conversationId: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(agentId, conversationId)) ?? "null");
    return isKept(kept) && kept.words.text.trim() !== "" ? kept : null;
  } catch {
    return null;
  }
}

function nameOf(agentId: string, conversationId: string): string {
  return `avant-draft:${agentId}:${conversationId}`;
}

function isKept(value: unknown): value is Kept {
  return (
    typeof value === "object" &&
    value !== null &&
    "words" in value &&
    typeof value.words === "object" &&
    value.words !== null &&
    "text" in value.words &&
    typeof value.words.text === "string" &&
    "at" in value &&
    typeof value.at === "string"
  );
}
