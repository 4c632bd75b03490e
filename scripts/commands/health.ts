import { env } from "@/env";
import type { Command } from "./command";

export const health: Command = {
  summary: "asks the running server whether everything works",
  example: "npm run avant -- health",
  options: {
    url: { type: "string", help: "address of the server; APP_URL when not given" },
    token: { type: "string", help: "an API token; without one only whether it is ready is told" },
  },
  async run(given) {
    const address = `${given("url")[0] ?? env.APP_URL}/health`;
    try {
      const token = given("token")[0];
      const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
      const response = await fetch(address, { headers, signal: AbortSignal.timeout(10_000) });
      console.log(JSON.stringify(await response.json(), null, 2));
      return response.ok ? 0 : 1;
    } catch {
      console.error(`Nothing answers at ${address}. Is Avant running there?`);
      return 1;
    }
  },
};
