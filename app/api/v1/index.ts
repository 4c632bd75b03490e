import { OpenAPIHono } from "@hono/zod-openapi";
import { docsPage } from "@/app/api/docs";
import { hook } from "@/app/api/hooks";
import { signalHook } from "@/app/api/signal-hooks";
import { env } from "@/env";
import { AppError } from "@/lib/errors";
import { requestLanguage } from "@/lib/sentences";
import { acts } from "./acts";
import { agents } from "./agents";
import { asks } from "./asks";
import { attachments } from "./attachments";
import { bulk } from "./bulk";
import { byHand } from "./by-hand";
import { channels } from "./channels";
import { commitments } from "./commitments";
import { contactReasons } from "./contact-reasons";
import { conversations } from "./conversations";
import { cues } from "./cues";
import { customers } from "./customers";
import { desk } from "./desk";
import { due } from "./due";
import { duty } from "./duty";
import { entrance } from "./entrance";
import { failureResponse } from "./errors";
import { feed } from "./feed";
import { figures } from "./figures";
import { fileImports } from "./file-imports";
import { gestures } from "./gestures";
import { held } from "./held";
import { house } from "./house";
import { imports } from "./imports";
import { inbound } from "./inbound";
import { invitations } from "./invitations";
import { leaks } from "./leaks";
import { macros } from "./macros";
import { markedDates } from "./marked-dates";
import { me } from "./me";
import { merges } from "./merges";
import { moderation } from "./moderation";
import { month } from "./month";
import { mount } from "./mount";
import { notices } from "./notices";
import { notifications } from "./notifications";
import { describeRoute, openapiDocument } from "./openapi";
import { pauses } from "./pauses";
import { privacy } from "./privacy";
import { queue } from "./queue";
import { ranks } from "./ranks";
import { replies } from "./replies";
import { reports } from "./reports";
import { risk } from "./risk";
import type { AnyRoute } from "./route-line";
import { satisfaction } from "./satisfaction";
import { savedReplies } from "./saved-replies";
import { signals } from "./signals";
import { signatures } from "./signatures";
import { spikes } from "./spikes";
import { brands, teams } from "./teams";
import { tokens } from "./tokens";
import { triage } from "./triage";
import { weekly } from "./weekly";

/** The map of the product: every noun, every route. */
export const nouns = {
  queue,
  triage,
  ranks,
  due,
  reports,
  figures,
  risk,
  bulk,
  moderation,
  merges,
  conversations,
  acts,
  replies,
  held,
  savedReplies,
  macros,
  signatures,
  asks,
  commitments,
  gestures,
  attachments,
  customers,
  privacy,
  cues,
  desk,
  channels,
  feed,
  byHand,
  imports,
  fileImports,
  signals,
  inbound,
  brands,
  teams,
  agents,
  invitations,
  house,
  notifications,
  notices,
  pauses,
  leaks,
  satisfaction,
  contactReasons,
  markedDates,
  month,
  weekly,
  spikes,
  duty,
  tokens,
  me,
  entrance,
};

type Lines = (typeof nouns)[keyof typeof nouns][number];

/** The types of every route by its name, for the browser's client. */
export type Api = { [Line in Lines as Line["key"]]: NonNullable<Line["types"]> };

/** The one edge: everything that changes anything from outside comes through here. Served before Next sees it. */
export const api = new OpenAPIHono();

for (const [noun, routes] of Object.entries<readonly AnyRoute[]>(nouns)) {
  for (const line of routes) {
    mount(api, line);
    describeRoute(api, noun, line);
  }
}

let document: string | undefined;

/** Made on the first request: not worth the time of a start. */
function openapi(): string {
  document ??= JSON.stringify(openapiDocument(api, env.APP_URL));
  return document;
}

api.get("/api/v1/openapi.json", (c) => c.body(openapi(), 200, { "content-type": "application/json" }));
api.get("/api/docs", () => docsPage(JSON.parse(openapi())));

api.all("/api/hooks/signals/:source/:key?", signalHook);
api.all("/api/hooks/:kind/:channel", hook);

api.notFound((c) =>
  failureResponse(new AppError("not_found", "not_found"), requestLanguage(c.req.raw.headers)),
);
