import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startTelegramServer, type TelegramServer } from "@/e2e/support/telegram-server";
import { type IncomingMessage, Permanent, Temporary } from "@/lib/channels/channel";
import { answering, fakeContext, fakeOutgoing } from "@/lib/channels/fake-context";
import { type Config, config } from "./config";
import { telegram } from "./index";
import { parse } from "./parse";
import { secretOf } from "./webhook";

const nora = { id: 1_111_111, name: "Nora", username: "noralindqvist" };
const stops: Array<() => Promise<void>> = [];
let server: TelegramServer;

beforeEach(async () => {
  server = await startTelegramServer();
});
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await server.close();
});

function settings(more: Partial<Config> = {}): Config {
  return config.parse({ token: server.token, apiRoot: server.url, ...more });
}

async function listening(context = fakeContext(settings())) {
  const stop = await telegram.listen!(context.ctx, context.accept);
  stops.push(async () => {
    context.stop();
    await stop();
  });
  return context;
}

function read(body: object, username: string | null = "marmelune_bot") {
  const bytes = new TextEncoder().encode(JSON.stringify({ update_id: 1, ...body }));
  return parse(
    { externalId: "u", body: bytes, contentType: "application/json", meta: { username } },
    settings(),
  );
}

function isMessage(found: unknown): found is IncomingMessage {
  return typeof found === "object" && found !== null && "kind" in found && found.kind === "message";
}

test("news arrive as they come, and are confirmed only once they are stored", async () => {
  const context = fakeContext(settings());
  context.ledger.failing = 1;
  server.say(nora, "Is the lid oven-proof?");
  await listening(context);
  await vi.waitFor(() => expect(context.stored.size).toBe(1), 40_000);
  expect(context.ledger.cursor).toBe("501");
  server.say(nora, "Up to 250 °C?");
  await vi.waitFor(() => expect(context.stored.size).toBe(2), 40_000);
  await vi.waitFor(() => expect(server.pending()).toBe(0), 40_000);
  expect(context.ledger.handedOver).toEqual(["update 500", "update 501"]);
});

test("nothing is lost while Telegram is away, nor while we are", async () => {
  const context = await listening();
  await vi.waitFor(() => expect(server.isAsked()).toBe(true), 40_000);
  await server.cut();
  await vi.waitFor(
    () => expect(context.health.at(-1)).toMatchObject({ code: "telegram.unreachable" }),
    20_000,
  );
  server.say(nora, "Hello?");
  await server.mend();
  await vi.waitFor(() => expect(context.stored.size).toBe(1), 40_000);
  await vi.waitFor(() => expect(context.health.at(-1)).toBeNull(), 40_000);
  context.stop();
  server.say(nora, "Still there?");
  const again = fakeContext(settings());
  again.ledger.cursor = context.ledger.cursor;
  await listening(again);
  await vi.waitFor(() => expect([...again.stored.keys()]).toEqual(["update 501"]), 40_000);
});

test("says what is wrong: the token, a pause that is asked for, another program with the same bot", async () => {
  expect(await telegram.check(fakeContext(settings()).ctx)).toBeNull();
  const wrong = fakeContext(settings({ token: "7012345678:AAanother-token-of-ours" }));
  expect(await telegram.check(wrong.ctx)).toMatchObject({ code: "telegram.token_refused" });
  server.refuse("getUpdates", 409, "Conflict: terminated by other getUpdates request");
  const context = await listening();
  await vi.waitFor(
    () => expect(context.health).toContainEqual(expect.objectContaining({ code: "telegram.conflict" })),
    20_000,
  );
  server.refuse("getMe", 429, "Too Many Requests: retry after 7", { retry_after: 7 });
  expect(await telegram.check(fakeContext(settings()).ctx)).toMatchObject({ code: "telegram.rate_limited" });
});

test("a webhook is set with a secret that only Telegram is told, and anything without it is refused", async () => {
  const context = await listening(
    fakeContext(settings({ delivery: "webhook" }), { appUrl: "https://avant.marmelune.example" }),
  );
  const { ctx } = context;
  expect(server.hook()).toEqual({
    url: `https://avant.marmelune.example/api/hooks/telegram/${ctx.channelId}`,
    secret: secretOf(ctx),
  });
  const update =
    '{"update_id":7,"message":{"message_id":1,"date":1,"chat":{"id":9007199254740993,"type":"private"},"from":{"id":9007199254740993,"first_name":"Big"},"text":"Hi"}}';
  const post = (secret: string) =>
    new Request("http://127.0.0.1/api/hooks/telegram/x", {
      method: "POST",
      body: update,
      headers: { "x-telegram-bot-api-secret-token": secret },
    });
  const refused = await telegram.webhook!(ctx, post("guess"), null);
  expect(refused instanceof Response ? refused.status : 0).toBe(401);
  const items = await telegram.webhook!(ctx, post(secretOf(ctx)), null);
  if (items instanceof Response) throw new Error("refused");
  expect(await parse(items[0]!, settings())).toMatchObject([
    { externalId: "9007199254740993:1", author: { identities: [{ value: "9007199254740993" }] } },
  ]);
});

