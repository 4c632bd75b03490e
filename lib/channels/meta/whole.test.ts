import { createHmac } from "node:crypto";
import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type MetaServer, startMetaServer } from "@/e2e/support/meta-server";
import type { RawItem } from "@/lib/channels/channel";
import { answering, fakeContext, fakeOutgoing } from "@/lib/channels/fake-context";
import { type Config, facebookConfig } from "./config";
import { facebook, instagram } from "./index";

let meta: MetaServer;
let config: Config;
let desk: ReturnType<typeof fakeContext<Config>>;

beforeEach(async () => {
  meta = await startMetaServer();
  config = facebookConfig.parse({
    address: meta.page.id,
    appId: meta.application.id,
    appSecret: meta.application.secret,
    verifyToken: meta.application.verifyToken,
    accessToken: meta.token,
    apiUrl: meta.url,
  });
  desk = fakeContext(config);
});
afterEach(() => meta.close());

function signed(body: string, secret = meta.application.secret, more: Record<string, string> = {}): Request {
  const signature = createHmac("sha256", secret).update(body).digest("hex");
  const headers = {
    "content-type": "application/json",
    "x-hub-signature-256": `sha256=${signature}`,
    ...more,
  };
  return new Request("http://127.0.0.1/api/hooks/facebook/1", { method: "POST", body, headers });
}

async function heard(request: Request, ctx = desk.ctx): Promise<RawItem[]> {
  const items = await facebook.webhook!(ctx, request, null);
  if (items instanceof Response) throw new Error(`refused: ${items.status}`);
  return items;
}

async function read(items: RawItem[]) {
  return (await Promise.all(items.map((item) => facebook.parse(item, config)))).flat();
}

/** What Meta would have posted, were there an address to post it to. */
const told = () => meta.undelivered.map(({ body }) => body);

test("the address is verified by our token alone, and the challenge comes back as plain text", async () => {
  const asked = (token: string) =>
    new Request(`http://x/hook?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=%3Cb%3E1158201444`);
  const right = await facebook.webhook!(desk.ctx, asked(meta.application.verifyToken), null);
  if (!(right instanceof Response)) throw new Error("no answer");
  expect([right.status, await right.text()]).toEqual([200, "<b>1158201444"]);
  expect(right.headers.get("content-type")).toMatch(/^text\/plain/);
  expect(await facebook.webhook!(desk.ctx, asked("guessed"), null)).toMatchObject({ status: 403 });
  expect(await facebook.webhook!(desk.ctx, asked(""), null)).toMatchObject({ status: 403 });
});

test("only bytes that the application signed are heard: no other secret, no other writing of the same words", async () => {
  const post = meta.post("Nos cocottes");
  meta.comment(post, meta.person("Claire Dumontet"), "Fêlée après une semaine");
  const body = told()[0] ?? "";
  const status = async (request: Request) => {
    const answer = await facebook.webhook!(desk.ctx, request, null);
    return answer instanceof Response ? answer.status : 200;
  };
  expect(await status(signed(body))).toBe(200);
  expect(await status(signed(body, "another secret"))).toBe(401);
  const signature = signed(body).headers.get("x-hub-signature-256") ?? "";
  // The same JSON, written again by somebody in between.
  const rewritten = JSON.stringify(JSON.parse(body));
  expect(rewritten).not.toBe(body);
  const forged = (headers: Record<string, string>, bytes = body) =>
    new Request("http://x/hook", { method: "POST", body: bytes, headers });
  expect(await status(forged({ "x-hub-signature-256": signature }, rewritten))).toBe(401);
  expect(await status(forged({}))).toBe(401);
  expect(await status(forged({ "x-hub-signature": signature }))).toBe(401);
  expect(await status(forged({ "x-hub-signature-256": signature.slice(0, -2) }))).toBe(401);
  expect(await status(forged({ "x-hub-signature-256": `sha1=${signature.slice(7)}` }))).toBe(401);
  // An empty old secret is none.
  expect(await status(signed(body, ""))).toBe(401);
});

