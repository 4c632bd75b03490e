import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { errorBody } from "./errors";
import type { AnyRoute } from "./route-line";

/** Writes a route into the OpenAPI document, from the same line that serves it. */
export function describeRoute(app: OpenAPIHono, noun: string, route: AnyRoute): void {
  const permission =
    route.permission === "anybody"
      ? "Needs no sign-in."
      : route.permission === "signed_in"
        ? "Needs a sign-in, in any role."
        : `Needs the permission \`${route.permission}\`.`;
  app.openAPIRegistry.registerPath({
    method: methods[route.method],
    path: `/api/v1${route.path}`,
    operationId: operationId(route),
    tags: [noun],
    summary: route.summary,
    description: [route.description, permission].filter(Boolean).join("\n\n"),
    security: route.permission === "anybody" ? [] : [{ bearer: [] }, { session: [] }],
    request: {
      ...(route.params instanceof z.ZodObject ? { params: route.params } : {}),
      ...(route.query instanceof z.ZodObject ? { query: route.query } : {}),
      ...(route.status === 201 && !route.isSecret && route.uploadBytes === null
        ? { headers: idempotency }
        : {}),
      ...(route.body
        ? { body: { required: true, content: { "application/json": { schema: route.body } } } }
        : {}),
      ...(route.uploadBytes === null
        ? {}
        : { body: { required: true, content: { "application/octet-stream": { schema: bytes } } } }),
    },
    responses: {
      [route.status]: {
        description: route.status === 204 ? "Done." : "As asked.",
        ...(route.produces
          ? { content: { [route.produces]: { schema: bytes } } }
          : route.response
            ? { content: { "application/json": { schema: route.response } } }
            : {}),
      },
      default: {
        description: "What went wrong, in one shape.",
        content: { "application/json": { schema: errorBody } },
      },
    },
  });
}

/** The OpenAPI 3.1 document of everything that was described. */
export function openapiDocument(app: OpenAPIHono, appUrl: string) {
  const components = app.openAPIRegistry;
  components.registerComponent("securitySchemes", "bearer", {
    type: "http",
    scheme: "bearer",
    description: "A token from Settings, or from `npm run avant -- token:create`.",
  });
  components.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: "avant.session",
    description: "The browser's own sign-in. Requests that change something must come from our own pages.",
  });
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Avant",
      version: "1",
      description:
        "Everything that our own screens do, they do through this API. Times are ISO 8601 in UTC. Lists come in pages: pass `next` of one as `cursor` of the following. A POST that answers 201 takes an `Idempotency-Key`: a repeat with the same key within 24 hours gets the first answer. Failures have one shape, with the sentence in the caller's language.",
    },
    servers: [{ url: appUrl }],
  });
}

const methods = { GET: "get", POST: "post", PUT: "put", PATCH: "patch", DELETE: "delete" } as const;

const bytes = z.string().meta({ format: "binary" });

const idempotency = z.object({
  "idempotency-key": z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: "Makes a repeat of this request harmless for 24 hours." }),
});

/** `POST /conversations/{id}/take-next` → `post_conversations_id_take_next`. */
function operationId(route: AnyRoute): string {
  return `${route.method.toLowerCase()}${route.path.replaceAll(/[^a-z]+/gi, "_")}`.replace(/_+$/, "");
}
