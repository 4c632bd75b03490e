import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { asExpected } from "@/app/api/v1/errors";
import { api } from "@/app/api/v1/index";
import { env, isLoopback } from "@/env";
import { callerOf } from "@/lib/agents/session";
import { readHealth } from "@/lib/health";
import { log } from "@/lib/log";
import { stampNetwork } from "@/lib/network";
import { secure } from "./headers";
import { prepareForm } from "./public-form";
import { prepareSurvey } from "./survey-page";

export type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Answers a request: health, and the API and hooks by Hono, before Next sees it, the rest by Next. `pages` is null in a
 * process that serves none, and `isReady` false while it starts.
 */
export function requestHandler(state: { pages: Pages | null; isReady: boolean; dev: boolean }): Pages {
  const edge = getRequestListener((request, bindings) => api.fetch(request, bindings), {
    overrideGlobalObjects: false,
  });

  return async function handle(request, response) {
    try {
      await answer(request, response);
    } catch (error) {
      // Nobody waits for this promise: a rejection would end the whole process, and with it everybody's work.
      failed(request, response, error);
    }
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    stampNetwork(request);
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    const isEdge = /^\/(api\/(v1|hooks|docs)|health)(\/|$)/.test(path);
    secure(request, response, isEdge ? "api" : "page", state.dev);
    if (isStrangeHost(request.headers.host)) {
      return refuse(response, 421, "This address is not known here. Set APP_URL to the address people use.");
    }
    if (!state.isReady) {
      response.setHeader("retry-after", "1");
      return refuse(response, 503, "Avant is starting. Try again in a moment.");
    }
    if (path === "/health") return answerHealth(request, response);
    if (isEdge) return edge(request, response);
    if (state.pages === null) return refuse(response, 404, "This process serves no pages (ROLE=worker).");
    await prepareForm(request, response);
    await prepareSurvey(request, response);
    return state.pages(request, response);
  }
}

function failed(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const expected = asExpected(error);
  // The rest of such an address is a key.
  const path = request.url?.split("?", 1)[0]?.replace(/^\/csat\/.*/, "/csat/…");
  if (!expected) log.error({ err: error, path }, "a request failed");
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (expected?.code === "unavailable") {
    response.setHeader("retry-after", "2");
    refuse(response, 503, "The database does not answer. Try again in a moment.");
  } else refuse(response, 500, "Something broke on our side.");
}

/** 200 when ready, else 503, for load balancers; the parts and channels only for who has a sign-in or a token. */
async function answerHealth(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const known = await callerOf({
    get: (name) => [request.headers[name.toLowerCase()]].flat().join("; ") || null,
  }).catch(() => null);
  const whole = await readHealth();
  const health = known ? whole : { ready: whole.ready };
  response
    .writeHead(whole.ready ? 200 : 503, { "content-type": "application/json", "cache-control": "no-store" })
    .end(JSON.stringify(health));
}

/**
 * Where the demo signs people in with a click, a foreign page could point its own name at 127.0.0.1 (DNS
 * rebinding) and click too: there only names of this machine are answered.
 */
function isStrangeHost(host: string | undefined): boolean {
  if (!env.DEMO || host === undefined) return false;
  const name = host.replace(/:\d+$/, "").replace(/^\[|\]$/g, "");
  return !isLoopback(name) && name !== new URL(env.APP_URL).hostname;
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response
    .writeHead(status, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" })
    .end(`${text}\n`);
}
