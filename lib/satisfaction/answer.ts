import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { type Language, type Verdict, verdicts } from "@/db/enums";
import type { System } from "@/lib/access";
import { changeConversation } from "@/lib/conversations/change";
import { iso } from "@/lib/conversations/load-rows";
import { limiter } from "@/lib/limits";
import { notify } from "@/lib/notifications/notify";
import { cleanText } from "@/lib/text/clean";
import { transact } from "@/lib/transact";
import { holdConversation } from "./hold-conversation";
import { tokenHash } from "./link";

const intake: System = { kind: "system", name: "intake" };

/** From one network: a house behind one address answers so often in an hour, somebody who guesses does not. */
const knocks = limiter("satisfaction", 60, 3600);

export const surveyAnswer = z.object({
  verdict: z.enum(verdicts),
  comment: z
    .string()
    .max(2000)
    .transform((words) => cleanText(words, 2000).trim() || null),
});

export type Question = {
  state: "open" | "answered" | "closed";
  brand: { name: string; letter: string; color: string; colorDark: string };
  language: Language;
  verdict: Verdict | null;
  comment: string | null;
  /** Until then it can be answered or changed. */
  closesAt: string | null;
  /** Of the house, IANA. */
  zone: string;
};

/** What a link leads to; null for one that is none of ours. Looking changes nothing, whoever looks. */
export async function readQuestion(token: string): Promise<Question | null> {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const found = await db.execute<Question & { isClosed: boolean }>(sql`
    select s.language, s.verdict, s.comment, s.closes_at as "closesAt", s.closes_at <= now() as "isClosed",
      coalesce((select zone from organisation), 'UTC') as zone,
      json_build_object('name', b.name, 'letter', b.letter, 'color', b.color, 'colorDark', b.color_dark) as brand
    from surveys s join brands b on b.id = s.brand_id where s.token_hash = ${tokenHash(token)} and s.state = 'asked'`);
  const row = found.rows[0];
  if (!row) return null;
  const { isClosed, ...question } = row;
  const state = isClosed ? "closed" : question.verdict === null ? "open" : "answered";
  return { ...question, state, closesAt: iso(question.closesAt) };
}

/**
 * Takes what the customer said of how it went, or what they say now instead. It opens nothing by itself; who looked after
 * them hears of it when they are not satisfied. `network` is the caller's address, to which attempts are counted.
 */
export async function answerSurvey(input: {
  token: string;
  network: string;
  answer: z.output<typeof surveyAnswer>;
}): Promise<"taken" | "unknown" | "closed" | "slow_down"> {
  if ((await knocks.pass(input.network)) !== null) return "slow_down";
  const { verdict, comment } = input.answer;
  return transact(async (tx) => {
    const asked = await tx.execute<{ conversationId: string }>(sql`
      select conversation_id as "conversationId" from surveys where token_hash = ${tokenHash(input.token)} and state = 'asked'`);
    if (asked.rows[0]) await holdConversation(tx, asked.rows[0].conversationId);
    const found = await tx.execute<Kept>(sql`
      select id, conversation_id as "conversationId", verdict, comment, agent_id as "agentId", closes_at <= now() as "isClosed"
      from surveys where token_hash = ${tokenHash(input.token)} and state = 'asked' for update`);
    const was = found.rows[0];
    if (!was) return "unknown";
    if (was.isClosed) return "closed";
    // Pressed twice, or the page loaded again.
    if (was.verdict === verdict && was.comment === comment) return "taken";
    await tx.execute(sql`
      update surveys set verdict = ${verdict}, comment = ${comment}, answered_at = coalesce(answered_at, now()),
        changed_at = case when answered_at is not null then now() end where id = ${was.id}`);
    const changed = await changeConversation(tx, intake, {
      id: was.conversationId,
      type: was.verdict === null ? "survey.answered" : "survey.changed",
      set: null,
      more: { surveyId: was.id, verdict, hasWords: comment !== null },
    });
    if (verdict === "unsatisfied" && was.verdict !== "unsatisfied") {
      const who = await tx.execute<{ id: string | null }>(
        sql`select coalesce(assignee_id, ${was.agentId}::uuid) as id from conversations where id = ${changed.id}`,
      );
      await notify(tx, {
        agentIds: who.rows.flatMap(({ id }) => id ?? []),
        kind: "unsatisfied",
        conversationId: changed.id,
        eventId: `survey:${was.id}`,
      });
    }
    return "taken";
  }, "notices");
}

type Kept = {
  id: string;
  conversationId: string;
  verdict: Verdict | null;
  comment: string | null;
  agentId: string | null;
  isClosed: boolean;
};
