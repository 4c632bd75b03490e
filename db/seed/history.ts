import type { events } from "@/db/schema/events";
import type { EventType } from "@/lib/events";
import type { AgentKey } from "./people";
import type { Resolution } from "./resolution";
import type { Places } from "./rows";
import { isAnswer, type State } from "./state";
import type { Line, Tale } from "./tale";

type EventRow = typeof events.$inferInsert;
export type Moment = { at: Date; type: EventType } & Pick<
  EventRow,
  "actorKind" | "actorId" | "messageId" | "before" | "after"
>;

/** The events that the commands would have written for a story, in the order of time. `ids` are its messages'. */
export function historyOf(
  tale: Tale,
  state: State,
  places: Places,
  ids: string[],
  now: Date,
  { due, resolution }: { due: Date | null; resolution: Resolution },
): Moment[] {
  const first = tale.lines[0]!.at;
  const seen = tale.lines.find((line) => agentOf(line) !== null);
  const triager = (seen && agentOf(seen)) ?? tale.assignee ?? null;
  const triagedAt = seen ? later(first, new Date(seen.at.getTime() - 90_000)) : later(first, first);
  const moments: Moment[] = [
    {
      at: first,
      type: "conversation.opened",
      after: tale.channel ? { status: "open" } : { status: "open", kind: "proactive" },
      ...(tale.channel ? customer : system),
    },
    ...linesOf(tale, state, places, ids, { due, resolution }),
  ];

  function triage(type: EventType, at: Date, before: Moment["before"], after: Moment["after"]): void {
    moments.push({ at, type, ...(triager ? agent(places, triager) : system), before, after });
  }

  for (const name of tale.tags ?? []) {
    triage("conversation.tagged", triagedAt, {}, { tagId: places.tags.get(name)! });
  }
  if (tale.restrictedTo) {
    const agentIds = tale.restrictedTo.map((each) => places.agents[each]);
    triage("conversation.restricted", triagedAt, { is_restricted: false }, { is_restricted: true, agentIds });
  }
  if (tale.assignee) {
    const after = { assignee_id: places.agents[tale.assignee] };
    triage("conversation.assigned", triagedAt, { assignee_id: null }, after);
  }
  const end = earlier(now, new Date(tale.lines[tale.lines.length - 1]!.at.getTime() + 120_000));
  if (state.status === "snoozed") {
    const until = tale.snoozedUntil?.toISOString() ?? null;
    const before = { status: "waiting", snoozed_until: null };
    triage("conversation.snoozed", end, before, { status: "snoozed", snoozed_until: until });
  }
  if (state.status === "resolved") {
    const before = { status: "waiting", resolved_at: null };
    const after = { status: "resolved", resolved_at: end.toISOString(), waiting_since: null, due_at: null };
    triage("conversation.resolved", end, before, after);
  }
  if (state.status === "spam") {
    triage("conversation.marked_spam", end, { status: "open" }, { status: "spam" });
  }
  return moments.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** The message that began the wait which still goes on says when it is due, each turn when it is to be resolved. */
function linesOf(
  tale: Tale,
  state: State,
  places: Places,
  ids: string[],
  { due, resolution }: { due: Date | null; resolution: Resolution },
): Moment[] {
  const asked = tale.lines.find(
    (line) => line.by === "customer" && line.at.getTime() === state.waitingSince?.getTime(),
  );
  return tale.lines.flatMap((line, index) => {
    const move = resolution.moves[index];
    const more = {
      ...(line === asked && due !== null ? { due_at: due.toISOString() } : {}),
      ...(move === undefined ? {} : { resolve_due_at: move }),
    };
    return ofLine(line, ids[index]!, places, more);
  });
}

type Due = { due_at?: string; resolve_due_at?: string | null };

function ofLine(line: Line, messageId: string, places: Places, more: Due): Moment[] {
  switch (line.by) {
    case "customer": {
      const after = { ...(line.thanks ? { quiet: true } : { status: "open" }), ...more };
      return [{ at: line.at, type: "message.received", messageId, after, ...customer }];
    }
    case "machine":
      return [{ at: line.at, type: "acknowledgement.queued", messageId, ...system }];
    case "note":
      return [
        { at: line.at, type: "note.added", messageId, ...(line.agent ? agent(places, line.agent) : system) },
      ];
    case "call": {
      const answered: Moment["after"] = isAnswer(line)
        ? { status: "waiting", waiting_since: null, due_at: null }
        : {};
      const after = { outcome: line.outcome, ...answered, ...more };
      return [{ at: line.at, type: "call.recorded", messageId, after, ...agent(places, line.agent) }];
    }
    case "agent": {
      const sentAt = new Date(line.at.getTime() + 11_000);
      return [
        {
          at: line.at,
          type: "reply.queued",
          messageId,
          before: { status: "open" },
          after: {
            status: "waiting",
            mode: line.public ? "public" : "private",
            agentId: places.agents[line.agent],
          },
          ...agent(places, line.agent),
        },
        {
          at: sentAt,
          type: line.bounced ? "reply.failed" : "reply.sent",
          messageId,
          after: {
            agentId: places.agents[line.agent],
            ...(line.bounced ? { status: "open" } : { waiting_since: null, due_at: null, ...more }),
          },
          ...system,
        },
      ];
    }
  }
}

const customer = { actorKind: "customer", actorId: null } as const;
const system = { actorKind: "system", actorId: null } as const;

function agent(places: Places, who: AgentKey) {
  return { actorKind: "agent", actorId: places.agents[who] } as const;
}

function agentOf(line: Line): AgentKey | null {
  return line.by === "agent" || line.by === "note" || line.by === "call" ? line.agent : null;
}

/** At least five seconds after the first message: nothing is triaged before it exists. */
function later(first: Date, wished: Date): Date {
  return new Date(Math.max(first.getTime() + 5_000, wished.getTime()));
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}
