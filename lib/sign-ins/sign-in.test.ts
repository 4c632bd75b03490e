import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import { type OAuthServer, startOAuthServer } from "@/e2e/support/oauth-server";
import type { Actor } from "@/lib/access";
import { loadChannel, openSecrets, sealSecrets } from "@/lib/channels/load";
import { finishSignIn } from "./finish";
import { startSignIn } from "./start";

testDatabase();
let desk: TestDesk;
let provider: OAuthServer;
let ines: Actor;
let hannah: Actor;

beforeAll(async () => {
  desk = await testDesk();
  provider = await startOAuthServer();
  ines = await testAgent("Inès Carpentier", "admin", [], [desk.brandId]);
  hannah = await testAgent("Hannah Whitlock", "admin", [], [desk.brandId]);
});
afterAll(() => provider.stop());
beforeEach(async () => {
  Object.assign(provider.state, { isAway: false, allows: true });
  provider.asked.length = 0;
  const { clientSecret, ...config } = provider.settings;
  const settings = JSON.stringify({ address: provider.mailbox, ...config });
  await db.execute(sql`
    update channels set config = ${settings}::jsonb, secrets = ${sealSecrets({ clientSecret })}, failing_since = null,
      failure_code = null, failure_params = null where id = ${desk.channelId}`);
});

/** The browser goes there and comes back. */
async function visit(url: string): Promise<{ state: string; code: string | null; error: string | null }> {
  const answer = await fetch(url, { redirect: "manual" });
  const back = new URL(answer.headers.get("location") ?? "");
  expect(`${back.origin}${back.pathname}`).toBe("http://localhost:3000/sign-ins/done");
  const { searchParams } = back;
  return {
    state: searchParams.get("state") ?? "",
    code: searchParams.get("code"),
    error: searchParams.get("error"),
  };
}

async function begun(actor: Actor = ines) {
  return visit((await startSignIn(actor, { channelId: desk.channelId })).url);
}

async function kept(): Promise<{ access: string; refresh: string } | null> {
  const { tokens } = openSecrets((await loadChannel(desk.channelId))?.secrets ?? null);
  return typeof tokens === "string" ? JSON.parse(tokens) : null;
}

async function health() {
  const found = await db.execute<{ code: string | null; params: object | null }>(
    sql`select failure_code as code, failure_params as params from channels where id = ${desk.channelId}`,
  );
  return found.rows[0];
}

test("a sign-in gives the channel its tokens, sealed, and proves who began it", async () => {
  const { url } = await startSignIn(ines, { channelId: desk.channelId });
  const query = new URL(url).searchParams;
  expect(Object.fromEntries(query)).toMatchObject({
    response_type: "code",
    client_id: provider.client.id,
    code_challenge_method: "S256",
    login_hint: provider.mailbox,
    redirect_uri: "http://localhost:3000/sign-ins/done",
  });
  // Nobody who sees the address learns the verifier or the secret from it.
  expect(url).not.toContain(encodeURIComponent(provider.client.secret));
  expect(await finishSignIn(ines, await visit(url))).toEqual({
    channelId: desk.channelId,
    isSignedIn: true,
  });
  expect(provider.asked).toHaveLength(1);
  expect(provider.asked[0]).toMatchObject({ grant_type: "authorization_code" });
  expect(provider.asked[0]?.code_verifier).toMatch(/^[\w-]{43,128}$/);
  const tokens = await kept();
  expect(provider.isGood(tokens?.access ?? "")).toBe(true);
  const stored = await db.execute<{ whole: string }>(
    sql`select config::text || secrets as whole from channels where id = ${desk.channelId}`,
  );
  expect(stored.rows[0]?.whole).not.toContain(tokens?.access);
  expect(stored.rows[0]?.whole).not.toContain(tokens?.refresh);
});

test("the same answer a second time is refused and asks the other side nothing", async () => {
  const back = await begun();
  await finishSignIn(ines, back);
  const first = await kept();
  await expect(finishSignIn(ines, back)).rejects.toMatchObject({ key: "channel.sign_in_over" });
  expect(provider.asked).toHaveLength(1);
  expect(await kept()).toEqual(first);
});

