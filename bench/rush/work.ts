import { setTimeout as pause } from "node:timers/promises";

export type Step = { step: "list" | "open" | "note"; ms: number; isOk: boolean };

const thinkMs = 200;

/** One colleague at the API until `signal` is aborted: lists a page, opens one of its conversations, writes a note. */
export async function work(url: string, cookie: string, signal: AbortSignal): Promise<Step[]> {
  const steps: Step[] = [];
  const headers = { cookie, "sec-fetch-site": "same-origin", "content-type": "application/json" };

  async function ask(step: Step["step"], path: string, body: object | null): Promise<unknown> {
    const begun = performance.now();
    const response = await fetch(`${url}/api/v1${path}`, {
      method: body ? "POST" : "GET",
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const answer: unknown = await response.json();
    steps.push({ step, ms: performance.now() - begun, isOk: response.ok });
    await pause(thinkMs);
    return answer;
  }

  for (let n = 0; !signal.aborted; n++) {
    const items = itemsOf(await ask("list", "/conversations?limit=50", null));
    const id = items[(n * 7) % Math.max(1, items.length)]?.id;
    if (id === undefined) continue;
    await ask("open", `/conversations/${id}`, null);
    await ask("note", `/conversations/${id}/notes`, { text: `Seen, number ${n}.` });
  }
  return steps;
}

function itemsOf(answer: unknown): Array<{ id: string }> {
  const isPage = typeof answer === "object" && answer !== null && "items" in answer;
  const items: unknown = isPage ? answer.items : [];
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown) =>
    typeof item === "object" && item !== null && "id" in item && typeof item.id === "string"
      ? [{ id: item.id }]
      : [],
  );
}
