import { afterEach, beforeEach, expect, test } from "vitest";
import { startReceiver } from "@/e2e/support/receiver";
import { type FeedRoute, type Knock, Permanent, Temporary } from "@/lib/channels/channel";
import { answering, fakeContext, fakeOutgoing } from "@/lib/channels/fake-context";
import { sign } from "@/lib/channels/signature";
import { type Config, config } from "./config";
import { api } from "./index";
import { parse } from "./parse";

const secret = "a-secret-of-marmelune-1234";
const stranger: FeedRoute = { caller: "stranger", does: "add" };
const known: FeedRoute = { caller: "known", does: "add" };

let receiver: Awaited<ReturnType<typeof startReceiver>>;
beforeEach(async () => {
  receiver = await startReceiver(secret);
});
afterEach(() => receiver.close());

function settings(more: Partial<Config> = {}): Config {
  return config.parse({ source: "reddit", secret, ...more });
}

function posted(body: string, headers: Record<string, string> = {}): Request {
  return new Request("http://127.0.0.1/api/v1/channels/x/messages", {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...headers },
  });
}

function signed(body: string, by = secret, at = Math.floor(Date.now() / 1000)): Request {
  const signature = sign([by], at, new TextEncoder().encode(body));
  return posted(body, { "avant-timestamp": String(at), "avant-signature": signature });
}

async function statusOf(answer: unknown): Promise<number> {
  expect(answer).toBeInstanceOf(Response);
  return answer instanceof Response ? answer.status : 0;
}

const kettle = JSON.stringify({ id: "t3_1", author: { handle: "u/ben" }, text: "My kettle leaks." });

test("what the secret signed is taken; unsigned, late, changed, or signed by another is refused", async () => {
  const { ctx } = fakeContext(settings());
  const items = await api.feed!(ctx, signed(kettle), stranger);
  expect(items).toMatchObject([{ externalId: "message t3_1", meta: { does: "add" } }]);
  const now = Math.floor(Date.now() / 1000);
  const other = posted(kettle.replace("leaks", "sings"), Object.fromEntries(signed(kettle).headers));
  for (const wrong of [
    posted(kettle),
    signed(kettle, "another-secret-of-somebody"),
    signed(kettle, secret, now - 301),
    signed(kettle, secret, now + 400),
    other,
  ]) {
    expect(await statusOf(await api.feed!(ctx, wrong, stranger))).toBe(401);
  }
});

test("while a secret is changed both are taken, and replies carry both signatures", async () => {
  const previousSecret = "the-secret-before-this-one";
  const { ctx } = fakeContext(settings({ previousSecret, receiverUrl: receiver.url }));
  for (const by of [secret, previousSecret])
    expect(await api.feed!(ctx, signed(kettle, by), stranger)).toHaveLength(1);
  await api.send!(ctx, fakeOutgoing({ text: "Sorry!" }));
  expect(receiver.replies()[0]?.isSigned).toBe(true);
});

test("a caught signature is good for no other address", async () => {
  const { ctx } = fakeContext(settings());
  const request = signed(kettle);
  expect(await api.feed!(ctx, request.clone(), stranger)).toHaveLength(1);
  expect(await api.feed!(ctx, request.clone(), stranger)).toHaveLength(1);
  const elsewhere: FeedRoute = { caller: "stranger", does: "delete", externalId: "t3_9" };
  expect(await statusOf(await api.feed!(ctx, request.clone(), elsewhere))).toBe(401);
  // Nor written in another way, nor under a key of the catcher's own.
  const spaced = request.clone();
  spaced.headers.set("avant-signature", `v1=00, ${spaced.headers.get("avant-signature")}`);
  expect(await statusOf(await api.feed!(ctx, spaced, elsewhere))).toBe(401);
  const again = request.clone();
  again.headers.set("idempotency-key", "another");
  expect(await statusOf(await api.feed!(ctx, again, stranger))).toBe(401);
});

test("says which field is wrong, and stores nothing then", async () => {
  const { ctx } = fakeContext(settings());
  const answer = await api.feed!(ctx, posted('{"id":"1","author":{"mail":"b@x.example"}}'), known);
  expect(await statusOf(answer)).toBe(400);
  expect(answer instanceof Response ? await answer.text() : "").toContain("author");
  for (const [body, status] of [
    ["{", 400],
    ["[]", 400],
    ['{"text":"no id, no key"}', 400],
  ] as const) {
    expect(await statusOf(await api.feed!(ctx, posted(body), known))).toBe(status);
  }
  expect(await statusOf(await api.feed!(ctx, posted("x".repeat(1024 * 1024 + 1)), known))).toBe(413);
  expect(await statusOf(await api.feed!(ctx, posted(kettle, { "content-type": "text/plain" }), known))).toBe(
    415,
  );
});

