import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { arrive } from "@/lib/customers/test-arrive";
import { newId } from "@/lib/id";
import { eraseCustomer } from "@/lib/privacy/erase";
import { answerSurvey } from "./answer";
import { tendSurveys } from "./ask";
import { surveyToken, tokenHash } from "./link";

testDatabase();
let desk: TestDesk;
let hannah: Actor;
beforeAll(async () => {
  desk = await testDesk();
  hannah = await testAgent("Hannah Whitlock", "admin", [desk.teamId], [desk.brandId]);
});

/** A person with one question that was put and one whose time has come. */
async function person(n: number): Promise<{ customerId: string; name: string; askedId: string }> {
  const about = async (text: string, state: "waiting" | "asked") => {
    const { conversationId, customerId } = await arrive(desk, `odile.${n}@example.org`, text);
    const id = newId();
    await db.execute(sql`
      insert into messages (conversation_id, id, kind, channel_id, agent_id, text, external_id, sent_at, created_at)
      values (${conversationId}, ${newId()}, 'reply', ${desk.channelId}, ${desk.salma.id}, 'It is on its way.', ${newId()}, clock_timestamp(), clock_timestamp())`);
    await db.execute(sql`
      update conversations set status = 'resolved', waiting_since = null, resolved_at = now() where id = ${conversationId}`);
    await db.execute(sql`
      insert into surveys (id, conversation_id, brand_id, customer_id, channel_id, agent_id, resolved_at, state, ask_after, language, token_hash, decided_at, closes_at)
      select ${id}, c.id, c.brand_id, c.customer_id, c.channel_id, ${desk.salma.id}, c.resolved_at, ${state}, now(), 'en',
        ${state === "asked" ? tokenHash(surveyToken(id)) : null}, ${state === "asked" ? sql`now()` : null}, now() + interval '14 days'
      from conversations c where c.id = ${conversationId}`);
    return { id, customerId };
  };
  const { id, customerId } = await about("The pot smoked.", "asked");
  await about("And the lid?", "waiting");
  const found = await db.execute<{ name: string }>(sql`select name from customers where id = ${customerId}`);
  return { customerId, name: found.rows[0]!.name, askedId: id };
}

test("asking, answering and erasing at the same moment never wait for each other in a circle", async () => {
  const failed: unknown[] = [];
  for (let n = 0; n < 15; n++) {
    const { customerId, name, askedId } = await person(n);
    const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const outcomes = await Promise.allSettled([
      later(Math.random() * 30).then(() => tendSurveys()),
      later(Math.random() * 30).then(() =>
        answerSurvey({
          token: surveyToken(askedId),
          network: newId(),
          answer: { verdict: "unsatisfied", comment: "Still broken." },
        }),
      ),
      later(Math.random() * 12).then(() =>
        eraseCustomer(hannah, { customerId, confirmed: name, despiteHold: true }),
      ),
    ]);
    for (const outcome of outcomes) if (outcome.status === "rejected") failed.push(outcome.reason);
  }
  expect(failed).toEqual([]);
  // One that could not be put is put off, and nothing is said of it.
  const putOff = await db.execute(
    sql`select 1 from surveys where state = 'waiting' and ask_after > now() + interval '10 minutes'`,
  );
  expect(putOff.rows).toEqual([]);
}, 120_000);
