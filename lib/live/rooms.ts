import { type Actor, can, seesAll } from "@/lib/access";

/** Which sockets may see a conversation: the rule of `visible` in lib/access.ts, as rooms. Change both or none. */
export type Rooms = string[];

export function roomsOfRow(
  row: { teamId: string | null; brandId: string; isRestricted: boolean },
  allowedIds: string[],
): Rooms {
  if (row.isRestricted) return allowedIds.map((id) => `agent:${id}`);
  return ["all", row.teamId === null ? `brand:${row.brandId}` : `team:${row.teamId}`];
}

/** Everybody who may read reports. */
export const reportsRoom = "reports";

/** The rooms of somebody: the other half of `roomsOfRow`. */
export function roomsOfActor(actor: Actor): string[] {
  const readsReports = can(actor, "report.read") ? [reportsRoom] : [];
  if (seesAll(actor)) return ["all", `agent:${actor.id}`, `session:${actor.sessionId}`, ...readsReports];
  return [
    ...readsReports,
    `agent:${actor.id}`,
    `session:${actor.sessionId}`,
    ...actor.teamIds.map((id) => `team:${id}`),
    ...actor.brandIds.map((id) => `brand:${id}`),
  ];
}

export function sameRooms(some: Rooms, others: Rooms): boolean {
  return some.length === others.length && some.every((room) => others.includes(room));
}
