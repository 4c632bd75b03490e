import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { recordEvent } from "@/lib/events";
import { transact } from "@/lib/transact";

/** Closes the pause whose time is over. Resolves with when the one in force ends, or null. */
export async function endOverPauses(): Promise<Date | null> {
  const found = await db.execute<{ until: string; isOver: boolean }>(
    sql`select until::text as until, until <= now() as "isOver" from pauses where ended_at is null`,
  );
  const pause = found.rows[0];
  if (!pause) return null;
  if (!pause.isOver) return new Date(pause.until);
  await transact(async (tx) => {
    const ended = await tx.execute<{ id: string }>(
      sql`update pauses set ended_at = until where ended_at is null and until <= now() returning id`,
    );
    for (const { id } of ended.rows)
      await recordEvent(tx, {
        type: "pause.ended",
        actor: { kind: "system", id: null },
        after: { pauseId: id },
        occurredAt: new Date(),
      });
  });
  return null;
}
