import type { QueueRow } from "@/lib/conversations/types";
import type { ChangePush } from "@/lib/live/protocol";

const REMEMBER_MS = 60_000;
const MOST = 500;

let remembered: Array<{ at: number; push: ChangePush }> = [];

/** Keeps what was pushed for a minute: a page that was read before it may arrive after it. */
export function remember(push: ChangePush): void {
  const now = Date.now();
  remembered.push({ at: now, push });
  const oldest = remembered[0];
  if (remembered.length > MOST || (oldest && now - oldest.at > REMEMBER_MS * 2)) {
    remembered = remembered.slice(-MOST).filter(({ at }) => now - at < REMEMBER_MS);
  }
}

/** What was pushed after the stream stood at `seq`: the last state of each row, and what went out of sight. */
export function pushedSince(seq: string): { rows: QueueRow[]; gone: Set<string> } {
  const rows = new Map<string, QueueRow>();
  const gone = new Set<string>();
  for (const { push } of remembered) {
    if (push.seq <= seq) continue;
    for (const { row } of push.rows) {
      rows.set(row.id, row);
      gone.delete(row.id);
    }
    for (const { id } of push.gone) {
      rows.delete(id);
      gone.add(id);
    }
  }
  return { rows: [...rows.values()], gone };
}
