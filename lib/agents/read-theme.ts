import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { agents } from "@/db/schema/agents";
import { type Actor, authorize } from "@/lib/access";

/** Light, dark, or as the system has it: my own setting, on whatever device I sit. */
export async function readTheme(actor: Actor): Promise<"auto" | "light" | "dark"> {
  authorize(actor, "profile.edit");
  const [found] = await db.select({ theme: agents.theme }).from(agents).where(eq(agents.id, actor.id));
  return found?.theme ?? "auto";
}