test("a key stands for the id of a source that has none, and is good for one request", async () => {
  const { ctx } = fakeContext(settings());
  const body = '{"text":"My kettle leaks."}';
  const first = await api.feed!(ctx, posted(body, { "idempotency-key": "k1" }), known);
  const again = await api.feed!(ctx, posted(body, { "idempotency-key": "k1" }), known);
  expect(first).toMatchObject([{ externalId: "message key:k1:0" }]);
  expect(again).toMatchObject([{ externalId: "message key:k1:0" }]);
  const other = await api.feed!(ctx, posted('{"text":"Another"}', { "idempotency-key": "k1" }), known);
  expect(await statusOf(other)).toBe(409);
});

test("a list of messages is one item each, and ids beyond 2^53 stay exact", async () => {
  const { ctx } = fakeContext(settings());
  const body = '{"messages":[{"id":9007199254740993,"text":"a"},{"id":"b","text":"b"}]}';
  const items = await api.feed!(ctx, posted(body), known);
  expect(items).toMatchObject([{ externalId: "message 9007199254740993" }, { externalId: "message b" }]);
  if (items instanceof Response) throw new Error("refused");
  expect(await parse(items[0]!, settings())).toMatchObject([{ externalId: "9007199254740993" }]);
});

test("a form brings files beside the message, and one that is broken is refused at the door", async () => {
  const { ctx } = fakeContext(settings());
  const form = new FormData();
  form.set("message", JSON.stringify({ id: "f1", author: { handle: "marek" }, text: "In pieces." }));
  form.append("file", new File(["in pieces"], "../mixer.txt", { type: "text/plain" }));
  const request = new Request("http://127.0.0.1/x", { method: "POST", body: form });
  const items = await api.feed!(ctx, request, known);
  if (items instanceof Response) throw new Error(await items.text());
  const [message] = await parse(items[0]!, settings());
  expect(message).toMatchObject({ externalId: "f1", files: [{ contentType: "text/plain" }] });
  expect(message?.kind === "message" && message.files[0]?.name).not.toMatch(/[/\\]/);
  const type = "multipart/form-data; boundary=b";
  const broken = await api.feed!(ctx, posted("--b\r\nContent-Dispo", { "content-type": type }), known);
  expect(await statusOf(broken)).toBe(400);
  const wrong = '--b\r\ncontent-disposition: form-data; name="message"\r\n\r\n{"id":1}x\r\n--b--\r\n';
  expect(await statusOf(await api.feed!(ctx, posted(wrong, { "content-type": type }), known))).toBe(400);
});

test("edits and deletions name the message that was fed", async () => {
  const { ctx } = fakeContext(settings());
  const edited = await api.feed!(ctx, posted('{"text":"It leaks no more."}'), {
    caller: "known",
    does: "edit",
    externalId: "t3_1",
  });
  const deleted = await api.feed!(ctx, posted(""), { caller: "known", does: "delete", externalId: "t3_1" });
  if (edited instanceof Response || deleted instanceof Response) throw new Error("refused");
  expect(await parse(edited[0]!, settings())).toMatchObject([
    { kind: "edit", externalId: "t3_1", text: "It leaks no more." },
  ]);
  expect(await parse(deleted[0]!, settings())).toMatchObject([{ kind: "delete", externalId: "t3_1" }]);
});

test("an address is only claimed unless the source has checked it; a handle belongs to its source", async () => {
  const { ctx } = fakeContext(settings());
  const body = JSON.stringify({
    id: "1",
    text: "…",
    author: {
      handle: "@Ben",
      email: "B@x.example",
      phone: "(0)12",
      customerNumber: "7",
      verified: ["email"],
    },
  });
  const items = await api.feed!(ctx, posted(body), known);
  if (items instanceof Response) throw new Error("refused");
  const [message] = await parse(items[0]!, settings());
  expect(message).toMatchObject({
    author: {
      identities: [
        { kind: "handle", value: "reddit:ben", evidence: "network" },
        { kind: "email", value: "b@x.example", evidence: "authenticated" },
        { kind: "customer_number", value: "7", evidence: "claimed" },
      ],
    },
  });
});

