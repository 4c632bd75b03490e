import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { env } from "@/env";
import { setupToken } from "@/lib/agents/setup";

/** What a person reads once the server is ready: where it is, who to sign in as, what to try. */
export async function welcome(milliseconds: number): Promise<void> {
  const lines = [`Avant is ready at ${env.APP_URL}  (${(milliseconds / 1000).toFixed(1)} s)`];
  if (env.ROLE === "worker") lines[0] = `Avant's worker is ready; it answers ${env.APP_URL}/health`;
  else if (env.DEMO) lines.push("", ...(await demo()));
  else lines.push(...(await firstRun()));
  console.log(`\n${lines.map((line) => (line === "" ? "" : `  ${line}`)).join("\n")}\n`);
}

async function demo(): Promise<string[]> {
  const { rows } = await db.execute<{ kind: string; address: string }>(sql`
    select distinct on (kind) kind, address from channels where address is not null order by kind, created_at`);
  const addressOf = (kind: string) => rows.find((row) => row.kind === kind)?.address;
  const form = addressOf("form");
  const mailbox = addressOf("email");
  const mail = `printf 'From: Claire <claire@example.org>\\nSubject: Ma commande\\n\\nBonjour\\n' | curl smtp://${env.SMTP_IN_HOST}:${env.SMTP_IN_PORT} --mail-from claire@example.org --mail-rcpt ${mailbox} -T -`;
  return [
    "Sign in: one click as Salma Idrissi, or anybody else on the sign-in page. This is sample data on this machine only.",
    "Try:     open a second window as another colleague, take a conversation in one, watch the other.",
    ...(form === undefined ? [] : [`         write through the form at ${env.APP_URL}/f/${form}`]),
    ...(mailbox === undefined || env.SMTP_IN_PORT === 0
      ? []
      : ["         or send a mail:", `         ${mail}`]),
    "Stop with Ctrl+C. DEMO=off starts empty; README.md lists every setting.",
  ];
}

async function firstRun(): Promise<string[]> {
  const token = await setupToken();
  return token === null
    ? []
    : ["", `Nobody owns this installation yet. Create the owner: ${env.APP_URL}/setup?token=${token}`];
}
