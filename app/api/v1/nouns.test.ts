import { afterAll, beforeAll, expect, test } from "vitest";
import { pool } from "@/db/client";
import { testDatabase } from "@/db/test";
import { testDesk } from "@/db/test-desk";
import { accept } from "@/lib/channels/accept";
import { readLedger } from "@/lib/channels/intake";
import { stopParsing } from "@/lib/channels/parse-pool";
import { newId } from "@/lib/id";
import { ask, type Visitor, visitor } from "./testing";

testDatabase();

let salma: Visitor;
let tom: Visitor;
let outsider: Visitor;
let admin: Visitor;
let brandId: string;
let channelId: string;
let conversationId: string;

const html =
  '<p onclick="steal()">The pot smoked.</p><img src="cid:burn"><img src="https://tracker.example/x.gif"><script>steal()</script>';

beforeAll(async () => {
  const desk = await testDesk();
  ({ brandId, channelId } = desk);
  salma = await visitor("Salma Idrissi", "agent");
  tom = await visitor("Tom Verhaegen", "agent", "fr");
  outsider = await visitor("Jules Lemaire", "agent");
  admin = await visitor("Hannah Whitlock", "admin");
  for (const { id } of [salma, tom])
    await pool.query("insert into team_members (team_id, agent_id) values ($1, $2)", [desk.teamId, id]);
  const picture = Buffer.from("R0lGODlhAQABAAAAACw=", "base64").toString("base64");
  const source = [
    "From: Odile Aubry <odile@example.org>",
    "To: care@marmelune.example",
    "Message-ID: <pot@example.org>",
    "Subject: Cocotte",
    "MIME-Version: 1.0",
    'Content-Type: multipart/related; boundary="b"',
    "",
    "--b",
    "Content-Type: text/html; charset=utf-8",
    "",
    html,
    "--b",
    "Content-Type: image/gif",
    "Content-ID: <burn>",
    'Content-Disposition: inline; filename="burn.gif"',
    "Content-Transfer-Encoding: base64",
    "",
    picture,
    "--b--",
    "",
  ].join("\r\n");
  await accept(
    channelId,
    [{ externalId: "<pot@example.org>", body: Buffer.from(source), contentType: "message/rfc822", meta: {} }],
    null,
  );
  await readLedger("test");
  const list = await salma.ask("GET /conversations");
  conversationId = pick(list.body, "items", 0, "id");
});
afterAll(stopParsing);

test("who may see a conversation finds it in the list, by its id and by its number", async () => {
  const list = await salma.ask("GET /conversations?view=queue&sort=left&limit=1");
  expect(list.body).toMatchObject({
    items: [{ id: conversationId, customerName: "Odile Aubry" }],
    next: null,
  });
  const view = await salma.ask(`GET /conversations/${conversationId}`);
  expect(view).toMatchObject({
    status: 200,
    body: { row: { id: conversationId }, customer: { name: "Odile Aubry" } },
  });
  const number = pick(view.body, "row", "number");
  expect((await salma.ask(`GET /conversations/${number}`)).body).toMatchObject({
    row: { id: conversationId },
  });
});

test("a conversation is found by its number, by who wrote and by their words, and by nobody else", async () => {
  const number = pick((await salma.ask(`GET /conversations/${conversationId}`)).body, "row", "number");
  for (const text of [`#${number}`, "odile", "odile@EXAMPLE.org", "cocotte", "smoked"]) {
    const found = await salma.ask(`GET /search?text=${encodeURIComponent(text)}`);
    expect(found.body, text).toMatchObject({ items: [{ id: conversationId }] });
    expect((await outsider.ask(`GET /search?text=${encodeURIComponent(text)}`)).body, text).toEqual({
      items: [],
      snippets: {},
    });
  }
  expect((await salma.ask("GET /search?text=%25")).body).toEqual({ items: [], snippets: {} });
});

