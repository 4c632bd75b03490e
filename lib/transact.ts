import { db, type Tx } from "@/db/client";
import { type Bell, wake } from "./live/wake";

/** Runs a command's one transaction and, once it is committed, wakes whoever reads what it wrote. */
export async function transact<T>(run: (tx: Tx) => Promise<T>, ...bells: Bell[]): Promise<T> {
  const result = await db.transaction(run);
  wake("events");
  wake("ranks");
  for (const bell of bells) wake(bell);
  return result;
}
