import { sql } from "drizzle-orm";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testDesk } from "@/db/test-desk";
import { env } from "@/env";
import { newId } from "@/lib/id";
import { deliverNotices } from "./deliver-notices";
import { listNotifications } from "./list-notifications";
import { markNoticesRead } from "./mark-read";
import { notify } from "./notify";
import { stopMails, stopToken, updateNotificationSettings } from "./settings";

testDatabase();
let desk: TestDesk;
const caught: Array<{ to: string[]; source: string }> = [];
const trap = new SMTPServer({
  authOptional: true,
  disabledCommands: ["AUTH", "STARTTLS"],
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      caught.push({ to, source: Buffer.concat(chunks).toString() });
      done();
    });
  },
});

beforeAll(async () => {
  desk = await testDesk();
  await db.execute(sql`insert into installation (id) values (1) on conflict do nothing`);
  await new Promise<void>((ready) => trap.listen(0, "127.0.0.1", ready));
  const bound = trap.server.address();
  const port = typeof bound === "object" && bound ? bound.port : 0;
  env.SMTP_URL = `smtp://127.0.0.1:${port}`;
});
afterAll(() => new Promise<void>((resolve) => trap.close(() => resolve())));
beforeEach(async () => {
  caught.length = 0;
  await db.execute(sql`delete from notifications`);
  await db.execute(sql`delete from notification_settings`);
});

test("what nobody has read on the desk comes as one mail, in their language, without the customer's words", async () => {
  await db.execute(sql`update agents set language = 'fr' where id = ${desk.tom.id}`);
  const claire = await conversation("Claire Dumontet");
  const lucie = await conversation("Lucie Ferrand");
  await db.execute(sql`update conversations set is_restricted = true where id = ${lucie}`);
  await db.execute(sql`
    insert into conversation_access (conversation_id, agent_id) values (${lucie}, ${desk.tom.id})`);
  for (const conversationId of [claire, lucie])
    await notify(db, { agentIds: [desk.tom.id], kind: "mentioned", conversationId, eventId: newId() });
  await deliverNotices();
  expect(caught).toEqual([]);
  await waited();
  await deliverNotices();
  expect(caught).toHaveLength(1);
  const mail = await PostalMime.parse(caught[0]?.source ?? "");
  expect(caught[0]?.to).toEqual([`${desk.tom.id}@marmelune.example`]);
  expect(mail.subject).toContain("2");
  expect(mail.text).toContain("Claire Dumontet");
  expect(mail.text).toMatch(/mentionné/);
  expect(mail.text).not.toContain("Lucie");
  expect(mail.text).not.toContain("The pot smoked");
  expect(mail.text).toContain("/stop-mails?token=");
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value;
  expect([header("auto-submitted"), header("list-unsubscribe-post")]).toEqual([
    "auto-generated",
    "List-Unsubscribe=One-Click",
  ]);
  await deliverNotices();
  expect(caught).toHaveLength(1);
});

test("what was read on the desk is not mailed, and what can no longer be seen neither", async () => {
  const read = await conversation("Ben Okafor");
  const taken = await conversation("Marek Nowak");
  for (const conversationId of [read, taken])
    await notify(db, { agentIds: [desk.salma.id], kind: "mentioned", conversationId, eventId: newId() });
  await markNoticesRead(desk.salma, { conversationId: read });
  await db.execute(sql`update conversations set is_restricted = true where id = ${taken}`);
  await waited();
  await deliverNotices();
  expect(caught).toEqual([]);
  expect(await listNotifications(desk.salma, { cursor: null })).toMatchObject({
    unread: 0,
    items: [{ conversation: { customerName: "Ben Okafor" } }],
  });
});

test("quiet hours put a mail off, but not a call for the one on call; a stopped mail stays stopped", async () => {
  const id = await conversation("Odile Aubry");
  const all = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
  const day = all[(new Date().getUTCDay() + 6) % 7] ?? "mon";
  await updateNotificationSettings(desk.salma, {
    quiet: { from: "00:00", to: "00:00", days: [day], zone: "UTC" },
  });
  for (const kind of ["mentioned", "on_call"] as const)
    await notify(db, { agentIds: [desk.salma.id], kind, conversationId: id, eventId: newId() });
  const waits = await db.execute<{ kind: string; isSoon: boolean }>(sql`
    select kind, mail_after < now() + interval '3 minutes' as "isSoon" from notifications order by kind`);
  const isMidnightNear = new Date().getUTCHours() === 23 && new Date().getUTCMinutes() > 55;
  if (!isMidnightNear)
    expect(waits.rows).toEqual([
      { kind: "mentioned", isSoon: false },
      { kind: "on_call", isSoon: true },
    ]);
  expect(await stopMails({ token: `${desk.salma.id}.forged` })).toBe(false);
  expect(await stopMails({ token: stopToken(desk.salma.id) })).toBe(true);
  await waited();
  await deliverNotices();
  expect(caught).toEqual([]);
});

async function conversation(customerName: string): Promise<string> {
  const [customerId, id] = [newId(), newId()];
  await db.execute(
    sql`insert into customers (id, brand_id, name) values (${customerId}, ${desk.brandId}, ${customerName})`,
  );
  await db.execute(sql`
    insert into conversations (id, brand_id, customer_id, cycle_started_at, last_message_at, excerpt)
    values (${id}, ${desk.brandId}, ${customerId}, now(), now(), 'The pot smoked')`);
  return id;
}

async function waited(): Promise<void> {
  await db.execute(
    sql`update notifications set mail_after = now() where mail_after < now() + interval '3 minutes'`,
  );
}