test("while the secret is being changed, both sign", async () => {
  meta.comment(meta.post("Nos cocottes"), meta.person("Claire Dumontet"), "Fêlée");
  const changing = fakeContext({
    ...config,
    appSecret: "the new secret",
    oldAppSecret: meta.application.secret,
  });
  const body = told()[0] ?? "";
  expect(await heard(signed(body), changing.ctx)).toHaveLength(1);
  expect(await heard(signed(body, "the new secret"), changing.ctx)).toHaveLength(1);
});

test("the same delivery again brings nothing new", async () => {
  const claire = meta.person("Claire Dumontet");
  const comment = meta.comment(meta.post("Nos cocottes"), claire, "Fêlée");
  meta.edit(comment, "Fêlée, la poignée aussi");
  meta.message(claire, "Bonjour");
  for (const body of [...told(), ...told()]) await desk.accept(await heard(signed(body)), null);
  expect(desk.stored.size).toBe(3);
});

test("one address serves many: entries of other pages and accounts say whose they are, receipts stay out", async () => {
  const body = JSON.stringify({
    object: "page",
    entry: [
      {
        id: "999",
        time: 1763784000,
        changes: [
          {
            field: "feed",
            value: { item: "comment", verb: "add", comment_id: "1_2", post_id: "999_1", message: "Hello" },
          },
        ],
      },
      {
        id: config.address,
        time: 1763784000,
        changes: [
          { field: "feed", value: { item: "reaction", verb: "add", reaction_type: "like", post_id: "1" } },
        ],
      },
      {
        id: config.address,
        time: 1763784000123,
        messaging: [
          { sender: { id: "5" }, recipient: { id: config.address }, timestamp: 1, read: { watermark: 1 } },
          {
            sender: { id: "5" },
            recipient: { id: config.address },
            timestamp: 1763784000123,
            message: { mid: "m_1", text: "Hi" },
          },
        ],
      },
    ],
  });
  const items = await heard(signed(body));
  expect(items.map(({ externalId, sister }) => [externalId, sister?.address ?? null])).toEqual([
    ["1_2", "999"],
    ["m_1", null],
  ]);
  const onInstagram = JSON.stringify({
    object: "instagram",
    entry: [
      {
        id: "178",
        time: 1,
        field: "comments",
        value: { id: "3", text: "Hé", from: { id: "7", username: "lucie" }, media: { id: "4" } },
      },
    ],
  });
  expect((await heard(signed(onInstagram)))[0]?.sister).toEqual({ kind: "instagram", address: "178" });
  expect(instagram.application?.(config)).toBe(facebook.application?.(config));
});

test("ids beyond what a number holds stay exact, also where a sample writes them as numbers", async () => {
  const body = `{"object":"page","entry":[{"id":${config.address},"time":1763784000,"changes":[{"field":"feed","value":{"item":"comment","verb":"add","comment_id":"1_1207842330514417999","post_id":"1_1","from":{"id":6071493882905511999,"name":"Claire"},"message":"Hi"}}]}]}`;
  const [message] = await read(await heard(signed(body)));
  expect(message).toMatchObject({
    externalId: "1_1207842330514417999",
    author: { identities: [{ value: "6071493882905511999" }] },
  });
});

test("a comment comes with the post above it, a private message with a name", async () => {
  const claire = meta.person("Claire Dumontet");
  const post = meta.post("Les nouvelles cocottes sont là");
  meta.comment(post, claire, "La mienne est fêlée");
  meta.message(claire, "Je vous écris aussi ici");
  const items = (await Promise.all(told().map((body) => heard(signed(body))))).flat();
  expect(await read(await facebook.complete!(desk.ctx, items))).toMatchObject([
    {
      kind: "message",
      public: true,
      parent: { externalId: post, author: "Marmelune", text: "Les nouvelles cocottes sont là" },
    },
    { kind: "message", public: false, threadKey: `direct:${claire.id}`, author: { name: "Claire Dumontet" } },
  ]);
});

test("when nobody can be asked, the words are kept all the same", async () => {
  meta.comment(meta.post("Cocottes"), meta.person("Claire Dumontet"), "Fêlée");
  const items = await heard(signed(told()[0] ?? ""));
  meta.cut();
  expect(await read(await facebook.complete!(desk.ctx, items))).toMatchObject([
    { kind: "message", text: "Fêlée" },
  ]);
});

