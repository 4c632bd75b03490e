import { createRequire } from "node:module";
import { sql } from "drizzle-orm";
import { OAuth2Server } from "oauth2-mock-server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { testAgent } from "@/db/test-desk";

testDatabase();

const issuer = new OAuth2Server();
const app = "http://localhost:3000";

beforeAll(async () => {
  await issuer.issuer.keys.generate("RS256");
  await issuer.start(0, "127.0.0.1");
  vi.stubEnv("OIDC_ISSUER", issuer.issuer.url ?? "");
  vi.stubEnv("OIDC_CLIENT_ID", "avant");
  vi.stubEnv("OIDC_CLIENT_SECRET", "a secret for tests");
  vi.stubEnv("NEXTAUTH_URL", app);
  vi.resetModules();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await issuer.stop();
});

test("a colleague comes in by the company's own sign-in", async () => {
  const salma = await testAgent("Salma Idrissi", "agent", [], []);
  const browser = await newBrowser();
  says({ email: `${salma.id}@marmelune.example`, email_verified: true });
  const landed = await browser.signIn();
  expect(landed).toBe(`${app}/queue`);
  const { sessionActor } = await import("./session");
  const headers = new Headers({ cookie: browser.cookies() });
  expect(await sessionActor(headers)).toMatchObject({ id: salma.id, role: "agent" });

  await browser.post("signout");
  expect(await sessionActor(headers)).toBeNull();
});

test("a stranger, an unverified address and a deactivated colleague are sent back with a reason", async () => {
  const tom = await testAgent("Tom Verhaegen", "agent", [], []);
  await db.execute(sql`update agents set deactivated_at = now() where id = ${tom.id}`);
  const salma = await testAgent("Salma Idrissi", "agent", [], []);
  for (const claims of [
    { sub: "1", email: "stranger@example.org", email_verified: true },
    { sub: "2", email: `${salma.id}@marmelune.example`, email_verified: false },
    { sub: "3", email: `${salma.id}@marmelune.example` },
    { sub: "4", email: `${tom.id}@marmelune.example`, email_verified: true },
    { sub: "5" },
  ]) {
    const browser = await newBrowser();
    says(claims);
    expect(await browser.signIn()).toBe("/sign-in?error=oidc.unknown");
    expect(browser.cookies()).not.toContain("avant.session=");
  }
});

test("an answer that was not asked for by this browser is refused", async () => {
  const salma = await testAgent("Salma Idrissi", "agent", [], []);
  says({ email: `${salma.id}@marmelune.example` });
  const victim = await newBrowser();
  const landed = await victim.get(`callback/oidc?code=stolen&state=forged`);
  expect(landed.location).toContain("/error?error=OAuthCallback");
  expect(victim.cookies()).not.toContain("avant.session=");
});

let claims: Record<string, unknown> = {};

function says(next: Record<string, unknown>): void {
  claims = next;
}

/** A browser as far as next-auth needs one: keeps cookies, follows the way through the issuer by hand. */
async function newBrowser() {
  // The package shows its handler only behind Next's requests; the file is there all the same.
  const { AuthHandler } = createRequire(import.meta.url)("../../node_modules/next-auth/core/index.js");
  const { authOptions } = await import("./auth");
  issuer.service.removeAllListeners("beforeTokenSigning");
  issuer.service.on("beforeTokenSigning", (token: { payload: Record<string, unknown> }) => {
    delete token.payload.email;
    Object.assign(token.payload, claims);
  });
  const jar = new Map<string, string>();

  async function ask(method: string, path: string, body?: Record<string, string>) {
    const url = new URL(`${app}/api/auth/${path}`);
    const [action, providerId] = url.pathname.split("/").slice(3);
    const answer = await AuthHandler({
      req: {
        method,
        action,
        providerId,
        query: Object.fromEntries(url.searchParams),
        cookies: Object.fromEntries(jar),
        headers: {},
        body,
      },
      options: authOptions(new Headers()),
    });
    for (const { name, value } of answer.cookies ?? []) {
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    return { location: answer.redirect ?? "", body: answer.body };
  }

  async function post(path: string, fields: Record<string, string> = {}) {
    const { body } = await ask("GET", "csrf");
    const csrfToken =
      typeof body === "object" && body !== null && "csrfToken" in body ? String(body.csrfToken) : "";
    return ask("POST", path, { ...fields, csrfToken });
  }

  return {
    get: (path: string) => ask("GET", path),
    post,
    cookies: () => [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
    async signIn(): Promise<string> {
      const { location } = await post("signin/oidc", { callbackUrl: `${app}/queue` });
      const atIssuer = await fetch(location, { redirect: "manual" });
      const back = new URL(atIssuer.headers.get("location") ?? "");
      return (await ask("GET", `callback/oidc${back.search}`)).location;
    },
  };
}
