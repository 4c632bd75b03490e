import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk, testMessage } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { getConversation } from "@/lib/conversations/get-conversation";
import { receive } from "@/lib/conversations/receive";
import { newId } from "@/lib/id";
import { cancelReply } from "@/lib/replies/cancel";
import { moveHeld, sendHeldNow, withdraw } from "@/lib/replies/held";
import { tendHeld } from "@/lib/replies/release-due";
import { type ReplyInput, reply } from "@/lib/replies/reply";
import { retryDelivery } from "@/lib/replies/retry";
import { tag } from "@/lib/triage/tag";
import { approve, bypass } from "./approve";
import { sendBack } from "./send-back";

testDatabase();
let desk: TestDesk;
let jules: Actor;
let ines: Actor;
let hannah: Actor;

beforeAll(async () => {
  desk = await testDesk();
  jules = await testAgent("Jules Lemaire", "junior", [desk.teamId], [desk.brandId]);
  ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
  const legal = newId();
  await db.execute(sql`insert into teams (id, name, is_legal) values (${legal}, 'Legal', true)`);
  hannah = await testAgent("Hannah Whitlock", "admin", [legal], []);
});

async function arrive(from: string, text: string): Promise<string> {
  const inboundId = newId();
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${inboundId}, ${desk.channelId}, ${inboundId}, ${inboundId}, 'message/rfc822', '{}', '\\x00', 1, 'reading', 'me')`);
  const message = testMessage(from, text);
  const placed = await receive([
    { inboundId, claimedBy: "me", receivedAt: new Date(), channel: desk.channel, message, files: [] },
  ]);
  return placed[0]!.conversationId;
}

async function answer(
  who: Actor,
  conversationId: string,
  text: string,
  more: Partial<ReplyInput> = {},
): Promise<ReplyInput> {
  const view = await getConversation(who, { idOrNumber: conversationId });
  const way = view.ways[0]!;
  return {
    conversationId,
    messageId: newId(),
    mode: way.mode,
    channelId: way.channelId,
    to: way.to,
    cc: [],
    bcc: [],
    subject: way.subject,
    text,
    attachmentIds: [],
    seen: view.seen,
    ...more,
  };
}

async function heldIn(who: Actor, conversationId: string) {
  return (await getConversation(who, { idOrNumber: conversationId })).held;
}

async function deliveriesOf(conversationId: string): Promise<Array<{ text: string; agentId: string }>> {
  const found = await db.execute<{ text: string; agentId: string }>(sql`
    select m.text, m.agent_id as "agentId" from deliveries d join messages m on m.id = d.message_id
    where d.conversation_id = ${conversationId} and d.state <> 'cancelled'`);
  return found.rows;
}

const yes = { seen: null, text: null, confirmed: [] };

describe("a junior's reply", () => {
  test("goes to a colleague first, while the customer's clock runs on", async () => {
    const id = await arrive("giulia@example.org", "When do I get my money back?");
    const before = await getConversation(jules, { idOrNumber: id });
    expect(before.approval.reason).toBe("junior");
    expect(before.approval.approvers.map((one) => one.name)).toContain("Tom Verhaegen");
    const asked = await reply(jules, await answer(jules, id, "Domani.", { approverId: desk.tom.id }));
    expect(asked).toMatchObject({ state: "awaiting", deliveryId: null });
    const view = await getConversation(desk.tom, { idOrNumber: id });
    expect(view.row).toMatchObject({
      status: "open",
      waitingSince: before.row.waitingSince,
      approverId: desk.tom.id,
    });
    expect(view.row.approvalSince).not.toBeNull();
    expect(view.held[0]).toMatchObject({
      state: "awaiting",
      text: "Domani.",
      author: { name: "Jules Lemaire" },
      may: ["approve", "return"],
    });
    expect(await deliveriesOf(id)).toEqual([]);
    const told = await db.execute(
      sql`select 1 from notifications where agent_id = ${desk.tom.id} and kind = 'approval_asked' and conversation_id = ${id}`,
    );
    expect(told.rows).toHaveLength(1);

    const { digest } = view.held[0]!;
    await expect(approve(jules, { ...yes, heldId: asked.messageId, digest })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(approve(desk.salma, { ...yes, heldId: asked.messageId, digest })).rejects.toMatchObject({
      key: "approval.not_you",
    });
    const done = await approve(desk.tom, {
      ...yes,
      heldId: asked.messageId,
      digest,
      text: "Domani entro sera.",
    });
    expect(done.delivery).not.toBeNull();
    expect(await deliveriesOf(id)).toEqual([{ text: "Domani entro sera.", agentId: jules.id }]);
    const after = await getConversation(jules, { idOrNumber: id });
    expect(after.row).toMatchObject({ status: "waiting", approvalSince: null, approverId: null });
    expect(after.timeline.filter((item) => item.type === "message").at(-1)).toMatchObject({
      agent: { name: "Jules Lemaire" },
      approval: { by: "Tom Verhaegen", isChanged: true },
    });
    // Tom takes his yes back in time: it waits for one again.
    await cancelReply(desk.tom, { conversationId: id, messageId: asked.messageId });
    expect((await heldIn(desk.tom, id))[0]).toMatchObject({ state: "awaiting" });
  });

  test("of two approvers at once, and of an approver and an author who takes it back, one wins: one delivery at most", async () => {
    const id = await arrive("two@example.org", "Hello?");
    const asked = await reply(jules, await answer(jules, id, "Hello."));
    const { digest } = (await heldIn(desk.tom, id))[0]!;
    const both = await Promise.allSettled([
      approve(desk.tom, { ...yes, heldId: asked.messageId, digest }),
      approve(desk.salma, { ...yes, heldId: asked.messageId, digest }),
      approve(ines, { ...yes, heldId: asked.messageId, digest }),
    ]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await deliveriesOf(id)).toHaveLength(1);

    const other = await arrive("race@example.org", "Hello?");
    for (let round = 0; round < 5; round++) {
      const again = await reply(jules, await answer(jules, other, `Round ${round}`));
      const held = (await heldIn(desk.tom, other)).find((one) => one.id === again.messageId)!;
      const race = await Promise.allSettled([
        approve(desk.tom, { ...yes, heldId: again.messageId, digest: held.digest }),
        withdraw(jules, { heldId: again.messageId }),
      ]);
      expect(race.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    }
  });

  test("an edit voids what was read: a yes is said to exact words only", async () => {
    const id = await arrive("edit@example.org", "Hello?");
    const asked = await reply(jules, await answer(jules, id, "First words."));
    const { digest } = (await heldIn(desk.tom, id))[0]!;
    await expect(
      approve(desk.tom, { ...yes, heldId: asked.messageId, digest: "0".repeat(64) }),
    ).rejects.toMatchObject({ key: "approval.changed" });
    expect(await withdraw(jules, { heldId: asked.messageId })).toEqual({ text: "First words." });
    await expect(approve(desk.tom, { ...yes, heldId: asked.messageId, digest })).rejects.toMatchObject({
      key: "approval.not_now",
    });
    expect((await getConversation(jules, { idOrNumber: id })).draft?.text).toBe("First words.");
    expect(await deliveriesOf(id)).toEqual([]);
  });

  test("what was said since holds the yes back until it was read", async () => {
    const id = await arrive("since@example.org", "Hello?");
    const asked = await reply(jules, await answer(jules, id, "Hello."));
    const { digest } = (await heldIn(desk.tom, id))[0]!;
    await arrive("since@example.org", "And another thing.");
    expect((await heldIn(desk.tom, id))[0]).toMatchObject({ isStale: true });
    const held = await approve(desk.tom, { ...yes, heldId: asked.messageId, digest }).catch(
      (error: unknown) => error,
    );
    expect(held).toMatchObject({ code: "conflict", details: { kind: "wrote" } });
    const { seen } = (held as { details: { seen: string } }).details;
    await approve(desk.tom, { ...yes, heldId: asked.messageId, digest, seen });
    expect(await deliveriesOf(id)).toHaveLength(1);
  });

  test("is sent back with a comment, and can be sent anew", async () => {
    const id = await arrive("back@example.org", "Hello?");
    const asked = await reply(jules, await answer(jules, id, "No."));
    await expect(sendBack(desk.tom, { heldId: asked.messageId, comment: " " })).rejects.toMatchObject({
      code: "invalid",
    });
    await sendBack(desk.tom, { heldId: asked.messageId, comment: "Say why." });
    expect((await heldIn(jules, id))[0]).toMatchObject({ state: "returned", comment: "Say why." });
    expect(await heldIn(desk.salma, id)).toEqual([]);
    await withdraw(jules, { heldId: asked.messageId });
    expect(await reply(jules, await answer(jules, id, "No, because."))).toMatchObject({ state: "awaiting" });
  });

  test("goes to every senior when the chosen one does not come", async () => {
    const id = await arrive("late@example.org", "Hello?");
    const asked = await reply(jules, await answer(jules, id, "Hello.", { approverId: desk.tom.id }));
    await db.execute(
      sql`update held_replies set fallback_at = now() - interval '1 second' where id = ${asked.messageId}`,
    );
    await tendHeld();
    const view = await getConversation(desk.salma, { idOrNumber: id });
    expect(view.row.approverId).toBeNull();
    const { digest } = view.held[0]!;
    await approve(desk.salma, { ...yes, heldId: asked.messageId, digest });
  });

  test("comes through no other door: a failed one of before is not sent again without a yes", async () => {
    const id = await arrive("door@example.org", "Hello?");
    const sent = await reply(desk.salma, await answer(desk.salma, id, "Hello."));
    await db.execute(
      sql`update deliveries set state = 'failed', failure_code = 'x' where id = ${sent.deliveryId}`,
    );
    await db.execute(sql`update messages set agent_id = ${jules.id} where id = ${sent.messageId}`);
    await expect(retryDelivery(jules, { deliveryId: sent.deliveryId ?? "" })).rejects.toMatchObject({
      key: "reply.needs_approval",
    });
    expect(await reply(jules, await answer(jules, id, "Again.", { marks: [] }))).toMatchObject({
      state: "awaiting",
    });
  });
});

describe("a legal matter", () => {
  test("is read by somebody of the legal team or a lead, and a manager's emergency is written down", async () => {
    const id = await arrive("lucie@example.org", "I will tell the regulator.");
    await tag(desk.salma, { conversationId: id, name: "legal" });
    const asked = await reply(desk.salma, await answer(desk.salma, id, "We look into it."));
    expect(asked.state).toBe("awaiting");
    const { digest } = (await heldIn(hannah, id))[0]!;
    await expect(approve(desk.tom, { ...yes, heldId: asked.messageId, digest })).rejects.toMatchObject({
      key: "approval.not_them",
    });
    await approve(hannah, { ...yes, heldId: asked.messageId, digest });
    expect(await deliveriesOf(id)).toHaveLength(1);

    await expect(
      reply(desk.tom, await answer(desk.tom, id, "Now.", { marks: ["emergency"] })),
    ).rejects.toMatchObject({ key: "approval.bypass" });
    expect(
      await reply(ines, await answer(ines, id, "Unplug it now.", { marks: ["emergency"] })),
    ).toMatchObject({ state: "leaving" });
    const events = await db.execute<{ actor: string }>(
      sql`select actor_id as actor from events where conversation_id = ${id} and type = 'approval.bypassed'`,
    );
    expect(events.rows).toEqual([{ actor: ines.id }]);
    const held = await reply(ines, await answer(ines, id, "And the pot."));
    expect(held.state).toBe("awaiting");
    await bypass(ines, { heldId: held.messageId });
    expect(await deliveriesOf(id)).toHaveLength(3);
  });

  test("whoever marks their own reply as legal waits too, in the legal team as well", async () => {
    const id = await arrive("mark@example.org", "Hello?");
    expect(
      await reply(desk.salma, await answer(desk.salma, id, "Hello.", { marks: ["legal"] })),
    ).toMatchObject({
      state: "awaiting",
    });
    expect(await reply(hannah, await answer(hannah, id, "Hello.", { marks: ["legal"] }))).toMatchObject({
      state: "awaiting",
    });
  });
});

describe("a reply for later", () => {
  const tomorrow = () => ({
    sendAt: new Date(Date.now() + 86_400_000).toISOString(),
    zone: "Europe/Brussels",
    ifTheyWrite: "cancel" as const,
  });
  const now = async (id: string) =>
    db.execute(sql`update held_replies set send_at = now() - interval '1 second' where id = ${id}`);

  test("leaves at its hour, once, however many workers look", async () => {
    const id = await arrive("later@example.org", "Hello?");
    const kept = await reply(
      desk.salma,
      await answer(desk.salma, id, "Good morning.", { later: tomorrow() }),
    );
    expect(kept).toMatchObject({ state: "scheduled", deliveryId: null });
    const view = await getConversation(desk.salma, { idOrNumber: id });
    expect(view.row.status).toBe("snoozed");
    expect(view.held[0]).toMatchObject({ zone: "Europe/Brussels", may: ["withdraw", "move", "send_now"] });
    const next = await tendHeld();
    expect(next?.getTime()).toBeGreaterThan(Date.now());
    await now(kept.messageId);
    await Promise.all([tendHeld(), tendHeld(), tendHeld()]);
    expect(await deliveriesOf(id)).toEqual([{ text: "Good morning.", agentId: desk.salma.id }]);
    expect((await getConversation(desk.salma, { idOrNumber: id })).row.status).toBe("waiting");
  });

  test("does not leave when they write first: its author is told, the words come back", async () => {
    const id = await arrive("first@example.org", "Hello?");
    const kept = await reply(
      desk.salma,
      await answer(desk.salma, id, "Good morning.", { later: tomorrow() }),
    );
    await arrive("first@example.org", "Forget it, thank you.");
    await tendHeld();
    const view = await getConversation(desk.salma, { idOrNumber: id });
    expect(view.held[0]).toMatchObject({ id: kept.messageId, state: "stopped", stopCode: "wrote" });
    expect(view.row.status).toBe("open");
    expect(view.draft?.text).toBe("Good morning.");
    expect(await deliveriesOf(id)).toEqual([]);
    const told = await db.execute(
      sql`select 1 from notifications where agent_id = ${desk.salma.id} and kind = 'send_failed' and conversation_id = ${id}`,
    );
    expect(told.rows).toHaveLength(1);
  });

  test("leaves although they wrote where its author wants so, but never over a colleague's answer", async () => {
    const id = await arrive("anyway@example.org", "Hello?");
    const anyway = { ...tomorrow(), ifTheyWrite: "send" as const };
    const kept = await reply(desk.salma, await answer(desk.salma, id, "Good morning.", { later: anyway }));
    await arrive("anyway@example.org", "Still there?");
    await tendHeld();
    expect((await heldIn(desk.salma, id))[0]).toMatchObject({ state: "scheduled" });
    await reply(desk.tom, await answer(desk.tom, id, "Yes, I am."));
    await now(kept.messageId);
    await tendHeld();
    expect((await heldIn(desk.salma, id))[0]).toMatchObject({ state: "stopped", stopCode: "answered" });
    expect(await deliveriesOf(id)).toHaveLength(1);
  });

  test("is moved, taken back, or let go now", async () => {
    const id = await arrive("move@example.org", "Hello?");
    const kept = await reply(
      desk.salma,
      await answer(desk.salma, id, "Good morning.", { later: tomorrow() }),
    );
    await expect(
      moveHeld(desk.salma, { heldId: kept.messageId, later: { ...tomorrow(), sendAt: "2020-01-01" } }),
    ).rejects.toMatchObject({ key: "reply.past" });
    const sendAt = new Date(Date.now() + 2 * 86_400_000).toISOString();
    await moveHeld(desk.salma, { heldId: kept.messageId, later: { ...tomorrow(), sendAt } });
    expect((await heldIn(desk.salma, id))[0]?.sendAt).toBe(sendAt);
    await sendHeldNow(desk.salma, { heldId: kept.messageId, seen: null });
    expect(await deliveriesOf(id)).toHaveLength(1);
  });
});

test("send and resolve is one commit, and taking the reply back opens the conversation again", async () => {
  const id = await arrive("resolve@example.org", "Hello?");
  const waiting = (await getConversation(desk.salma, { idOrNumber: id })).row.waitingSince;
  const sent = await reply(desk.salma, await answer(desk.salma, id, "Done.", { afterwards: "resolve" }));
  const row = (await getConversation(desk.salma, { idOrNumber: id })).row;
  expect(row).toMatchObject({ status: "resolved", waitingSince: waiting });
  await cancelReply(desk.salma, { conversationId: id, messageId: sent.messageId });
  expect((await getConversation(desk.salma, { idOrNumber: id })).row).toMatchObject({
    status: "open",
    resolvedAt: null,
    waitingSince: waiting,
  });
});

test("a reply that waited leaves as its author dressed it, and counts as a use of what it was made from", async () => {
  const own = newId();
  await db.execute(sql`
    insert into saved_replies (id, name, texts, owner_id) values (${own}, 'domani', '[{"text": "Tomorrow."}]', ${jules.id})`);
  const dressed = {
    savedReplies: [{ id: own, isEdited: false }],
    below: { hasSignature: false, hasHistory: false },
  };
  const leaving = async (messageId: string) => {
    const found = await db.execute(sql`
      select d.has_signature as "hasSignature", d.has_history as "hasHistory", u.is_edited as "isEdited"
      from deliveries d left join saved_reply_uses u on u.message_id = d.message_id where d.message_id = ${messageId}`);
    return found.rows;
  };
  const without = { hasSignature: false, hasHistory: false };

  // Its own saved reply is the junior's alone, and still it is counted when somebody else lets it go.
  const first = await arrive("petra@example.org", "When?");
  const asked = await reply(jules, await answer(jules, first, "Tomorrow.", dressed));
  const [waits] = await heldIn(desk.tom, first);
  await approve(desk.tom, { ...yes, heldId: asked.messageId, digest: waits!.digest });
  expect(await leaving(asked.messageId)).toEqual([{ ...without, isEdited: false }]);

  const second = await arrive("paolo@example.org", "When?");
  const changed = await reply(jules, await answer(jules, second, "Tomorrow.", dressed));
  const [reads] = await heldIn(desk.tom, second);
  await approve(desk.tom, { ...yes, heldId: changed.messageId, digest: reads!.digest, text: "On Friday." });
  expect(await leaving(changed.messageId)).toEqual([{ ...without, isEdited: true }]);

  await db.execute(sql`update saved_replies set owner_id = ${desk.salma.id} where id = ${own}`);
  const third = await arrive("pia@example.org", "When?");
  const later = {
    sendAt: new Date(Date.now() + 3_600_000).toISOString(),
    zone: "Europe/Paris",
    ifTheyWrite: "cancel",
  } as const;
  const timed = await reply(desk.salma, await answer(desk.salma, third, "Tomorrow.", { ...dressed, later }));
  await db.execute(sql`update held_replies set send_at = now() where id = ${timed.messageId}`);
  await tendHeld();
  expect(await leaving(timed.messageId)).toEqual([{ ...without, isEdited: false }]);
});