test("in a group only what calls the bot or answers it is for us, one conversation for each person", () => {
  const base = {
    message_id: 5,
    date: 1_763_884_900,
    from: { id: 2, first_name: "Marek" },
    chat: { id: -100_123, type: "supergroup", title: "Kitchen talk" },
  };
  const named = read({
    message: {
      ...base,
      text: "Hey @Marmelune_bot, in pieces",
      entities: [{ type: "mention", offset: 4, length: 14 }],
    },
  });
  expect(named).toMatchObject([{ kind: "message", public: true, threadKey: "chat:-100123:from:2" }]);
  expect(read({ message: { ...base, text: "I like pots" } })).toMatchObject([{ kind: "filed" }]);
  const above = {
    message_id: 4,
    date: 1,
    chat: base.chat,
    from: { id: 7_012_345_678, is_bot: true, first_name: "Marmelune" },
    text: "Sorry!",
  };
  expect(read({ message: { ...base, text: "Thanks, but when?", reply_to_message: above } })).toMatchObject([
    { kind: "message", inReplyTo: ["-100123:4"], parent: null },
  ]);
});

test("links keep where they lead, and the address of a file never holds the token", async () => {
  const [linked] = read({
    message: {
      message_id: 1,
      date: 1,
      from: { id: 1, first_name: "Nora" },
      chat: { id: 1, type: "private" },
      text: "🍲 See here.",
      entities: [{ type: "text_link", offset: 3, length: 8, url: "https://blog.example/lids" }],
      photo: [{ file_id: "large", width: 800 }],
    },
  });
  if (!isMessage(linked)) throw new Error("no message");
  expect(linked.text).toBe("🍲 See here (https://blog.example/lids).");
  expect(JSON.stringify(linked)).not.toContain(server.token);
  server.keepFile("large", Buffer.from("a picture"));
  const { ctx } = fakeContext(settings());
  const file = await telegram.openFile!(ctx, linked.remoteFiles[0]?.url ?? "");
  expect(Buffer.from(file?.bytes ?? []).toString()).toBe("a picture");
  server.refuse("getFile", 400, "Bad Request: file is too big");
  expect(await telegram.openFile!(ctx, "telegram:file/other")).toBeNull();
});

test("answers below the message, with a picture and its words in one", async () => {
  const { ctx } = fakeContext(settings());
  const outgoing = fakeOutgoing({
    text: "**Yes**, up to 250 °C.",
    mode: "private",
    threadKey: "chat:1111111",
    answers: answering("1111111:9", { public: false }),
  });
  const { externalId } = await telegram.send!(ctx, outgoing);
  expect(externalId).toMatch(/^1111111:\d+$/);
  expect(server.sent()[0]).toMatchObject({
    method: "sendMessage",
    fields: {
      chat_id: "1111111",
      text: "Yes, up to 250 °C.",
      reply_parameters: { message_id: 9, allow_sending_without_reply: true },
    },
  });
  const open = async () => Readable.from([Buffer.from("picture")]);
  const file = { name: "lid.jpg", contentType: "image/jpeg", contentId: null, size: 7, open };
  await telegram.send!(ctx, { ...outgoing, files: [file] });
  expect(server.sent()[1]).toMatchObject({
    method: "sendPhoto",
    fields: { caption: "Yes, up to 250 °C." },
    files: { photo: "lid.jpg: picture" },
  });
});

test("a customer who blocked the bot, a pause, and a text too long are told apart", async () => {
  const { ctx } = fakeContext(settings());
  const outgoing = fakeOutgoing({
    text: "Hello",
    mode: "private",
    threadKey: "chat:1",
    answers: answering("1:9", { public: false }),
  });
  server.refuse("sendMessage", 403, "Forbidden: bot was blocked by the user");
  await expect(telegram.send!(ctx, outgoing)).rejects.toMatchObject({ code: "telegram.blocked" });
  server.refuse("sendMessage", 429, "Too Many Requests: retry after 12", { retry_after: 12 });
  const pause = await telegram.send!(ctx, outgoing).catch((error: unknown) => error);
  expect(pause).toBeInstanceOf(Temporary);
  expect(pause instanceof Temporary && (pause.retryAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(10_000);
  const long = telegram.send!(ctx, { ...outgoing, text: "🍲".repeat(2049) });
  await expect(long).rejects.toBeInstanceOf(Permanent);
  server.refuse("sendMessage", 400, "Bad Request: group chat was upgraded", { migrate_to_chat_id: -100_777 });
  expect((await telegram.send!(ctx, outgoing)).externalId).toMatch(/^-100777:/);
  await server.cut();
  await expect(telegram.send!(ctx, outgoing)).rejects.toMatchObject({ code: "telegram.unreachable" });
  await server.mend();
});

test("a private answer to somebody in a group goes to their own chat", async () => {
  const { ctx } = fakeContext(settings());
  await telegram.send!(
    ctx,
    fakeOutgoing({
      text: "Here.",
      mode: "private",
      threadKey: "chat:-100123:from:42",
      answers: answering("-100123:5"),
    }),
  );
  expect(server.sent()[0]?.fields).toEqual({ chat_id: "42", text: "Here." });
});
