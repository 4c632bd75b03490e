import { seedDemoWithPast } from "@/db/seed/demo";
import { type Command, withDatabase } from "./command";

export const seed: Command = {
  summary: "fills an empty installation with the sample shop Marmelune",
  example: "npm run avant -- seed",
  options: {},
  async run() {
    const { seeded } = await withDatabase(() => seedDemoWithPast(new Date()));
    console.log(seeded ? "The sample shop is there." : "Nothing done: there is a brand already.");
    return 0;
  },
};