test("the house has a name and a time zone, which administrators change", async () => {
  expect((await salma.ask("PATCH /organisation", { zone: "Europe/Brussels" })).status).toBe(403);
  expect((await admin.ask("PATCH /organisation", { zone: "Mars/Olympus" })).status).toBe(422);
  expect((await admin.ask("PATCH /organisation", { zone: "Europe/Brussels" })).status).toBe(204);
  expect((await salma.ask("GET /organisation")).body).toMatchObject({
    name: "Marmelune",
    zone: "Europe/Brussels",
  });
});

test("what somebody cannot see answers like what does not exist, on every path to it", async () => {
  const unknown = newId();
  const view = await salma.ask(`GET /conversations/${conversationId}`);
  const messageId = pick(view.body, "timeline", 0, "id");
  const paths: Array<[string, unknown]> = [
    ["GET /conversations/ID", undefined],
    ["GET /conversations/ID/timeline?cursor=MjAyNi0xMS0yMVQwOTowMDowMC4wMDBa", undefined],
    [`GET /conversations/ID/messages/${messageId}/html`, undefined],
    ["GET /conversations/ID/saved-replies", undefined],
    ["POST /conversations/ID/assign", { agentId: null, teamId: null }],
    ["POST /conversations/ID/resolve", {}],
    ["POST /conversations/ID/notes", { text: "Bonjour" }],
    ["POST /conversations/ID/read", {}],
    ["PUT /conversations/ID/draft", { mode: "note", text: "Bonjour" }],
    [
      "POST /conversations/ID/replies",
      { mode: "private", channelId, text: "Bonjour", seen: pick(view.body, "seen") },
    ],
  ];
  for (const [path, body] of paths) {
    const hidden = await outsider.ask(path.replace("ID", conversationId), body);
    const nothing = await outsider.ask(path.replace("ID", unknown), body);
    expect(hidden.status, path).toBe(404);
    expect(hidden.body, path).toEqual(nothing.body);
  }
  expect((await outsider.ask("GET /conversations")).body).toMatchObject({ items: [] });
  expect((await outsider.ask("GET /counts")).body).toMatchObject({ queue: 0 });
});

test("a change answers with the event that undoes it", async () => {
  const resolved = await salma.ask(`POST /conversations/${conversationId}/resolve`, {});
  expect(resolved).toMatchObject({
    status: 200,
    body: { eventId: expect.any(Number), version: expect.any(Number) },
  });
  const again = await tom.ask(`POST /conversations/${conversationId}/resolve`, {});
  expect(again).toMatchObject({
    status: 409,
    body: { error: { code: "conflict", message: "Cette conversation est déjà résolue." } },
  });
  const undone = await salma.ask("POST /undo", { eventId: pick(resolved.body, "eventId") });
  expect(undone.status).toBe(200);
  expect((await salma.ask(`GET /conversations/${conversationId}`)).body).toMatchObject({
    row: { status: "open" },
  });
});

test("the same key makes one note, however often and however quickly it is sent", async () => {
  const key = { "idempotency-key": newId() };
  const path = `POST /conversations/${conversationId}/notes`;
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => salma.ask(path, { text: "Called the shop." }, key)),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(answers.map(({ body }) => pick(body, "messageId"))).size).toBe(1);
  expect(answers.filter(({ headers }) => headers.has("idempotent-replayed"))).toHaveLength(4);
  expect(await salma.ask(path, { text: "Something else." }, key)).toMatchObject({
    status: 422,
    body: { error: { key: "idempotency.other_body" } },
  });
  // Somebody else's key of the same name is another key.
  expect((await tom.ask(path, { text: "Called the shop." }, key)).headers.has("idempotent-replayed")).toBe(
    false,
  );
});

test("a key whose first request failed may try again", async () => {
  const key = { "idempotency-key": newId() };
  const path = `POST /conversations/${conversationId}/notes`;
  expect((await salma.ask(path, { text: " " }, key)).status).toBe(422);
  expect((await salma.ask(path, { text: " " }, key)).body).toMatchObject({ error: { key: "note.empty" } });
});

