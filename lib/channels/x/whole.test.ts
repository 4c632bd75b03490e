import { createHmac } from "node:crypto";
import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startXServer, type XServer } from "@/e2e/support/x-server";
import type { RawItem } from "@/lib/channels/channel";
import { answering, fakeContext, fakeOutgoing } from "@/lib/channels/fake-context";
import { newId } from "@/lib/id";
import { type Config, config as schema } from "./config";
import { x, xLinks } from "./index";

let network: XServer;
let config: Config;
let desk: ReturnType<typeof fakeContext<Config>>;

beforeEach(async () => {
  network = await startXServer();
  config = schema.parse({
    address: "@Marmelune",
    clientId: "client",
    clientSecret: "client-secret",
    accessToken: network.state.access,
    refreshToken: network.state.refresh,
    consumerSecret: network.secret,
    search: "marmelune OR cocotte",
    apiUrl: network.url,
  });
  desk = fakeContext(config);
});
afterEach(() => network.close());

async function read(items: RawItem[]) {
  return (await Promise.all(items.map((item) => x.parse(item, config)))).flat();
}

function signed(body: string, secret = network.secret): Request {
  const signature = `sha256=${createHmac("sha256", secret).update(body).digest("base64")}`;
  return new Request("http://x/hook", {
    method: "POST",
    body,
    headers: { "x-twitter-webhooks-signature": signature },
  });
}

test("the challenge is answered with the consumer secret, and there is no door without one", async () => {
  const asked = new Request("http://x/hook?crc_token=abc");
  const answer = await x.webhook!(desk.ctx, asked, null);
  if (!(answer instanceof Response)) throw new Error("no answer");
  const expected = createHmac("sha256", network.secret).update("abc").digest("base64");
  expect(await answer.json()).toEqual({ response_token: `sha256=${expected}` });
  const without = fakeContext({ ...config, consumerSecret: "" });
  expect(await x.webhook!(without.ctx, asked, null)).toMatchObject({ status: 404 });
  expect(await x.webhook!(without.ctx, signed("{}", ""), null)).toMatchObject({ status: 404 });
});

test("the answer to a challenge is never the signature of an event", async () => {
  for (const forged of [network.told[0] ?? '{"for_user_id":"1"}', "[]", '"a"', "", "a".repeat(301)]) {
    const asked = new Request(`http://x/hook?${new URLSearchParams({ crc_token: forged })}`);
    expect(await x.webhook!(desk.ctx, asked, null)).toMatchObject({ status: 400 });
  }
});

test("only what X signed is heard, whoever writes the same JSON again; a replay is stored once", async () => {
  const claire = network.person("Claire Dumontet");
  network.post(claire, "@marmelune the kettle leaks");
  network.direct(claire, "My order is 10233");
  const [first = "", second = ""] = network.told;
  expect(await x.webhook!(desk.ctx, signed(first, "guessed"), null)).toMatchObject({ status: 401 });
  const signature = signed(first).headers.get("x-twitter-webhooks-signature") ?? "";
  for (const [body, header] of [
    [JSON.stringify(JSON.parse(first)), signature],
    [first, ""],
    [first, signature.slice(0, -1)],
  ] as const) {
    const request = new Request("http://x/hook", {
      method: "POST",
      body,
      headers: { "x-twitter-webhooks-signature": header },
    });
    expect(await x.webhook!(desk.ctx, request, null)).toMatchObject({ status: 401 });
  }
  for (const body of [first, second, first, second]) {
    const items = await x.webhook!(desk.ctx, signed(body), null);
    if (items instanceof Response) throw new Error(`refused: ${items.status}`);
    await desk.accept(items, null);
  }
  expect(await read([...desk.stored.values()])).toMatchObject([
    {
      kind: "message",
      public: true,
      text: "@marmelune the kettle leaks",
      author: { identities: [{ kind: "x", value: claire.id }] },
    },
    {
      kind: "message",
      public: false,
      threadKey: `direct:${[claire.id, network.us.id].sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).join("-")}`,
    },
  ]);
});

