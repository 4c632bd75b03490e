import { randomUUID } from "node:crypto";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Language } from "@/db/enums";
import { env } from "@/env";
import { authorize } from "@/lib/access";
import { type Caller, callerOf } from "@/lib/agents/session";
import type { Json } from "@/lib/channels/channel";
import { fail } from "@/lib/errors";
import { once } from "@/lib/idempotency";
import { log } from "@/lib/log";
import { requestLanguage } from "@/lib/sentences";
import { readJson } from "./body";
import { asExpected, failureResponse, faultResponse } from "./errors";
import type { AnyRoute, RawInput } from "./route-line";
import { isSameOrigin } from "./same-origin";

/** Hangs a route into the app: who is calling, may they, read, run, answer. Every request goes this way. */
export function mount(app: OpenAPIHono, route: AnyRoute): void {
  app.on(route.method, `/api/v1${route.path.replaceAll(/\{(\w+)\}/g, ":$1")}`, async (c) => {
    let language = requestLanguage(c.req.raw.headers);
    try {
      const caller = await callerOf(c.req.raw.headers);
      if (caller) language = requestLanguage(c.req.raw.headers, caller.actor.language);
      return await answer(route, caller, language, c);
    } catch (error) {
      const expected = asExpected(error);
      if (expected) return failureResponse(expected, language);
      const reference = randomUUID().slice(0, 8);
      log.error({ err: error, reference, route: route.key }, "a request failed");
      return faultResponse(reference, language);
    }
  });
}

async function answer(
  route: AnyRoute,
  caller: Caller | null,
  language: Language,
  c: Context,
): Promise<Response> {
  admit(route, caller, c);
  const raw: RawInput = { params: c.req.param(), query: queryOf(c), body: undefined };
  if (route.body) raw.body = await readJson(c.req.raw);
  const actor = caller?.actor ?? null;
  const key = c.req.header("idempotency-key");
  if (!actor || !key || route.status !== 201 || route.isSecret || route.uploadBytes !== null)
    return respond(route, await route.answer(actor, raw, language, c));

  const kept = await once(
    actor,
    { key, route: `${route.method} ${c.req.path}`, request: JSON.stringify(raw) },
    async () => ({ status: route.status, body: plain(await route.answer(actor, raw, language, c)) }),
  );
  return Response.json(kept.body, {
    status: kept.status,
    headers: { "cache-control": "no-store", ...(kept.isRepeat ? { "idempotent-replayed": "true" } : {}) },
  });
}

function admit(route: AnyRoute, caller: Caller | null, c: Context): void {
  const changes = route.method !== "GET";
  const isBearer = c.req.header("authorization") !== undefined;
  // A browser adds the cookie to whatever any site sends here; a bearer token it never adds by itself.
  const mayBeForged =
    changes && !isBearer && (caller !== null || c.req.header("sec-fetch-site") !== undefined);
  if (mayBeForged && !isSameOrigin(c.req.raw.headers, env.APP_URL)) fail("forbidden", "request.cross_site");
  if (route.permission === "anybody") return;
  if (!caller) fail("forbidden", isBearer ? "token.unknown" : "session.required");
  if (route.permission !== "signed_in") authorize(caller.actor, route.permission);
}

function respond(route: AnyRoute, result: unknown): Response {
  if (result instanceof Response) return result;
  const headers = { "cache-control": "no-store" };
  if (route.status === 204) return new Response(null, { status: 204, headers });
  return Response.json(result, { status: route.status, headers });
}

/** One value as text, several under one name as a list. */
function queryOf(c: Context): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [
      name,
      values.length === 1 ? (values[0] ?? "") : values,
    ]),
  );
}

function plain(result: unknown): Json {
  return JSON.parse(JSON.stringify(result ?? null));
}
