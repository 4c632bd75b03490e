import { afterEach, beforeEach, expect, test } from "vitest";
import { type DiscourseServer, startDiscourseServer } from "@/e2e/support/discourse-server";
import type { RawItem } from "@/lib/channels/channel";
import { answering, fakeContext, fakeOutgoing } from "@/lib/channels/fake-context";
import { act } from "./act";
import { check } from "./check";
import { config } from "./config";
import { parse } from "./parse";
import { poll } from "./reading/poll";
import { webhook } from "./reading/webhook";
import { send } from "./sending/send";

let forum: DiscourseServer;
beforeEach(async () => {
  forum = await startDiscourseServer();
});
afterEach(() => forum.close());

function member(settings: object = {}) {
  const { url: site, username, apiKey } = forum;
  const own = config.parse({ site, username, apiKey, ...settings });
  const fake = fakeContext(own);
  let cursor: string | null = null;
  const read = (items: RawItem[]) => items.map((item) => parse(item, own)[0]);
  return {
    ...fake,
    read,
    async look(laterMs = 0) {
      fake.later(laterMs);
      const found = await poll(fake.ctx, cursor);
      cursor = found.cursor;
      return read(found.items);
    },
  };
}

test("mentions, new topics and people who go on with a talk arrive; a stranger's talk does not", async () => {
  const { look } = member({ categories: ["4"], words: ["kettle"] });
  const chat = forum.write("paul", { title: "Small talk", raw: "Nice weather", category_id: 2 });
  const mention = forum.write(
    "odile",
    { topic_id: chat.topic_id, raw: "@marmelune mine leaks", reply_to_post_number: 1 },
    1,
  );
  const opened = forum.write("ben", {
    title: "Where is my invoice?",
    raw: "It has been a week.",
    category_id: 4,
  });
  forum.write("nora", { topic_id: chat.topic_id, raw: "Sunny here." });
  expect(await look()).toMatchObject([
    {
      kind: "message",
      externalId: String(mention.id),
      text: "@marmelune mine leaks",
      public: true,
      subject: "Small talk",
      parent: { author: "@paul", text: "Nice weather" },
      author: { identities: [{ kind: "handle", evidence: "network" }] },
    },
    { externalId: String(opened.id), subject: "Where is my invoice?", text: "It has been a week." },
  ]);
  forum.write("ben", { topic_id: opened.topic_id, raw: "Anybody?" });
  forum.write("marek", { topic_id: chat.topic_id, raw: "My kettle is fine." });
  expect(await look(1000)).toMatchObject([{ text: "Anybody?" }, { text: "My kettle is fine." }]);
  expect(await look(1000)).toEqual([]);
});

test("a reply stands under its post, is never written twice, and one written on the site is ours", async () => {
  const { look, ctx } = member();
  const asked = forum.write("odile", { title: "It leaks", raw: "@marmelune help" }, 1);
  await look();
  const outgoing = fakeOutgoing({ text: "We send you a **new** one.", answers: answering(String(asked.id)) });
  const sent = await send(ctx, outgoing);
  expect(forum.posts.at(-1)).toMatchObject({
    topic_id: asked.topic_id,
    reply_to_post_number: 1,
    raw: "We send you a **new** one.",
  });
  expect(await send(ctx, outgoing)).toEqual(sent);
  expect(forum.posts).toHaveLength(2);
  const own = forum.write("marmelune", {
    topic_id: asked.topic_id,
    raw: "It left today.",
    reply_to_post_number: 1,
  });
  expect(await look(1000)).toMatchObject([
    { kind: "ours", externalId: sent.externalId },
    { kind: "ours", externalId: String(own.id), inReplyTo: [String(asked.id)] },
  ]);
  await act(ctx, "like", { externalId: String(asked.id) });
  expect([...forum.liked]).toEqual([asked.id]);
});

test("private messages come and go, and a public post is answered in private by a new one", async () => {
  const { look, ctx } = member();
  const told = forum.write(
    "claire",
    { title: "My address", raw: "Rue X 5", archetype: "private_message" },
    6,
  );
  expect(await look()).toMatchObject([
    { text: "Rue X 5", public: false, threadKey: `topic:${told.topic_id}` },
  ]);
  await send(ctx, fakeOutgoing({ text: "Thank you.", mode: "private", answers: answering(String(told.id)) }));
  expect(forum.posts.at(-1)).toMatchObject({ topic_id: told.topic_id });
  await expect(
    send(ctx, fakeOutgoing({ text: "No.", answers: answering(String(told.id)) })),
  ).rejects.toMatchObject({ code: "discourse.private_topic" });
  const open = forum.write("odile", { title: "It leaks", raw: "@marmelune help" }, 1);
  await send(
    ctx,
    fakeOutgoing({ text: "Where do you live?", mode: "private", answers: answering(String(open.id)) }),
  );
  expect(forum.posts.at(-1)).toMatchObject({ topic_title: "Re: It leaks...", raw: "Where do you live?" });
});

test("edits and deletions are followed, an outage loses nothing, and the forum's pace is kept", async () => {
  const { look, ctx } = member();
  const one = forum.write("odile", { title: "It leaks", raw: "@marmelune help" }, 1);
  const two = forum.write("paul", { title: "Mine too", raw: "@marmelune me too" }, 1);
  await look();
  forum.edit(one, "It is mended.");
  forum.remove(two);
  expect(await look(6 * 60_000)).toMatchObject([
    { kind: "edit", externalId: String(one.id), text: "It is mended." },
    { kind: "delete", externalId: String(two.id) },
  ]);
  forum.setAway(true);
  await expect(look()).rejects.toMatchObject({ code: "discourse.unreachable" });
  forum.setAway(false);
  forum.write("ben", { title: "Hello", raw: "@marmelune hello" }, 1);
  forum.failNext(429, { errors: ["Slow down"], error_type: "rate_limit", extras: { wait_seconds: 17 } });
  const limited = await look().catch((error: unknown) => error);
  expect(limited).toMatchObject({ code: "discourse.rate_limited", retryAt: expect.any(Date) });
  expect(await look()).toMatchObject([{ text: "@marmelune hello" }]);
  expect(await check(ctx)).toBeNull();
  expect(await check(member({ apiKey: "another" }).ctx)).toMatchObject({ code: "discourse.not_allowed" });
});

test("the webhook is believed only with its signature over the raw bytes", async () => {
  const { ctx, read } = member({ webhookSecret: "a-secret-of-the-forum" });
  const post = forum.write("odile", { title: "It leaks", raw: "@marmelune help" });
  const knock = async (event: string, about: object, secret = "a-secret-of-the-forum") =>
    webhook(ctx, new Request("http://127.0.0.1/api/hooks/discourse/1", forum.webhook(event, about, secret)));
  const items = await knock("post_created", post);
  expect(items instanceof Response ? items.status : read(items)).toMatchObject([
    { externalId: String(post.id) },
  ]);
  const edited = await knock("post_edited", { ...post, version: 2, cooked: "<p>Mended</p>" });
  expect(edited instanceof Response ? edited.status : read(edited)).toMatchObject([
    { kind: "edit", text: "Mended" },
  ]);
  const gone = await knock("post_destroyed", post);
  expect(gone instanceof Response ? gone.status : read(gone)).toMatchObject([{ kind: "delete" }]);
  const forged = await knock("post_created", post, "a guess");
  expect(forged instanceof Response && forged.status).toBe(403);
});
