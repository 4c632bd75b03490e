import type { ConversationStatus } from "@/db/enums";
import type { Line, Tale } from "./tale";

/** Where a conversation stands after its lines, by the same rules as the commands that would have written them. */
export type State = {
  status: ConversationStatus;
  waitingSince: Date | null;
  firstResponseAt: Date | null;
  unansweredCount: number;
  lastMessageAt: Date;
  lastCustomerMessageAt: Date | null;
  lastWords: string;
};

export function stateAfter(tale: Tale): State {
  let waitingSince: Date | null = null;
  let firstResponseAt: Date | null = null;
  let unansweredCount = 0;
  let lastCustomerMessageAt: Date | null = null;
  let lastWords = tale.lines[0]!.text;
  let lastMessageAt = tale.lines[0]!.at;
  for (const line of tale.lines) {
    if (line.by !== "note") lastMessageAt = line.at;
    if (line.by === "customer") {
      if (!line.thanks) {
        waitingSince ??= line.at;
        unansweredCount++;
      }
      lastCustomerMessageAt = line.at;
      lastWords = line.text;
    } else if (isAnswer(line)) {
      firstResponseAt ??= line.at;
      waitingSince = null;
      unansweredCount = 0;
    }
  }
  const done = tale.status === "resolved" || tale.status === "spam";
  return {
    status: tale.status ?? (waitingSince || tale.channel === null ? "open" : "waiting"),
    waitingSince: done ? null : waitingSince,
    firstResponseAt,
    unansweredCount: done ? 0 : unansweredCount,
    lastMessageAt,
    lastCustomerMessageAt,
    lastWords,
  };
}

/** Automation, notes, unanswered calls and what came back never stop the customer's clock. */
export function isAnswer(line: Line): boolean {
  if (line.by === "agent") return !line.bounced;
  return line.by === "call" && ["reached", "settled", "on_site"].includes(line.outcome);
}