test("a reply goes to whoever wrote, unless said; one who has not seen the newest is held back", async () => {
  const view = await salma.ask(`GET /conversations/${conversationId}`);
  const seen = pick(view.body, "seen");
  const body = { mode: "private", channelId, text: "We call you.", seen };
  const path = `POST /conversations/${conversationId}/replies`;
  const sent = await salma.ask(path, { ...body, id: newId() });
  expect(sent).toMatchObject({ status: 201, body: { deliveryId: expect.any(String) } });
  const held = await tom.ask(path, body);
  expect(held).toMatchObject({
    status: 409,
    body: { error: { key: "reply.answered", details: { kind: "answered", by: "Salma Idrissi" } } },
  });
  const message = (await salma.ask(`GET /conversations/${conversationId}`)).body;
  expect(JSON.stringify(message)).toContain('"to":["odile@example.org"]');
  const anyway = await tom.ask(path, { ...body, seen: pick(held.body, "error", "details", "seen") });
  expect(anyway.status).toBe(201);
  expect(await salma.ask(`POST /deliveries/${pick(sent.body, "deliveryId")}/cancel`)).toMatchObject({
    status: 200,
    body: { text: "We call you." },
  });
});

test("a reply is sent once for its key, even if the kept answer was lost with its process", async () => {
  const view = await salma.ask(`GET /conversations/${conversationId}`);
  const body = { mode: "private", channelId, text: "Once only.", seen: pick(view.body, "seen") };
  const path = `POST /conversations/${conversationId}/replies`;
  const key = { "idempotency-key": newId() };
  const first = await salma.ask(path, body, key);
  await pool.query("delete from idempotency_keys where key = $1", [key["idempotency-key"]]);
  const again = await salma.ask(path, body, key);
  expect(again).toMatchObject({ status: 201, body: { deliveryId: pick(first.body, "deliveryId") } });
});

test("a draft is mine alone", async () => {
  const path = `/conversations/${conversationId}/draft`;
  expect((await salma.ask(`PUT ${path}`, { mode: "private", text: "Chère Madame" })).status).toBe(200);
  expect((await salma.ask(`GET /conversations/${conversationId}`)).body).toMatchObject({
    draft: { mode: "private", text: "Chère Madame", recipients: null },
  });
  expect((await tom.ask(`GET /conversations/${conversationId}`)).body).toMatchObject({ draft: null });
  expect((await salma.ask(`DELETE ${path}`)).status).toBe(204);
  expect((await salma.ask(`GET /conversations/${conversationId}`)).body).toMatchObject({ draft: null });
});

test("a mail is shown as a document that can do nothing, with its own pictures and without its trackers", async () => {
  const view = await salma.ask(`GET /conversations/${conversationId}`);
  const path = `GET /conversations/${conversationId}/messages/${pick(view.body, "timeline", 0, "id")}/html`;
  const shown = await salma.ask(path);
  expect(shown.headers.get("content-security-policy")).toContain("sandbox");
  expect(shown.headers.get("x-blocked-pictures")).toBe("1");
  expect(shown.body).toContain("The pot smoked.");
  expect(shown.body).not.toMatch(/script>|onclick|tracker\.example/);
  const [link = ""] = String(shown.body).match(/\/api\/v1\/pictures\/[\w.-]+/) ?? [];
  const picture = await ask(`GET ${link}`);
  expect(picture).toMatchObject({ status: 200 });
  expect(picture.headers.get("content-type")).toBe("image/gif");
  expect((await ask(`GET ${link.slice(0, -3)}aaa`)).status).toBe(404);
  const asked = await salma.ask(`${path}?pictures=remote`);
  expect(asked.headers.get("x-blocked-pictures")).toBe("0");
  expect(asked.body).not.toContain("tracker.example");
});