test("an answer from the page's own inbox is ours, the echo of what we sent is known", async () => {
  const claire = meta.person("Claire Dumontet");
  const mid = meta.message(claire, "Bonjour");
  meta.answerThere(claire, "Bonjour Claire");
  await facebook.send!(
    desk.ctx,
    fakeOutgoing({
      mode: "private",
      text: "Nous cherchons.",
      threadKey: `direct:${claire.id}`,
      answers: answering(mid, { public: false }),
    }),
  );
  const kinds = await read((await Promise.all(told().map((body) => heard(signed(body))))).flat());
  expect(kinds.map(({ kind }) => kind)).toEqual(["message", "ours", "filed"]);
  expect(kinds[1]).toMatchObject({
    threadKey: `direct:${claire.id}`,
    text: "Bonjour Claire",
    author: { identities: [] },
  });
});

test("what a webhook never told is found by asking, once, however often it is asked", async () => {
  const claire = meta.person("Claire Dumontet");
  const post = meta.post("Cocottes");
  const first = await facebook.poll!(desk.ctx, null);
  expect(first.items).toEqual([]);
  expect(desk.told.accessEndsAt?.getTime()).toBeGreaterThan(Date.now() + 79 * 86_400_000);
  meta.cut();
  const comment = meta.comment(post, claire, "Fêlée");
  const mid = meta.message(claire, "Bonjour ?");
  await expect(facebook.poll!(desk.ctx, first.cursor)).rejects.toMatchObject({ code: "meta.unreachable" });
  meta.mend();
  const found = await facebook.poll!(desk.ctx, first.cursor);
  await desk.accept(found.items, found.cursor);
  await desk.accept((await facebook.poll!(desk.ctx, found.cursor)).items, null);
  expect([...desk.stored.keys()].sort()).toEqual([comment.id, mid].sort());
  const words = (await read(found.items)).sort((one) => (one.kind === "message" && one.public ? -1 : 1));
  expect(words).toMatchObject([
    { kind: "message", externalId: comment.id, parent: { externalId: post } },
    { kind: "message", externalId: mid, threadKey: `direct:${claire.id}` },
  ]);
  // The webhook that comes late after all carries the same numbers.
  for (const body of told()) await desk.accept(await heard(signed(body)), null);
  expect(desk.stored.size).toBe(2);
});

