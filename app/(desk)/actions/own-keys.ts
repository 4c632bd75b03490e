import { type ActionId, actionIds, actionLine, isActionId } from "./table";

/** What somebody has chosen for themselves: keys by the id of the action; an empty list takes its keys away. */
export type OwnKeys = { readonly [id: string]: readonly string[] };

/** The keys in force, by action. What was chosen wins; a key that is taken so is lost to whoever had it by itself. */
export function keysInForce(own: OwnKeys): ReadonlyMap<ActionId, readonly string[]> {
  const chosen = new Set(Object.entries(own).flatMap(([id, keys]) => (isActionId(id) ? keys : [])));
  return new Map(
    actionIds().map((id) => {
      const mine = isFree(id) ? own[id] : undefined;
      return [id, mine ?? actionLine(id).keys.filter((key) => !chosen.has(key))];
    }),
  );
}

/** The action that a key would clash with, were it given to `id`: the same key, or the beginning of a longer one. */
export function clashOf(own: OwnKeys, id: ActionId, key: string): ActionId | null {
  for (const other of actionIds()) {
    const keys = (isFree(other) ? own[other] : undefined) ?? actionLine(other).keys;
    if (other !== id && keys.some((taken) => clashes(taken, key))) return other;
  }
  return null;
}

/** The first chosen key that another action has too, chosen or by itself; null when all is well. */
export function firstClash(own: OwnKeys): { id: ActionId; other: ActionId; key: string } | null {
  for (const [id, keys] of Object.entries(own)) {
    if (!isActionId(id)) continue;
    for (const key of keys) {
      const other = clashOf(own, id, key);
      if (other) return { id, other, key };
    }
  }
  return null;
}

/** Whether the keys of an action can be chosen. */
export function isFree(id: string): id is ActionId {
  return isActionId(id) && !actionLine(id).fixed;
}

/** One key, or two one after the other: "e", "shift+r", "#", "g q". Never with Ctrl, Cmd or Alt: those are the browser's. */
export function isKey(text: string): boolean {
  return text.split(" ").length <= 2 && text.split(" ").every((part) => stroke.test(part));
}

const stroke = /^(shift\+)?(\p{Ll}|\p{Lo}|enter|arrow(up|down|left|right)|home|end)$|^(space|[^\p{L}\s])$/u;

function clashes(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `);
}
