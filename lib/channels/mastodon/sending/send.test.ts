import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { contextFor } from "@/e2e/support/mastodon-context";
import { type MastodonServer, startMastodonServer } from "@/e2e/support/mastodon-server";
import { answering, fakeOutgoing as reply } from "@/lib/channels/fake-context";
import { newId } from "@/lib/id";
import { send } from "./send";

const claire = "claire@cuisine.example";
let server: MastodonServer;
let desk: ReturnType<typeof contextFor>;

beforeEach(async () => {
  server = await startMastodonServer();
  desk = contextFor(server);
});
afterEach(async () => {
  desk.stop();
  await server.close();
});

function asked(
  text = "@marmelune where is my refund?",
  more: Partial<Parameters<typeof server.post>[0]> = {},
) {
  return server.post({ from: claire, text, ...more });
}

function picture(name = "receipt.png", contentType = "image/png") {
  const bytes = Buffer.from("pixels");
  return { name, contentType, contentId: null, size: bytes.length, open: async () => Readable.from([bytes]) };
}

test("a public reply answers the post, mentions its author, and resolves with the network's id", async () => {
  const question = asked();
  const sent = await send(
    desk.ctx,
    reply({ text: "It left this morning.", answers: answering(question.id) }),
  );
  expect(server.statuses()).toMatchObject([
    {
      id: sent.externalId,
      text: `@${claire} It left this morning.`,
      visibility: "public",
      inReplyTo: question.id,
      language: "en",
    },
  ]);
});

test("a mention that is there already is not written twice; a namesake of our own instance does not count", async () => {
  const question = asked();
  await send(desk.ctx, reply({ text: `Hello @Claire@Cuisine.Example!`, answers: answering(question.id) }));
  await send(desk.ctx, reply({ text: "Hello @claire!", answers: answering(question.id) }));
  expect(server.statuses().map((post) => post.text)).toEqual([
    "Hello @Claire@Cuisine.Example!",
    `@${claire} Hello @claire!`,
  ]);
});

test("people of our own instance are mentioned without its domain", async () => {
  const question = server.post({ from: "odile", text: "@marmelune the pot smoked" });
  await send(desk.ctx, reply({ text: "Are you well?", answers: answering(question.id) }));
  expect(server.statuses().at(-1)?.text).toBe("@odile Are you well?");
});

test("a private reply to a public post is seen by nobody else", async () => {
  const question = asked();
  await send(
    desk.ctx,
    reply({ mode: "private", text: "Your order is found.", answers: answering(question.id) }),
  );
  expect(server.statuses()).toMatchObject([{ visibility: "direct", inReplyTo: question.id }]);
});

test("a private reply that would be read by somebody else is refused, with their name", async () => {
  const question = asked("@marmelune psst", { visibility: "direct" });
  const leak = (text: string) =>
    send(desk.ctx, reply({ mode: "private", text, answers: answering(question.id) }));
  await expect(leak("I asked @tom@garden.example")).rejects.toMatchObject({
    message: "permanent: mastodon.would_be_read_by",
    params: { people: "@tom@garden.example" },
  });
  // Only the instance knows whether it has a tom.
  await expect(leak("I asked @tom")).rejects.toMatchObject({
    message: "permanent: mastodon.would_be_read_by",
    params: { people: "@tom" },
  });
  expect(server.statuses()).toEqual([]);
});

test("a first private message goes to the person it is addressed to, and to nobody without an address", async () => {
  await send(desk.ctx, reply({ mode: "private", text: "We found your parcel.", to: [claire] }));
  expect(server.statuses()).toMatchObject([
    { text: `@${claire} We found your parcel.`, visibility: "direct" },
  ]);
  await expect(send(desk.ctx, reply({ mode: "private", text: "Hello?" }))).rejects.toMatchObject({
    code: "mastodon.no_recipient",
  });
});

test("a public reply is never more public than the post it answers, and keeps its content warning", async () => {
  const question = asked("@marmelune burnt", { visibility: "unlisted", spoiler: "injury" });
  await send(desk.ctx, reply({ text: "We call you now.", answers: answering(question.id) }));
  expect(server.statuses()).toMatchObject([{ visibility: "unlisted", spoiler: "injury" }]);
});

test("light markdown becomes what people would type", async () => {
  const text =
    "**Sorry!** See [the page](https://marmelune.example/refund), 2 * 3 * 4 and snake_case_name stay.";
  await send(desk.ctx, reply({ text, answers: answering(asked().id) }));
  expect(server.statuses().at(-1)?.text).toBe(
    `@${claire} Sorry! See the page (https://marmelune.example/refund), 2 * 3 * 4 and snake_case_name stay.`,
  );
});