test("events of another account of the same application are left to its own channel", async () => {
  network.direct(network.person("Claire Dumontet"), "For somebody else");
  const body = (network.told[0] ?? "").replace(`"for_user_id":"${network.us.id}"`, '"for_user_id":"4711"');
  expect(await x.webhook!(desk.ctx, signed(body), null)).toEqual([]);
  // Where the events name their account, nobody has to be asked.
  const named = (handle: string) => {
    const mention = { screen_name: handle, id_str: "4711" };
    const user = { id_str: "5", name: "Claire", screen_name: "claire" };
    const event = {
      id_str: "1991000000000000001",
      text: "hello",
      user,
      entities: { user_mentions: [mention] },
    };
    return signed(JSON.stringify({ for_user_id: "4711", tweet_create_events: [event] }));
  };
  network.cut();
  expect(await x.webhook!(desk.ctx, named("Marmelune"), null)).toMatchObject([
    { externalId: "1991000000000000001" },
  ]);
  expect(await x.webhook!(desk.ctx, named("another"), null)).toEqual([]);
});

test("mentions, posts that name the brand, answers given on the site and direct messages are asked for, page by page", async () => {
  const claire = network.person("Claire Dumontet");
  const above = network.post(claire, "Which kettle lasts?");
  const mentions = Array.from({ length: 12 }, (_, n) =>
    network.post(claire, `@marmelune ${n} & counting`, above.id),
  );
  const named = network.post(network.person("Ben Okafor"), "my cocotte has cracked");
  const own = network.post(network.us, "@claire_dumontet sorry!", mentions[0]?.id ?? null);
  const direct = network.direct(claire, "Hello?");
  const found = await x.poll!(desk.ctx, null);
  await desk.accept(found.items, found.cursor);
  expect(new Set(desk.stored.keys())).toEqual(
    new Set([...mentions.map(({ id }) => id), named.id, own.id, direct.id]),
  );
  const said = await read(found.items);
  expect(said.filter(({ kind }) => kind === "ours")).toMatchObject([
    { externalId: own.id, inReplyTo: [mentions[0]?.id] },
  ]);
  expect(said[0]).toMatchObject({
    text: "@marmelune 0 & counting",
    parent: { externalId: above.id, text: "Which kettle lasts?", author: "@claire_dumontet" },
  });
  expect((await x.poll!(desk.ctx, found.cursor)).items).toEqual([]);
});

test("nothing is lost while X is away, or while we are", async () => {
  const claire = network.person("Claire Dumontet");
  const first = await x.poll!(desk.ctx, null);
  network.cut();
  network.post(claire, "@marmelune while you slept");
  await expect(x.poll!(desk.ctx, first.cursor)).rejects.toMatchObject({ code: "x.unreachable" });
  network.mend();
  const found = await x.poll!(desk.ctx, first.cursor);
  desk.ledger.failing = 1;
  await expect(desk.accept(found.items, found.cursor)).rejects.toThrow();
  // The cursor was not committed, so the same is found again.
  const again = await x.poll!(desk.ctx, first.cursor);
  await desk.accept(again.items, again.cursor);
  expect(await read([...desk.stored.values()])).toMatchObject([{ text: "@marmelune while you slept" }]);
});

test("an edit changes what we have, a deletion is noticed when posts are looked at again", async () => {
  const claire = network.person("Claire Dumontet");
  const kept = network.post(claire, "@marmelune it leaks");
  const removed = network.post(claire, "@marmelune and it rusts");
  const first = await x.poll!(desk.ctx, null);
  await desk.accept(first.items, first.cursor);
  network.edit(kept, "@marmelune it leaked, thanks");
  network.remove(removed);
  desk.later(7 * 3_600_000);
  const second = await x.poll!(desk.ctx, first.cursor);
  expect((await desk.accept(second.items, null)).known).toBe(1);
  expect((await read(second.items)).filter(({ kind }) => kind !== "message")).toMatchObject([
    { kind: "edit", externalId: kept.id, text: "@marmelune it leaked, thanks" },
    { kind: "delete", externalId: removed.id },
  ]);
});

