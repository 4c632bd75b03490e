import { type Sort, sorts, type ViewName, viewNames } from "@/lib/conversations/types";

/** Where somebody is on the desk. The address is the state: it can be sent to a colleague. */
export type Place = { view: ViewName; sort: Sort; q: string; open: number | null };

export function readPlace(get: (name: string) => string | null): Place {
  const open = Number(get("c"));
  return {
    view: viewNames.find((name) => name === get("view")) ?? "queue",
    sort: sorts.find((name) => name === get("sort")) ?? "left",
    q: get("q")?.trim() ?? "",
    open: Number.isSafeInteger(open) && open > 0 ? open : null,
  };
}

export function placeHref({ view, sort, q, open }: Place): string {
  const params = new URLSearchParams();
  if (view !== "queue") params.set("view", view);
  if (sort !== "left") params.set("sort", sort);
  if (q) params.set("q", q);
  if (open !== null) params.set("c", String(open));
  const text = params.toString();
  return text ? `/queue?${text}` : "/queue";
}
