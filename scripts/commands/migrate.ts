import { type Command, withDatabase } from "./command";

export const migrate: Command = {
  summary: "brings the database up to this version (every start does it too)",
  example: "npm run avant -- migrate",
  options: {},
  async run() {
    await withDatabase(async () => {});
    console.log("The database is up to date.");
    return 0;
  },
};
