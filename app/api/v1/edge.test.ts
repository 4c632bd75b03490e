import { once } from "node:events";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { connect, disconnect, pool } from "@/db/client";
import { testDatabase } from "@/db/test";
import { createToken } from "@/lib/agents/create-token";
import { ask, visitor } from "./testing";

testDatabase();

test("without a session nothing is told", async () => {
  const answer = await ask("GET /me");
  expect(answer.status).toBe(401);
  expect(answer.body).toMatchObject({
    error: { code: "forbidden", key: "session.required", message: "Sign in first." },
  });
});

test("a session says who I am", async () => {
  const ines = await visitor("Inès Carpentier", "manager");
  const answer = await ines.ask("GET /me");
  expect(answer).toMatchObject({
    status: 200,
    body: { id: ines.id, name: "Inès Carpentier", role: "manager" },
  });
  expect(answer.headers.get("cache-control")).toBe("no-store");
});

test("a failure is said in the caller's own language", async () => {
  const jules = await visitor("Jules Lemaire", "junior", "fr");
  const answer = await jules.ask("POST /invitations", { email: "x@marmelune.example", role: "agent" });
  expect(answer.status).toBe(403);
  expect(answer.body).toMatchObject({
    error: { code: "forbidden", message: expect.stringContaining("Votre rôle") },
  });
});

test("a wrong field is named, in the caller's language", async () => {
  const hannah = await visitor("Hannah Whitlock", "admin", "fr");
  const answer = await hannah.ask("POST /invitations", { email: "not an address", role: "king" });
  expect(answer.status).toBe(422);
  expect(answer.body).toMatchObject({
    error: { code: "invalid", key: "request.field", details: [{ field: "email" }, { field: "role" }] },
  });
  expect(JSON.stringify(answer.body)).toContain("adresse e-mail invalide");
});

test("what is wrong is said by the words people have for a field, never by ours", async () => {
  const [hannah, ines] = [
    await visitor("Hannah Whitlock", "admin"),
    await visitor("Inès Carpentier", "admin", "fr"),
  ];
  const said = async (who: typeof hannah, call: string, body: object) =>
    JSON.stringify((await who.ask(call, body)).body);
  expect(await said(hannah, "POST /invitations", { role: "agent" })).toContain(
    '"message":"E-mail address: This is missing."',
  );
  expect(await said(ines, "POST /invitations", { role: "agent" })).toContain(
    '"message":"Adresse e-mail\u00a0: ',
  );
  // No word for it: the sentence alone, and the name in the details.
  const unnamed = await said(hannah, "PUT /weekly-report", {});
  expect(unnamed).toContain('"message":"Choose one of on, off."');
  expect(unnamed).toContain('"details":[{"field":"');
});

test("what is not JSON, too large or not declared as JSON is refused", async () => {
  const hannah = await visitor("Hannah Whitlock", "admin");
  expect((await hannah.ask("POST /tokens", "{")).status).toBe(400);
  expect((await hannah.ask("POST /tokens", "{}", { "content-type": "text/plain" })).status).toBe(415);
  expect((await hannah.ask("POST /tokens", { name: "x".repeat(1_100_000) })).status).toBe(413);
});

test("another site cannot use my cookie to change anything", async () => {
  const hannah = await visitor("Hannah Whitlock", "admin");
  const body = { theme: "dark" };
  const cookie = hannah.cookie;
  const forged: Array<Record<string, string>> = [
    { cookie, "sec-fetch-site": "cross-site" },
    { cookie, "sec-fetch-site": "same-site" },
    { cookie, origin: "https://evil.example" },
    { cookie },
  ];
  for (const headers of forged)
    expect(await ask("PATCH /me", body, headers)).toMatchObject({
      status: 403,
      body: { error: { key: "request.cross_site" } },
    });
  expect((await ask("PATCH /me", body, { cookie, origin: "http://localhost:3000" })).status).toBe(204);
  expect((await ask("GET /me", undefined, { cookie, "sec-fetch-site": "cross-site" })).status).toBe(200);
});

test("a bearer token acts as its person, never with more than its role, and needs no page of ours", async () => {
  const hannah = await visitor("Hannah Whitlock", "admin");
  const made = await hannah.ask("POST /tokens", { name: "shop", role: "agent" });
  expect(made.status).toBe(201);
  const { token } = made.body as { token: string };
  const authorization = `Bearer ${token}`;
  expect(await ask("GET /me", undefined, { authorization })).toMatchObject({
    status: 200,
    body: { id: hannah.id, role: "agent" },
  });
  expect((await ask("GET /tokens", undefined, { authorization })).status).toBe(403);
  expect((await ask("PATCH /me", { theme: "auto" }, { authorization })).status).toBe(204);
  expect((await ask("GET /me", undefined, { authorization: "Bearer avant_nonsense" })).body).toMatchObject({
    error: { key: "token.unknown" },
  });
});