test("a post is answered beneath it with pictures, or its author privately", async () => {
  const claire = network.person("Claire Dumontet");
  const post = network.post(claire, "@marmelune it leaks");
  const file = {
    name: "map.png",
    contentType: "image/png",
    contentId: null,
    size: 3,
    open: async () => Readable.from([Buffer.from("png")]),
  };
  const { externalId } = await x.send!(
    desk.ctx,
    fakeOutgoing({ text: "Sorry **Claire**!", files: [file], answers: answering(post.id) }),
  );
  expect(network.posts.get(externalId)).toMatchObject({
    answers: post.id,
    text: "Sorry Claire!",
    mediaIds: [expect.any(String)],
  });
  await x.send!(
    desk.ctx,
    fakeOutgoing({ mode: "private", text: "Where may we send it?", answers: answering(post.id) }),
  );
  expect(network.directs).toMatchObject([{ to: { id: claire.id }, text: "Where may we send it?" }]);
  await expect(
    x.send!(
      desk.ctx,
      fakeOutgoing({
        text: `${"x".repeat(257)} https://marmelune.example/long`,
        answers: answering(post.id),
      }),
    ),
  ).rejects.toMatchObject({ code: "x.too_long", params: { length: 281, max: 280 } });
});

test("the line breaks after the post was made: it may be sent again and is there once", async () => {
  const post = network.post(network.person("Claire Dumontet"), "@marmelune it leaks");
  const outgoing = fakeOutgoing({ messageId: newId(), text: "We are on it", answers: answering(post.id) });
  network.state.losesAnswers = 1;
  await expect(x.send!(desk.ctx, outgoing)).rejects.toMatchObject({ message: "temporary: x.unreachable" });
  const { externalId } = await x.send!(desk.ctx, outgoing);
  const ours = [...network.posts.values()].filter(({ from }) => from.id === network.us.id);
  expect(ours.map(({ id }) => id)).toEqual([externalId]);
  const direct = fakeOutgoing({ mode: "private", text: "Hello", answers: answering(post.id) });
  network.state.losesAnswers = 1;
  await expect(x.send!(desk.ctx, direct)).rejects.toMatchObject({ message: "uncertain: x.cut" });
});

test("access that has ended is renewed once, however many need it at once, and kept", async () => {
  network.endAccess();
  const other = fakeContext(config, { claim: desk.ctx.claim });
  expect(await Promise.all([x.check(desk.ctx), x.check(other.ctx)])).toEqual([null, null]);
  expect(network.state.renewed).toBe(1);
  expect([desk, other].map(({ ctx }) => ctx.config.accessToken)).toContain(network.state.access);
});

test("while another process renews the access, we come back; what X no longer takes needs a new sign-in", async () => {
  network.endAccess();
  const refreshToken = "refresh-of-another-process";
  const busy = fakeContext({ ...config, refreshToken }, { claim: async () => "somebody else" });
  expect(await x.check(busy.ctx)).toEqual({ code: "x.renewing", params: {} });
  expect(await x.check(fakeContext({ ...config, refreshToken: "old" }).ctx)).toMatchObject({
    code: "x.token_refused",
  });
});

