import { type Actor, seesAll } from "@/lib/access";

/** Which sockets may see a conversation: the rule of `visible` in lib/access.ts, as rooms. Change both or none. */
export type Rooms = string[];

export function roomsOfRow(
  row: { teamId: string | null; brandId: string; isRestricted: boolean },
  allowedIds: string[],
): Rooms {
  if (row.isRestricted) return allowedIds.map((id) => `agent:${id}`);
  return ["all", row.teamId === null ? `brand:${row.brandId}` : `team:${row.teamId}`];
}

/** The rooms of somebody: the other half of `roomsOfRow`. */
export function roomsOfActor(actor: Actor): string[] {
  if (seesAll(actor)) return ["all", `agent:${actor.id}`, `session:${actor.sessionId}`];
  return [
    `agent:${actor.id}`,
    `session:${actor.sessionId}`,
    ...actor.teamIds.map((id) => `team:${id}`),
    ...actor.brandIds.map((id) => `brand:${id}`),
  ];
}

export function sameRooms(some: Rooms, others: Rooms): boolean {
  return some.length === others.length && some.every((room) => others.includes(room));
}