test("a file is stored as bytes or from a form, is mine until it is sent, and only ever saved by a browser", async () => {
  const bytes = await salma.ask("POST /attachments?name=../pot.html", "<script>", {
    "content-type": "text/html",
  });
  expect(bytes).toMatchObject({ status: 201, body: { name: "pot.html", contentType: "text/html", size: 8 } });
  const path = `GET ${pick(bytes.body, "url")}`;
  const saved = await salma.ask(path);
  expect(saved.body).toBe("<script>");
  expect(saved.headers.get("content-disposition")).toMatch(/^attachment; filename="pot\.html"/);
  expect(saved.headers.get("x-content-type-options")).toBe("nosniff");
  expect(saved.headers.get("content-security-policy")).toContain("sandbox");
  expect((await tom.ask(path)).status).toBe(404);

  const form = new FormData();
  form.append("file", new File(["a pot"], "cocotte é.txt", { type: "text/plain" }));
  const request = new Request("http://localhost/", { method: "POST", body: form });
  const typed = { "content-type": request.headers.get("content-type") ?? "" };
  expect(await salma.ask("POST /attachments", await request.text(), typed)).toMatchObject({
    status: 201,
    body: { name: "cocotte é.txt", size: 5 },
  });
  expect((await salma.ask("POST /attachments", "", { "content-type": "text/plain" })).body).toMatchObject({
    error: { key: "file.empty" },
  });
  expect((await salma.ask(path.replace("GET", "DELETE"))).status).toBe(204);
  expect((await salma.ask(path)).status).toBe(404);
});

test("a channel's secrets go in and never come out", async () => {
  const config = { instance: "https://mastodon.example", accessToken: "a very secret token" };
  const made = await admin.ask("POST /channels", { kind: "mastodon", name: "@marmelune", brandId, config });
  expect(made.status).toBe(201);
  const id = pick(made.body, "id");
  const list = await admin.ask("GET /channels");
  expect(JSON.stringify(list.body)).not.toContain("secret token");
  expect(list.body).toMatchObject({
    items: expect.arrayContaining([
      expect.objectContaining({
        id,
        config: { instance: "https://mastodon.example" },
        secretsSet: ["accessToken"],
        health: expect.objectContaining({ state: "working" }),
      }),
    ]),
  });
  const row = (await pool.query("select secrets, config::text from channels where id = $1", [id])).rows[0];
  expect(`${row.secrets} ${row.config}`).not.toContain("secret token");
  const changed = {
    name: "@marmelune (fr)",
    config: { instance: "https://mastodon.example", accessToken: "" },
  };
  expect((await admin.ask(`PATCH /channels/${id}`, changed)).status).toBe(204);
  expect(JSON.stringify((await admin.ask("GET /channels")).body)).toContain('"secretsSet":["accessToken"]');
  expect(JSON.stringify((await salma.ask("GET /channels")).body)).not.toContain("mastodon.example");
  expect((await admin.ask(`DELETE /channels/${id}`)).status).toBe(204);
  expect((await admin.ask(`DELETE /channels/${channelId}`)).body).toMatchObject({
    error: { key: "channel.in_use" },
  });
});

test("wrong settings name the field, and every kind says what it asks", async () => {
  const wrong = { kind: "form", name: "Contact", brandId, config: { slug: "Not A Slug" } };
  expect((await admin.ask("POST /channels", wrong)).body).toMatchObject({
    error: { code: "invalid", details: [{ field: "config.slug" }] },
  });
  const form = { ...wrong, config: { slug: "contact" } };
  expect((await admin.ask("POST /channels", form)).status).toBe(201);
  expect((await admin.ask("POST /channels", form)).body).toMatchObject({
    error: { key: "channel.address_taken" },
  });
  const kinds = await admin.ask("GET /channel-kinds");
  expect(kinds.body).toMatchObject({
    items: expect.arrayContaining([
      expect.objectContaining({
        kind: "email",
        secrets: expect.arrayContaining(["imapPassword", "smtpPassword"]),
        config: expect.objectContaining({
          properties: expect.objectContaining({ imapPassword: expect.objectContaining({ secret: true }) }),
        }),
      }),
    ]),
  });
});

test("testing a connection says in words what is wrong", async () => {
  const config = { instance: "http://127.0.0.1:9", accessToken: "x" };
  const checked = await admin.ask("POST /channels/check", { kind: "mastodon", config });
  expect(checked).toMatchObject({ status: 200, body: { failure: { code: expect.any(String) } } });
  expect(pick(checked.body, "failure", "message")).toContain("does not answer");
});

