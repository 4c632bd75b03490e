import { createOwner, newOwner } from "@/lib/agents/setup";
import { type Command, withDatabase } from "./command";

export const ownerCreate: Command = {
  summary: "adds an owner, who can do everything",
  example:
    'npm run avant -- owner:create --name "Salma Idrissi" --email salma@marmelune.example --password "…" --organisation Marmelune',
  options: {
    name: { type: "string", help: "as colleagues and customers see it" },
    email: { type: "string", help: "to sign in with" },
    password: { type: "string", help: "at least as long as the sign-in page asks" },
    organisation: { type: "string", help: "the company's name" },
    language: { type: "string", help: "en or fr; en when not given" },
    zone: { type: "string", help: "time zone; Europe/Paris when not given" },
  },
  async run(given) {
    const one = (option: string) => given(option)[0];
    const owner = newOwner.parse({
      name: one("name"),
      email: one("email"),
      password: one("password"),
      organisationName: one("organisation") ?? "Avant",
      language: one("language") ?? "en",
      zone: one("zone") ?? "Europe/Paris",
    });
    await withDatabase(() => createOwner(owner));
    console.log(`${owner.name} can sign in now with ${owner.email}.`);
    return 0;
  },
};