test("a comment is answered beneath it, privately once, and in Messenger within the day and the week", async () => {
  const claire = meta.person("Claire Dumontet");
  const comment = meta.comment(meta.post("Cocottes"), claire, "Fêlée");
  const to = (mode: "public" | "private") =>
    fakeOutgoing({ mode, text: "Bonjour **Claire**", answers: answering(comment.id) });
  const { externalId } = await facebook.send!(desk.ctx, to("public"));
  expect(meta.comments.get(externalId)).toMatchObject({ parentId: comment.id, text: "Bonjour Claire" });
  await facebook.send!(desk.ctx, to("private"));
  expect(meta.calls.at(-1)?.body).toMatchObject({
    recipient: { comment_id: comment.id },
    messaging_type: "RESPONSE",
  });
  await expect(facebook.send!(desk.ctx, to("private"))).rejects.toMatchObject({
    code: "meta.answered_privately",
  });

  const dayAndAHalf = new Date(Date.now() - 36 * 3_600_000);
  const mid = meta.message(claire, "Et alors ?", dayAndAHalf);
  const late = fakeOutgoing({
    mode: "private",
    text: "Voici",
    threadKey: `direct:${claire.id}`,
    answers: answering(mid, { public: false, sentAt: dayAndAHalf }),
  });
  await facebook.send!(desk.ctx, late);
  expect(meta.calls.at(-1)?.body).toMatchObject({ messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" });
  await expect(facebook.send!(desk.ctx, { ...late, automatic: true })).rejects.toMatchObject({
    code: "meta.window_for_people",
  });
  const old = meta.message(claire, "?", new Date(Date.now() - 9 * 86_400_000));
  await expect(
    facebook.send!(desk.ctx, {
      ...late,
      answers: answering(old, { public: false, sentAt: new Date(Date.now() - 9 * 86_400_000) }),
    }),
  ).rejects.toMatchObject({ code: "meta.window_closed" });
});

test("a file goes after the words, and when only the words left, a person decides", async () => {
  const claire = meta.person("Claire Dumontet");
  const mid = meta.message(claire, "Bonjour");
  const file = {
    name: "notice.pdf",
    contentType: "application/pdf",
    contentId: null,
    size: 3,
    open: async () => Readable.from([Buffer.from("pdf")]),
  };
  const outgoing = fakeOutgoing({
    mode: "private",
    text: "Voici",
    files: [file],
    threadKey: `direct:${claire.id}`,
    answers: answering(mid, { public: false }),
  });
  await facebook.send!(desk.ctx, outgoing);
  expect(meta.calls.slice(-3).map(({ path }) => path)).toEqual([
    "me/message_attachments",
    "me/messages",
    "me/messages",
  ]);
  const breaking = fakeContext(config, {
    fetch: (input, init) => {
      if (String(init?.body).includes("attachment_id"))
        meta.refuse({ status: 500, error: { code: 2, message: "Service temporarily unavailable" } });
      return desk.ctx.fetch(input, init);
    },
  });
  await expect(facebook.send!(breaking.ctx, outgoing)).rejects.toMatchObject({
    message: "uncertain: meta.half_sent",
  });
});

test("a line that breaks after the message may have left is uncertain, one that never stood is tried again", async () => {
  const comment = meta.comment(meta.post("Cocottes"), meta.person("Claire Dumontet"), "Fêlée");
  const outgoing = fakeOutgoing({ text: "Bonjour", answers: answering(comment.id) });
  meta.cut();
  await expect(facebook.send!(desk.ctx, outgoing)).rejects.toMatchObject({ message: "uncertain: meta.cut" });
  await meta.close();
  await expect(facebook.send!(desk.ctx, outgoing)).rejects.toMatchObject({
    message: "temporary: meta.unreachable",
  });
  meta = await startMetaServer();
});

test("limits say when it goes on, and who only looks around waits before the last call is gone", async () => {
  const tired = fakeContext({ ...config, accessToken: "token-of-a-busy-page" });
  const usage = JSON.stringify({
    [meta.page.id]: [
      {
        type: "pages",
        call_count: 100,
        total_cputime: 20,
        total_time: 30,
        estimated_time_to_regain_access: 42,
      },
    ],
  });
  meta.refuse({
    status: 403,
    error: { code: 32, message: "Page request limit reached" },
    headers: { "x-business-use-case-usage": usage },
  });
  const before = Date.now();
  const refused = await facebook.poll!(tired.ctx, null).catch((error: unknown) => error);
  expect(refused).toMatchObject({ message: "temporary: meta.rate_limited" });
  const { retryAt } = Object(refused);
  expect(retryAt.getTime() - before).toBeGreaterThanOrEqual(42 * 60_000);
  // A hundred per cent was said: the next look does not even ask.
  const calls = meta.calls.length;
  await expect(facebook.poll!(tired.ctx, null)).rejects.toMatchObject({ code: "meta.rate_limited" });
  expect(meta.calls.length).toBe(calls);
});

test("a refusal becomes a sentence with its remedy", async () => {
  const comment = meta.comment(meta.post("Cocottes"), meta.person("Claire Dumontet"), "Fêlée");
  const refused = async (error: object, status = 400) => {
    meta.refuse({ status, error });
    return facebook.send!(desk.ctx, fakeOutgoing({ text: "Bonjour", answers: answering(comment.id) })).then(
      () => "",
      (failure: Error) => failure.message,
    );
  };
  expect(await refused({ code: 190, error_subcode: 463, message: "Session has expired" })).toBe(
    "permanent: meta.token_refused",
  );
  expect(await refused({ code: 200, message: "Requires pages_manage_engagement" }, 403)).toBe(
    "permanent: meta.not_allowed",
  );
  expect(await refused({ code: 10, error_subcode: 2534022, message: "outside of allowed window" })).toBe(
    "permanent: meta.window_closed",
  );
  expect(await refused({ code: 551, message: "This person isn't available right now." })).toBe(
    "permanent: meta.person_unavailable",
  );
  expect(await refused({ code: 4, message: "Application request limit reached" }, 403)).toBe(
    "temporary: meta.rate_limited",
  );
  expect(await refused({ code: 2, message: "Service temporarily unavailable" }, 500)).toBe(
    "temporary: meta.server_trouble",
  );
  expect(await refused({ code: 100, error_subcode: 33, message: "does not exist" })).toBe(
    "permanent: meta.parent_gone",
  );
});

test("a comment is hidden, shown, liked and deleted, and each may be said twice", async () => {
  const comment = meta.comment(meta.post("Cocottes"), meta.person("Claire Dumontet"), "Fêlée");
  const target = { externalId: comment.id, url: null, threadKey: null };
  const act = facebook.act!;
  await act(desk.ctx, "hide", target);
  await act(desk.ctx, "hide", target);
  expect(comment.isHidden).toBe(true);
  await act(desk.ctx, "unhide", target);
  await act(desk.ctx, "like", target);
  expect([comment.isHidden, comment.isLiked]).toEqual([false, true]);
  await act(desk.ctx, "unlike", target);
  expect(comment.isLiked).toBe(false);
  await act(desk.ctx, "delete", target);
  await act(desk.ctx, "delete", target);
  expect(meta.comments.has(comment.id)).toBe(false);
  await expect(act(desk.ctx, "hide", target)).rejects.toMatchObject({ code: "meta.gone" });
});

test("the test of the connection names what is wrong", async () => {
  expect(await facebook.check(desk.ctx)).toBeNull();
  const other = (changes: Partial<Config>) => facebook.check(fakeContext({ ...config, ...changes }).ctx);
  expect(await other({ accessToken: "another" })).toMatchObject({ code: "meta.token_refused" });
  expect(await other({ appId: "1000000000000" })).toMatchObject({ code: "meta.other_application" });
  expect(await other({ appSecret: "not this one" })).toMatchObject({ code: "meta.refused" });
  expect(await other({ address: "4711" })).toMatchObject({ code: "meta.gone" });
});

test("Instagram: a comment and the answers below it are found by asking, a mention's words are asked for, and an answer goes beneath", async () => {
  const account = fakeContext({ ...config, address: meta.account.id });
  const lucie = meta.person("Lucie Ferrand");
  const media = meta.post("Nouvelle teinte", "instagram");
  const first = meta.comment(media, lucie, "Superbe !");
  const below = meta.comment(media, meta.person("Giulia Conti"), "Vraiment ?", first.id);
  const found = await instagram.poll!(account.ctx, null);
  expect(found.items.map(({ externalId }) => externalId).sort()).toEqual([first.id, below.id].sort());
  const said = (await Promise.all(found.items.map((item) => instagram.parse(item, config)))).flat();
  expect(said).toContainEqual(
    expect.objectContaining({ externalId: below.id, inReplyTo: [first.id], public: true }),
  );

  const value = { media_id: media, comment_id: first.id };
  const body = JSON.stringify({
    object: "instagram",
    entry: [{ id: meta.account.id, time: 1763784000, changes: [{ field: "mentions", value }] }],
  });
  const items = await instagram.webhook!(account.ctx, signed(body), null);
  if (items instanceof Response) throw new Error("refused");
  const [mention] = await instagram.complete!(account.ctx, items);
  expect(await instagram.parse(mention!, config)).toMatchObject([
    {
      externalId: `mention:${media}:${first.id}`,
      text: "Superbe !",
      author: { profileUrl: "https://www.instagram.com/lucie.ferrand/" },
    },
  ]);
  meta.cut();
  await expect(instagram.complete!(account.ctx, items)).rejects.toMatchObject({ code: "meta.unreachable" });
  meta.mend();

  await instagram.send!(account.ctx, fakeOutgoing({ text: "Merci !", answers: answering(first.id) }));
  expect(meta.calls.at(-1)).toMatchObject({
    method: "POST",
    path: `${first.id}/replies`,
    body: { message: "Merci !" },
  });
  await instagram.send!(
    account.ctx,
    fakeOutgoing({ text: "Merci encore", answers: answering(`mention:${media}:${first.id}`) }),
  );
  expect(meta.calls.at(-1)).toMatchObject({
    path: `${meta.account.id}/mentions`,
    body: { media_id: media, comment_id: first.id },
  });
  await instagram.act!(account.ctx, "hide", { externalId: first.id, url: null, threadKey: null });
  expect(meta.calls.at(-1)?.query.get("hide")).toBe("true");
});
