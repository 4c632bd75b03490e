/** Records that are one person: whatever is tied to each other, directly or over others. Every record is in one group. */
export function components(
  ids: readonly string[],
  ties: ReadonlyArray<{ aId: string; bId: string }>,
): string[][] {
  const parent = new Map(ids.map((id) => [id, id]));
  const rootOf = (id: string): string => {
    let at = id;
    for (let next = parent.get(at); next !== undefined && next !== at; next = parent.get(at)) at = next;
    return at;
  };
  for (const { aId, bId } of ties) {
    if (parent.has(aId) && parent.has(bId)) parent.set(rootOf(aId), rootOf(bId));
  }
  const groups = new Map<string, string[]>();
  for (const id of ids) groups.set(rootOf(id), [...(groups.get(rootOf(id)) ?? []), id]);
  return [...groups.values()].map((group) => group.sort());
}
