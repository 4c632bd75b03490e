import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { testAgent, testDesk } from "@/db/test-desk";
import { newId } from "@/lib/id";
import { surveyToken } from "@/lib/satisfaction/link";
import { readSource } from "./read-source";

testDatabase();

test("the source of a mail that quotes our question cannot be used to vote", async () => {
  const desk = await testDesk();
  const hannah = await testAgent("Hannah Whitlock", "admin", [desk.teamId], [desk.brandId]);
  const token = surveyToken(newId());
  const mail = `From: Odile <odile@example.org>\r\nSubject: Re: Is all well?\r\n\r\nYes.\r\n> https://care.example/csat/${token}?v=satisfied\r\n`;
  const inboundId = newId();
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state)
    values (${inboundId}, ${desk.channelId}, ${inboundId}, ${inboundId}, 'message/rfc822', '{}', ${Buffer.from(mail)}, ${mail.length}, 'done')`);
  const { bytes } = await readSource(hannah, { inboundId });
  expect(Buffer.from(bytes).toString()).toBe(mail.replace(token, "x".repeat(token.length)));
});
