import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { seedDemoWithPast } from "@/db/seed/demo";
import { seedLarge } from "@/db/seed/past/large";
import { Refusal } from "@/env";
import { followFacts } from "@/lib/facts/follow";
import { rebuildFacts } from "@/lib/facts/rebuild";
import { type Command, withDatabase } from "./command";

export const seed: Command = {
  summary: "fills an empty installation with the sample shop Marmelune",
  example: "npm run avant -- seed --large --conversations 100000",
  options: {
    large: { type: "boolean", help: "two years of a large house with it, to measure with" },
    conversations: { type: "string", help: "so many instead of a million" },
    yes: { type: "boolean", help: "also where conversations of your own lie" },
  },
  async run(given) {
    const many = manyOf(given("conversations")[0]);
    return withDatabase(async () => {
      if (given("large").length > 0) await checkEmpty(given("yes").length > 0 ? "yes" : "no");
      const { seeded } = await seedDemoWithPast(new Date());
      console.log(seeded ? "The sample shop is there." : "There is a brand already.");
      if (given("large").length > 0) await fill(many);
      return 0;
    });
  },
};

function manyOf(text: string | undefined): number {
  if (text === undefined) return 1_000_000;
  const many = Number(text);
  if (!Number.isInteger(many) || many < 1 || many > 20_000_000)
    throw new Refusal("--conversations: a whole number from 1 to 20000000, for example 100000.");
  return many;
}

/** A million invented conversations among real ones are not to be told apart by anybody. */
async function checkEmpty(isSure: "yes" | "no"): Promise<void> {
  const found = await db.execute<{ own: number }>(
    sql`select count(*)::int as own from (select 1 from conversations where not is_sample limit 1000) c`,
  );
  const own = found.rows[0]!.own;
  if (own > 0 && isSure === "no")
    throw new Refusal(
      `Nothing done: ${own >= 1000 ? "at least 1,000" : own} conversations of your own lie here. Point DATABASE_URL at another database, or add --yes.`,
    );
}

async function fill(conversations: number): Promise<void> {
  const begun = performance.now();
  const passed = () => `${Math.round((performance.now() - begun) / 1000)} s`;
  let told = 0;
  const made = await seedLarge({
    conversations,
    now: new Date(),
    onProgress(done) {
      if (done.conversations - told < conversations / 20) return;
      told = done.conversations;
      console.log(`  ${done.conversations} conversations, ${done.messages} messages, ${passed()}`);
    },
  });
  console.log(`${made.conversations} conversations with ${made.messages} messages in ${passed()}.`);
  const rebuilt = await rebuildFacts({ onProgress() {} });
  // The rebuild leaves what little there is to the one that follows.
  while (await followFacts());
  console.log(
    rebuilt === null
      ? "The figures are being made by somebody else."
      : `Figures made from ${rebuilt.events} events, ${passed()} in all.`,
  );
}
