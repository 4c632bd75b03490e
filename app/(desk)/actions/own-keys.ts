import { type ActionId, actionIds, actionLine, isActionId } from "./table";

/** What somebody has chosen for themselves: keys by the id of the action; an empty list takes its keys away. */
export type OwnKeys = { readonly [id: string]: readonly string[] };

/** The keys in force, by action. What was chosen wins; a key that is taken so is lost to whoever had it by itself. */
export function keysInForce(own: OwnKeys): Map<ActionId, readonly string[]> {
  const chosen = new Set(Object.entries(own).flatMap(([id, keys]) => (isActionId(id) ? keys : [])));
  return new Map(
    actionIds().map((id) => {
      const line = actionLine(id);
      const mine = line.fixed ? undefined : own[id];
      return [id, mine ?? line.keys.filter((key) => !chosen.has(key))];
    }),
  );
}

/** The action that a key would clash with, were it given to `id`: the same key, or the beginning of a longer one. */
export function clashOf(own: OwnKeys, id: ActionId, key: string): ActionId | null {
  for (const [other, keys] of keysInForce(own)) {
    if (other !== id && keys.some((taken) => clashes(taken, key))) return other;
  }
  return null;
}

function clashes(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `);
}
