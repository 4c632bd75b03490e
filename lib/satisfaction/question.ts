import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Language, verdicts } from "@/db/enums";
import { sentence } from "@/lib/sentences";
import { surveyToken, surveyUrl } from "./link";

/** The question as it stands in the conversation: without its links, which are the customer's alone. */
export function questionText(
  language: Language,
  { brand, agent }: { brand: string; agent: string | null },
): string {
  const say = (key: string) =>
    sentence(language, `satisfaction.mail.${key}`, { brand, agent: agent ?? "" }) ?? "";
  return [say("greeting"), say(agent === null ? "ask" : "askOf"), say("once")].join("\n\n");
}

/** What leaves: the question and a link for each answer. The text as it is for every message that is no question. */
export async function withLinks(message: {
  messageId: string;
  text: string;
  isAutomatic: boolean;
}): Promise<string> {
  if (!message.isAutomatic) return message.text;
  const found = await db.execute<{ id: string; language: Language }>(
    sql`select id, language from surveys where message_id = ${message.messageId}`,
  );
  const survey = found.rows[0];
  if (!survey) return message.text;
  const token = surveyToken(survey.id);
  const lines = verdicts.map((verdict) => {
    const words = sentence(survey.language, `satisfaction.verdicts.${verdict}`) ?? verdict;
    return `[${words}](${surveyUrl(token, verdict)})`;
  });
  const foot = sentence(survey.language, "satisfaction.mail.foot") ?? "";
  return [message.text, lines.join("\n"), foot].join("\n\n");
}