test("joining a team shows its conversations at once, and leaving hides them", async () => {
  const made = await admin.ask("POST /teams", {
    name: "Lille",
    agentIds: [outsider.id],
    brandIds: [brandId],
  });
  expect((await outsider.ask(`GET /conversations/${conversationId}`)).status).toBe(200);
  const path = `/teams/${pick(made.body, "id")}`;
  expect((await admin.ask(`PUT ${path}`, { name: "Lille", agentIds: [], brandIds: [brandId] })).status).toBe(
    204,
  );
  expect((await outsider.ask(`GET /conversations/${conversationId}`)).status).toBe(404);
  expect((await admin.ask(`DELETE ${path}`)).status).toBe(204);
});

test("saved replies and views are shared or mine", async () => {
  const reply = { name: "invoice", texts: [{ text: "It is attached." }], scope: { for: "brand", brandId } };
  expect((await salma.ask("POST /saved-replies", reply)).status).toBe(201);
  expect((await tom.ask("POST /saved-replies", reply)).body).toMatchObject({
    error: { key: "saved_reply.name_taken" },
  });
  expect((await tom.ask("POST /saved-replies", { ...reply, scope: { for: "me" } })).status).toBe(201);
  const forThis = await salma.ask(`GET /conversations/${conversationId}/saved-replies`);
  expect(forThis.body).toMatchObject({ items: [{ name: "invoice" }] });

  const view = { name: "Refunds", query: "is:open tag:refund" };
  const mine = await salma.ask("POST /views", view);
  expect(mine.status).toBe(201);
  expect((await salma.ask("POST /views", { ...view, shared: "everybody" })).status).toBe(403);
  expect((await tom.ask("GET /views")).body).toEqual({ items: [] });
  expect((await tom.ask(`DELETE /views/${pick(mine.body, "id")}`)).status).toBe(404);
  expect((await salma.ask(`DELETE /views/${pick(mine.body, "id")}`)).status).toBe(204);
});

test("what could not be read is listed with its source and read again on request", async () => {
  await pool.query(
    `insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, failure_code)
     values ($1, $2, 'x', 'x', 'message/rfc822', '{}', 'From: nobody', 12, 'parked', 'unreadable_failed')`,
    [newId(), channelId],
  );
  const manager = await visitor("Inès Carpentier", "manager");
  expect((await manager.ask("GET /inbound")).body).toEqual({ items: [], next: null });
  const parked = await admin.ask("GET /inbound?kind=parked");
  expect(parked.body).toMatchObject({
    items: [{ failure: { code: "unreadable_failed" }, size: 12 }],
    next: null,
  });
  const id = pick(parked.body, "items", 0, "id");
  const source = await admin.ask(`GET /inbound/${id}/raw`);
  expect(source.body).toBe("From: nobody");
  expect(source.headers.get("content-disposition")).toContain("attachment");
  expect((await manager.ask(`GET /inbound/${id}/raw`)).status).toBe(404);
  expect((await admin.ask(`POST /inbound/${id}/retry`)).status).toBe(204);
  expect((await admin.ask("POST /inbound/retry-all")).body).toEqual({ count: 0 });
});

test("a foreign cursor is refused with a sentence", async () => {
  for (const path of ["GET /inbound?cursor=nonsense", "GET /conversations?cursor=nonsense"])
    expect(await admin.ask(path), path).toMatchObject({ status: 422, body: { error: { key: "cursor" } } });
});

test("an unknown hook is a plain 404, and a known one is the channel's own matter", async () => {
  expect((await ask("POST /api/hooks/form/nowhere", {})).status).toBe(404);
  expect((await ask("POST /api/hooks/telepathy/x", {})).status).toBe(404);
});

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into step by step, and a wrong step fails the test
function pick(value: any, ...path: Array<string | number>): any {
  return path.reduce((at, name) => at?.[name], value);
}
