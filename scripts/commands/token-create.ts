import { createToken, newApiToken } from "@/lib/agents/create-token";
import { type Command, withDatabase } from "./command";

export const tokenCreate: Command = {
  summary: "makes a bearer token for the API and prints it, once",
  example: "npm run avant -- token:create --email salma@marmelune.example --name import --role admin",
  options: {
    email: { type: "string", help: "the person it acts as" },
    name: { type: "string", help: "what it is for" },
    role: {
      type: "string",
      help: "the most it may do: owner, admin, manager, agent, junior, observer (agent when not given)",
    },
  },
  async run(given) {
    const input = newApiToken.parse({
      name: given("name")[0] ?? "command line",
      role: given("role")[0] ?? "agent",
    });
    const made = await withDatabase(() =>
      createToken({ kind: "system", name: "operator" }, { ...input, email: given("email")[0] ?? "" }),
    );
    // Alone on its line, for scripts.
    console.log(made.token);
    return 0;
  },
};
