import type { Json } from "@/lib/channels/channel";
import type { EventType } from "@/lib/events";
import type { Rules } from "@/lib/targets/rules";
import type { FactEvent } from "./event";
import type { FactRules } from "./fact";

const day: [string, string][] = [["09:00", "18:00"]];

/** The care team of Marmelune: Monday to Friday, 9 to 18, in Paris; 1 January is a holiday. */
export const officeHours = {
  zone: "Europe/Paris",
  week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
  exceptions: [{ date: "2026-01-01", intervals: [], name: "New Year" }],
};

export const ids = {
  brand: "b0000000-0000-7000-8000-000000000001",
  mail: "c0000000-0000-7000-8000-000000000001",
  care: "d0000000-0000-7000-8000-000000000001",
  social: "d0000000-0000-7000-8000-000000000002",
  salma: "e0000000-0000-7000-8000-000000000001",
  tom: "e0000000-0000-7000-8000-000000000002",
};

export function testRules(now: string, more: Partial<Rules> = {}): FactRules {
  const opening: Rules = {
    targets: [],
    uses: new Map([[ids.brand, [{ from: Number.NEGATIVE_INFINITY, scheduleId: "s" }]]]),
    versions: new Map([["s", [{ from: 0, hours: officeHours }]]]),
    hasTags: false,
    hasBands: false,
    readAt: 0,
    ...more,
  };
  return { zone: "Europe/Paris", now: Date.parse(now), opening };
}

type More = { [key: string]: Json };

/** The log of one conversation, as the commands would write it. `at` without a zone is Paris in winter: +01:00. */
export function history() {
  const events: FactEvent[] = [];

  function add(at: string, type: EventType, after: More, more: Partial<FactEvent> = {}): void {
    events.push({
      type,
      actorKind: "agent",
      actorId: ids.salma,
      messageId: null,
      teamId: ids.care,
      brandId: ids.brand,
      channelId: ids.mail,
      after,
      at: moment(at),
      ...more,
    });
  }
  const customer = { actorKind: "customer", actorId: null } as const;
  const system = { actorKind: "system", actorId: null } as const;

  return {
    events,
    add,
    opens(at: string, more: More = {}) {
      add(at, "conversation.opened", { status: "open" }, customer);
      this.writes(at, more);
    },
    writes(at: string, more: More = {}) {
      add(
        at,
        "message.received",
        { status: "open", ...more },
        { ...customer, messageId: `m${events.length}` },
      );
    },
    replies(at: string, id: string, more: More = {}) {
      add(at, "reply.queued", { status: "waiting", agentId: ids.salma, ...more }, { messageId: id });
    },
    arrives(at: string, id: string, more: More = {}) {
      const after = { waiting_since: null, due_at: null, agentId: ids.salma, ...more };
      add(at, "reply.sent", after, { ...system, messageId: id });
    },
    answers(at: string, id: string, more: More = {}) {
      this.replies(at, id);
      this.arrives(at, id, more);
    },
    resolves(at: string, more: More = {}) {
      add(at, "conversation.resolved", { status: "resolved", resolved_at: iso(at), ...more });
    },
    reopens(at: string) {
      add(at, "conversation.reopened", { status: "open", cycle_started_at: iso(at) }, customer);
    },
  };
}

export function moment(at: string): number {
  return Date.parse(/Z|[+-]\d\d:\d\d$/.test(at) ? at : `${at}+01:00`);
}

export function iso(at: string): string {
  return new Date(moment(at)).toISOString();
}