test("two answers at the same moment are one", async () => {
  const back = await begun();
  const both = await Promise.allSettled([finishSignIn(ines, back), finishSignIn(ines, back)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(provider.asked).toHaveLength(1);
});

test("a state is good for whoever began it: another administrator lends their browser to nobody", async () => {
  const back = await begun(hannah);
  await expect(finishSignIn(ines, back)).rejects.toMatchObject({ key: "channel.sign_in_over" });
  expect(provider.asked).toEqual([]);
  // The wrong browser has not used it up.
  expect((await finishSignIn(hannah, back)).isSignedIn).toBe(true);
});

test("who may not change channels neither begins a sign-in nor ends one", async () => {
  await expect(startSignIn(desk.salma, { channelId: desk.channelId })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(finishSignIn(desk.salma, await begun())).rejects.toMatchObject({ code: "forbidden" });
  expect(provider.asked).toEqual([]);
});

test("a state that was changed, made up, or is over leads nowhere", async () => {
  const back = await begun();
  const middle = Math.floor(back.state.length / 2);
  const other = back.state[middle] === "A" ? "B" : "A";
  const bent = back.state.slice(0, middle) + other + back.state.slice(middle + 1);
  for (const state of [bent, "", "x", Buffer.from(JSON.stringify({ channelId: desk.channelId })).toString()])
    await expect(finishSignIn(ines, { ...back, state })).rejects.toMatchObject({
      key: "channel.sign_in_over",
    });
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 11 * 60_000 });
  await expect(finishSignIn(ines, back)).rejects.toMatchObject({ key: "channel.sign_in_over" });
  vi.useRealTimers();
  expect(provider.asked).toEqual([]);
});

test("the tokens go to the channel that the sign-in was begun for", async () => {
  const other = await testDesk();
  const back = await begun();
  expect(await finishSignIn(ines, back)).toMatchObject({ channelId: desk.channelId });
  expect((await loadChannel(other.channelId))?.secrets).toBeNull();
});

test("a person who does not agree there is told, and the tokens stay as they were", async () => {
  await finishSignIn(ines, await begun());
  const before = await kept();
  provider.state.allows = false;
  const back = await begun();
  expect(back).toMatchObject({ code: null, error: "access_denied" });
  expect(await finishSignIn(ines, back)).toEqual({ channelId: desk.channelId, isSignedIn: false });
  expect(await health()).toEqual({ code: "sign_in_denied", params: { answer: "access_denied" } });
  expect(await kept()).toEqual(before);
});

test("a code that the other side no longer takes, and a side that is away, are told apart", async () => {
  const late = await begun();
  expect((await finishSignIn(ines, { ...late, code: "another" })).isSignedIn).toBe(false);
  expect(await health()).toMatchObject({
    code: "sign_in_refused",
    params: { answer: "Token has been expired or revoked." },
  });
  const back = await begun();
  provider.state.isAway = true;
  expect((await finishSignIn(ines, back)).isSignedIn).toBe(false);
  expect(await health()).toMatchObject({ code: "sign_in_unreachable" });
});

test("what waits for access leaves once somebody has signed in", async () => {
  await db.execute(
    sql`update channels set failing_since = now(), failure_code = 'sign_in_again' where id = ${desk.channelId}`,
  );
  const before = (await loadChannel(desk.channelId))?.version ?? 0;
  await finishSignIn(ines, await begun());
  expect(await health()).toEqual({ code: null, params: null });
  // A higher version starts the channel again.
  expect((await loadChannel(desk.channelId))?.version).toBe(before + 1);
});

test("settings without an application are not ready", async () => {
  await db.execute(sql`update channels set config = config - 'clientId' where id = ${desk.channelId}`);
  await expect(startSignIn(ines, { channelId: desk.channelId })).rejects.toMatchObject({
    key: "channel.sign_in_not_ready",
  });
});