test("a pause says when it goes on, a used-up month is said plainly, and a missing plan names the way without one", async () => {
  const reset = Math.ceil(Date.now() / 1000) + 600;
  const problem = (title: string, more: object = {}) => ({
    title,
    detail: title,
    type: "about:blank",
    ...more,
  });
  network.refuse({
    status: 429,
    body: problem("Too Many Requests"),
    headers: { "x-rate-limit-reset": String(reset) },
  });
  await expect(x.check(desk.ctx)).resolves.toMatchObject({
    code: "x.rate_limited",
    params: { at: new Date(reset * 1000).toISOString() },
  });
  network.refuse({
    status: 429,
    body: {
      title: "UsageCapExceeded",
      detail: "Usage cap exceeded: Monthly product cap",
      period: "Monthly",
      type: "https://api.twitter.com/2/problems/usage-capped",
    },
  });
  await expect(x.check(desk.ctx)).resolves.toMatchObject({ code: "x.usage_cap" });
  network.refuse({ status: 402, body: problem("CreditsDepleted") });
  await expect(x.check(desk.ctx)).resolves.toMatchObject({ code: "x.no_credits" });
  network.refuse({
    status: 403,
    body: problem("Client Forbidden", {
      reason: "client-not-enrolled",
      type: "https://api.twitter.com/2/problems/client-forbidden",
    }),
  });
  await expect(x.check(desk.ctx)).resolves.toMatchObject({ code: "x.plan" });
  await expect(x.check(fakeContext({ ...config, accessToken: "" }).ctx)).resolves.toMatchObject({
    code: "x.not_signed_in",
  });
  await expect(x.check(fakeContext({ ...config, address: "tom" }).ctx)).resolves.toMatchObject({
    code: "x.other_account",
  });
});

test("a plan without direct messages still reads mentions", async () => {
  network.post(network.person("Claire Dumontet"), "@marmelune hello");
  const refusing: typeof fetch = (input, init) =>
    String(input).includes("/2/dm_events")
      ? Promise.resolve(
          Response.json({ title: "Forbidden", detail: "no access", type: "about:blank" }, { status: 403 }),
        )
      : desk.ctx.fetch(input, init);
  const found = await x.poll!({ ...desk.ctx, fetch: refusing }, null);
  expect(found.items).toHaveLength(1);
});

test("a post is liked and an answer hidden, and back", async () => {
  const post = network.post(network.person("Claire Dumontet"), "@marmelune hm");
  const target = { externalId: post.id, url: null, threadKey: null };
  for (const verb of ["like", "hide", "hide"] as const) await x.act!(desk.ctx, verb, target);
  expect([post.isHidden, post.likes.size]).toEqual([true, 1]);
  for (const verb of ["unlike", "unhide"] as const) await x.act!(desk.ctx, verb, target);
  expect([post.isHidden, post.likes.size]).toEqual([false, 0]);
});

test("signing in asks for what is needed, and brings both tokens", async () => {
  const at = { redirectUrl: "https://desk.example/back", state: "s1", challenge: "c1" };
  const url = new URL(await x.signIn!.start(desk.ctx, at));
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    response_type: "code",
    client_id: "client",
    code_challenge_method: "S256",
    state: "s1",
  });
  expect(url.searchParams.get("scope")).toContain("offline.access");
  const got = await x.signIn!.finish(desk.ctx, {
    code: "code-of-the-sign-in",
    verifier: "v",
    redirectUrl: at.redirectUrl,
  });
  expect(got).toEqual({ accessToken: network.state.access, refreshToken: network.state.refresh });
});

test("without a plan a pasted post is read by its address, and pasted twice it is one", async () => {
  const entry = (id: string, url: string) => ({
    id,
    at: "2026-11-22T04:00:00.000Z",
    who: "",
    email: null,
    phone: null,
    url,
    text: "my kettle leaks",
    danger: null,
    language: null,
    entered: { by: { id: newId(), name: "Tom Verhaegen" }, place: "site" as const, promised: null },
  });
  const one = xLinks.enter!(entry("1", "https://x.com/Claire_Cuisine/status/1991000000000000001?s=20"));
  const other = xLinks.enter!(entry("2", "https://twitter.com/claire_cuisine/status/1991000000000000001"));
  expect(one.externalId).toBe(other.externalId);
  expect(await xLinks.parse(one, { address: "marmelune" })).toMatchObject([
    {
      kind: "message",
      externalId: "1991000000000000001",
      public: true,
      author: { name: "Claire_Cuisine", identities: [{ kind: "x", value: "@claire_cuisine" }] },
    },
  ]);
  expect(xLinks.can.reply).toEqual([]);
});
