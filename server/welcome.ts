import { env } from "@/env";
import { setupToken } from "@/lib/agents/setup";

/** What a person reads once the server is ready: where it is, who to sign in as, what to try. */
export async function welcome(milliseconds: number): Promise<void> {
  const lines = [`Avant is ready at ${env.APP_URL}  (${(milliseconds / 1000).toFixed(1)} s)`];
  if (env.ROLE === "worker") lines[0] = `Avant's worker is ready; it answers ${env.APP_URL}/health`;
  else if (env.DEMO) lines.push("", ...demo());
  else lines.push(...(await firstRun()));
  console.log(`\n${lines.map((line) => (line === "" ? "" : `  ${line}`)).join("\n")}\n`);
}

function demo(): string[] {
  return [
    "Sign in: one click as Salma Idrissi, or anybody else on the sign-in page. This is sample data on this machine only.",
    "Try:     open a second window as another colleague, take a conversation in one, watch the other.",
    `         write through the form at ${env.APP_URL}/f/contact`,
    ...(env.SMTP_IN_PORT === 0
      ? []
      : [
          "         or send a mail:",
          `         printf 'Subject: Ma commande\\n\\nBonjour !\\n' | curl smtp://${env.SMTP_IN_HOST}:${env.SMTP_IN_PORT} --mail-from claire@example.org --mail-rcpt bonjour@marmelune.example -T -`,
        ]),
    "Stop with Ctrl+C. DEMO=off starts empty; README.md lists every setting.",
  ];
}

async function firstRun(): Promise<string[]> {
  const token = await setupToken();
  return token === null
    ? []
    : ["", `Nobody owns this installation yet. Create the owner: ${env.APP_URL}/setup?token=${token}`];
}