test("files are uploaded, waited for, and attached", async () => {
  server.slowMedia(300);
  const files = [picture(), picture("map.jpg", "image/jpeg")];
  await send(desk.ctx, reply({ text: "Here.", answers: answering(asked().id), files }));
  const [post] = server.statuses();
  expect(post?.mediaIds.map((id) => server.world.media.get(id))).toMatchObject([
    { name: "receipt.png", contentType: "image/png", bytes: Buffer.from("pixels") },
    { name: "map.jpg", contentType: "image/jpeg" },
  ]);
});

test("a file that the instance does not take is named", async () => {
  const files = [picture("invoice.pdf", "application/pdf")];
  await expect(
    send(desk.ctx, reply({ text: "Here.", answers: answering(asked().id), files })),
  ).rejects.toMatchObject({ code: "mastodon.file_refused", params: { file: "invoice.pdf" } });
});

test("a text that is too long in Mastodon's counting is refused before anything leaves", async () => {
  const question = asked();
  const link = `https://marmelune.example/${"a".repeat(400)}`;
  // "@claire " counts 8, the link 23.
  await send(desk.ctx, reply({ text: `${"x".repeat(468)} ${link}`, answers: answering(question.id) }));
  await expect(
    send(desk.ctx, reply({ text: `${"x".repeat(469)} ${link}`, answers: answering(question.id) })),
  ).rejects.toMatchObject({ code: "mastodon.too_long", params: { length: 501, max: 500 } });
  expect(server.statuses()).toHaveLength(1);
});

test("the connection breaks after the post was made: it may be sent again and is there once", async () => {
  const question = asked();
  const message = reply({ text: "On its way.", answers: answering(question.id) });
  server.loseAnswers(1, "/api/v1/statuses");
  // The first request under that path reads the post that is answered; the second makes ours.
  await expect(send(desk.ctx, message)).rejects.toMatchObject({ code: "mastodon.unreachable" });
  expect(server.statuses()).toHaveLength(0);
  const ctx = { ...desk.ctx, fetch: breakingAt(/POST .*\/api\/v1\/statuses$/, desk.ctx.fetch) };
  await expect(send(ctx, message)).rejects.toMatchObject({
    message: "temporary: mastodon.unreachable",
  });
  expect(server.statuses()).toHaveLength(1);
  const sent = await send(desk.ctx, message);
  expect(server.statuses().map((post) => post.id)).toEqual([sent.externalId]);
});

/** Lets the server lose exactly the answer to this request. */
function breakingAt(pattern: RegExp, fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return (input, init) => {
    if (pattern.test(`${init?.method} ${input}`)) server.loseAnswers(1, "/api/v1/statuses");
    return fetch(input, init);
  };
}

test("hours later, when the instance has forgotten the key, our own posts are looked through first", async () => {
  const question = asked();
  const message = reply({
    messageId: newId(),
    text: "Two lines,\n\nand https://marmelune.example/a/very/long/address/that/is/cut",
    answers: answering(question.id),
  });
  const sent = await send(desk.ctx, message);
  server.forgetIdempotencyKeys();
  desk.later(5 * 3_600_000);
  expect(await send(desk.ctx, message)).toEqual(sent);
  expect(server.statuses()).toHaveLength(1);
});

test("a deleted question, a refused token, a full hour and a broken server are told apart", async () => {
  const question = asked();
  const message = () => reply({ text: "Hello", answers: answering(question.id) });
  server.fail(1, 503, "/api/v1/statuses");
  await expect(send(desk.ctx, message())).rejects.toMatchObject({
    message: "temporary: mastodon.server_trouble",
    params: { status: 503 },
  });
  const reset = new Date(Date.now() + 120_000).toISOString();
  server.fail(1, 429, "/api/v1/statuses", { "x-ratelimit-reset": reset });
  await expect(send(desk.ctx, message())).rejects.toMatchObject({
    message: "temporary: mastodon.rate_limited",
    retryAt: new Date(reset),
  });
  server.fail(1, 403, "/api/v1/statuses");
  await expect(send(desk.ctx, message())).rejects.toMatchObject({
    message: "permanent: mastodon.not_allowed",
  });
  server.fail(1, 401, "/api/v1/statuses");
  await expect(send(desk.ctx, message())).rejects.toMatchObject({
    message: "permanent: mastodon.token_refused",
  });
  server.remove(question.id);
  await expect(send(desk.ctx, message())).rejects.toMatchObject({
    message: "permanent: mastodon.parent_gone",
  });
});