test("who only claims an address is known by it to this source alone", async () => {
  const { ctx } = fakeContext(settings());
  async function firstOf(author: object) {
    const items = await api.feed!(ctx, posted(JSON.stringify({ id: "1", text: "…", author })), known);
    if (items instanceof Response) throw new Error("refused");
    const [message] = await parse(items[0]!, settings());
    return message?.kind === "message" ? message.author.identities[0] : null;
  }
  const email = "odile@aubry.example";
  const claim = { kind: "handle", value: `reddit:email:${email}`, display: email, evidence: "claimed" };
  expect(await firstOf({ email })).toEqual(claim);
  expect(await firstOf({ email, phone: "+33 6 12 34 56 78" })).toEqual(claim);
  const checked = { email, phone: "+33 6 12 34 56 78", verified: ["phone"] };
  expect(await firstOf(checked)).toMatchObject({ kind: "phone", evidence: "authenticated" });
  expect(await firstOf({ email, verified: ["email"] })).toMatchObject({ kind: "email", value: email });
});

test("a reply is handed over signed, with one id in every try and its files", async () => {
  const { ctx } = fakeContext(settings({ receiverUrl: receiver.url }));
  const outgoing = fakeOutgoing({
    text: "**Sorry**, Ben.",
    threadKey: "t3_1",
    answers: answering("t1_9"),
    to: ["u/ben"],
  });
  const sent = await api.send!(ctx, outgoing);
  expect(sent.externalId).toBe(`theirs-${outgoing.messageId}`);
  await api.send!(ctx, outgoing);
  expect(receiver.knocks()).toBe(2);
  expect(receiver.replies()).toHaveLength(1);
  expect(receiver.replies()[0]).toMatchObject({
    id: outgoing.messageId,
    isSigned: true,
    body: { thread: "t3_1", replyTo: "t1_9", text: "Sorry, Ben.", public: true, to: ["u/ben"] },
  });
});

test("trouble of the receiver is temporary, a refusal of the words is not, and each knock is kept", async () => {
  const kept: Knock[] = [];
  const { ctx } = fakeContext(settings({ receiverUrl: receiver.url }), {
    knocks: {
      keep: async (knock) => {
        kept.push(knock);
      },
      failing: async () => ({ count: 0, since: null }),
    },
  });
  const outgoing = fakeOutgoing({ text: "Sorry." });
  receiver.answer(503, { "retry-after": "90" });
  const error = await api.send!(ctx, outgoing).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Temporary);
  expect(error instanceof Temporary ? (error.retryAt?.getTime() ?? 0) - Date.now() : 0).toBeGreaterThan(
    80_000,
  );
  receiver.answer(302, { location: "http://127.0.0.1/elsewhere" });
  await expect(api.send!(ctx, outgoing)).rejects.toBeInstanceOf(Temporary);
  receiver.answer(422, {}, 0, '{"reason": "Their window is closed."}');
  const refused = await api.send!(ctx, outgoing).catch((thrown: unknown) => thrown);
  expect(refused).toBeInstanceOf(Permanent);
  expect(refused).toMatchObject({ params: { status: 422, reason: "Their window is closed." } });
  await receiver.close();
  await expect(api.send!(ctx, outgoing)).rejects.toMatchObject({ code: "api.receiver_silent" });
  expect(kept.map((knock) => knock.status)).toEqual([503, 302, 422, null]);
  expect(kept[0]?.answer).toBe("The bridge is up.");
});

test("after half a day of failures nobody knocks any more, until a test gets through", async () => {
  const since = new Date(Date.now() - 13 * 3_600_000);
  const { ctx } = fakeContext(settings({ receiverUrl: receiver.url }), {
    knocks: { keep: async () => {}, failing: async () => ({ count: 20, since }) },
  });
  await expect(api.send!(ctx, fakeOutgoing({ text: "Sorry." }))).rejects.toMatchObject({
    code: "api.receiver_off",
  });
  expect(receiver.knocks()).toBe(0);
  expect(await api.check(ctx)).toBeNull();
  receiver.answer(500);
  expect(await api.check(ctx)).toMatchObject({ code: "api.receiver_failed_often" });
});

test("a signature is HMAC-SHA-256 over the timestamp, a full stop and the bytes", () => {
  // Made with: printf '1700000000.{}' | openssl dgst -sha256 -hmac a-secret-of-marmelune-1234
  expect(sign([secret], 1_700_000_000, new TextEncoder().encode("{}"))).toBe(
    "v1=7f9342352f7b4003968b4db021cb4b94d9e64c0a2edb8323104230cbd612ed8f",
  );
});