test("a revoked token and an ended session stop at once", async () => {
  const hannah = await visitor("Hannah Whitlock", "admin");
  const made = await hannah.ask("POST /tokens", { name: "shop", role: "agent" });
  const { token, id } = made.body as { token: string; id: string };
  const authorization = `Bearer ${token}`;
  expect((await ask("GET /me", undefined, { authorization })).status).toBe(200);
  expect((await hannah.ask(`DELETE /tokens/${id}`)).status).toBe(204);
  expect((await ask("GET /me", undefined, { authorization })).status).toBe(401);
  expect((await hannah.ask("DELETE /me/session")).status).toBe(204);
  expect((await hannah.ask("GET /me")).status).toBe(401);
});

test("a deactivated colleague is out at once, and a new role counts at once", async () => {
  const hannah = await visitor("Hannah Whitlock", "admin");
  const tom = await visitor("Tom Verhaegen", "agent");
  expect((await tom.ask("GET /invitations")).status).toBe(403);
  expect((await hannah.ask(`PATCH /agents/${tom.id}`, { role: "manager" })).status).toBe(204);
  expect((await tom.ask("GET /invitations")).status).toBe(200);
  expect((await hannah.ask(`POST /agents/${tom.id}/deactivate`)).status).toBe(204);
  expect((await tom.ask("GET /me")).status).toBe(401);
});

test("a role change in another process is seen within five seconds", async () => {
  const tom = await visitor("Tom Verhaegen", "agent");
  expect((await tom.ask("GET /invitations")).status).toBe(403);
  await pool.query("update agents set role = 'manager' where id = $1", [tom.id]);
  await expect.poll(async () => (await tom.ask("GET /invitations")).status, { timeout: 40_000 }).toBe(200);
});

test("an unknown address and a malformed id are the same 404", async () => {
  const hannah = await visitor("Hannah Whitlock", "admin");
  const unknown = await hannah.ask("PATCH /agents/01999999-9999-7999-8999-999999999999", { role: "agent" });
  const malformed = await hannah.ask("PATCH /agents/1", { role: "agent" });
  expect(unknown.status).toBe(404);
  expect(malformed).toMatchObject({ status: 404, body: unknown.body });
  expect((await hannah.ask("GET /nothing")).body).toEqual(unknown.body);
});

test("the command line makes a token for somebody by address", async () => {
  const salma = await visitor("Salma Idrissi", "agent");
  const [row] = (await pool.query("select email from agents where id = $1", [salma.id])).rows;
  const { token } = await createToken(
    { kind: "system", name: "operator" },
    { name: "cli", role: "owner", email: row.email.toUpperCase() },
  );
  const answer = await ask("GET /me", undefined, { authorization: `Bearer ${token}` });
  expect(answer.body).toMatchObject({ id: salma.id, role: "agent" });
});

test("while the database is away every answer is a 503 within five seconds, which says when to try again", async () => {
  const hannah = await visitor("Hannah Whitlock", "admin");
  const kept = globalThis.avantDatabase;
  const silent = createServer(() => {}).listen(0, "127.0.0.1");
  await once(silent, "listening");
  const address = silent.address();
  if (typeof address !== "object" || address === null) throw new Error("not listening");
  try {
    for (const port of [1, address.port]) {
      connect(`postgres://avant@127.0.0.1:${port}/avant`);
      const started = Date.now();
      const answer = await hannah.ask("GET /me");
      expect(answer).toMatchObject({
        status: 503,
        body: { error: { code: "unavailable", key: "database.away" } },
      });
      expect(answer.headers.get("retry-after")).toBe("2");
      expect(Date.now() - started).toBeLessThan(5_000);
      await disconnect();
    }
  } finally {
    globalThis.avantDatabase = kept;
    silent.close();
  }
  expect((await hannah.ask("GET /me")).status).toBe(200);
});

test("the OpenAPI document and the page for reading come from the same lines", async () => {
  const document = await ask("GET /api/v1/openapi.json");
  expect(document.status).toBe(200);
  expect(document.body).toMatchObject({
    openapi: "3.1.0",
    paths: { "/api/v1/me": { get: { summary: expect.any(String) } } },
  });
  const page = await ask("GET /api/docs");
  expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(page.body).toContain("/api/v1/agents/{id}/deactivate");
});
