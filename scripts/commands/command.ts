import { openDatabase } from "@/server/database";

export type Command = {
  summary: string;
  example: string;
  options: { [name: string]: { type: "string" | "boolean"; multiple?: boolean; help: string } };
  /** Gets every value given for an option; resolves with the exit code. */
  run(given: (option: string) => string[]): Promise<number>;
};

/** Runs `work` with the database open: the running one, or one started for this. */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  const database = await openDatabase("operator");
  try {
    return await work();
  } finally {
    await database.close();
  }
}
