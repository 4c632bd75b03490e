import type { Language } from "@/db/enums";
import type { Actor } from "@/lib/access";
import { listContactReasons } from "@/lib/contact-reasons/list";
import { nameOf } from "@/lib/contact-reasons/list-name";

/** What a figure of a contact reason is about, "Delivery › late"; null for other figures and for one that is gone. */
export async function reasonNameOf(
  actor: Actor,
  { figure, language }: { figure: string; language: Language },
): Promise<string | null> {
  const [what, id] = figure.split(":");
  if (what !== "reason" || id === "none") return null;
  const all = await listContactReasons(actor);
  const reason = all.find((one) => one.id === id);
  const parent = all.find((one) => one.id === reason?.parentId) ?? null;
  return reason ? nameOf(reason, parent, language) : null;
}
