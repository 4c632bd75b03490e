import type { Context } from "hono";
import type { z } from "zod";
import type { Language } from "@/db/enums";
import type { Action, Actor } from "@/lib/access";
import { parsePart } from "./parse";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** The name of a route, and the key of its types in the browser's client: `POST /conversations/{id}/assign`. */
export type RouteKey = `${Method} /${string}`;

/**
 * Who may knock: an action of lib/access.ts, `signed_in` for what every colleague may do to their own things,
 * `anybody` for the few doors in front of the sign-in.
 */
export type Permission = Action | "signed_in" | "anybody";

/** Parts of a request as they came in: strings from the address, JSON from the body. */
export type RawInput = { params: unknown; query: unknown; body: unknown };

export type Input<P, Q, B> = { params: P; query: Q; body: B };

/** What the browser's client knows of a route. Dates travel as ISO 8601 strings. */
export type RouteTypes<P, Q, B, R> = { params: P; query: Q; body: B; response: R };

/** A route with its types erased: what the mounting, the documents and the access matrix work with. */
export type AnyRoute = Route<RouteKey, unknown>;

export type Route<Key extends RouteKey, Types> = {
  key: Key;
  method: Method;
  /** With parameters in braces, below /api/v1. */
  path: string;
  permission: Permission;
  summary: string;
  description: string | undefined;
  status: 200 | 201 | 202 | 204;
  params: z.ZodType | undefined;
  query: z.ZodType | undefined;
  body: z.ZodType | undefined;
  response: z.ZodType | undefined;
  /** Bytes that an upload may have; null for routes that take JSON. */
  uploadBytes: number | null;
  /** Content type of an answer that is not JSON. */
  produces: string | null;
  /** The answer holds something that is shown once, so it is never kept for a repeat. */
  isSecret: boolean;
  answer(actor: Actor | null, raw: RawInput, language: Language, c: Context): Promise<unknown>;
  /** Never set; carries the types. */
  types?: Types;
};

type Definition<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> = {
  summary: string;
  description?: string;
  /** 200 with a response, 204 without one, unless said; 201 honours the Idempotency-Key. */
  status?: 200 | 201 | 202;
  params?: P;
  query?: Q;
  body?: B;
  response?: R;
  uploadBytes?: number;
  produces?: string;
  /** `once`: the answer holds a secret that is shown once and is never kept for a repeat. */
  shown?: "once";
};

type Handed<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Input<
  z.output<P>,
  z.output<Q>,
  z.output<B>
>;

// biome-ignore lint/suspicious/noConfusingVoidType: a route without a response runs a command that resolves with nothing
type Returned<R extends z.ZodType> = Response | (R extends z.ZodUndefined ? void : z.input<R>);

type Carried<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> = RouteTypes<
  z.input<P>,
  z.input<Q>,
  z.input<B>,
  z.output<R>
>;

/**
 * One line of the product's map: who may, what comes in, what goes out, and the one call into lib. `run` gets parsed
 * input; what it returns is parsed by `response`, so that no field leaves that was not declared. A `Response` that
 * it returns is sent as it is.
 */
export function route<
  const Key extends RouteKey,
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  R extends z.ZodType = z.ZodUndefined,
>(
  key: Key,
  definition: Definition<P, Q, B, R> & {
    permission: Action | "signed_in";
    run(actor: Actor, input: Handed<P, Q, B>, c: Context): Promise<Returned<R>>;
  },
): Route<Key, Carried<P, Q, B, R>> {
  return {
    ...described(key, definition),
    permission: definition.permission,
    async answer(actor, raw, language, c) {
      if (!actor) throw new Error(`${key} was called without an actor`);
      return leave(definition.response, await definition.run(actor, enter(definition, raw, language), c));
    },
  };
}

/** A door in front of the sign-in: `run` gets no actor. */
export function openRoute<
  const Key extends RouteKey,
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  R extends z.ZodType = z.ZodUndefined,
>(
  key: Key,
  definition: Definition<P, Q, B, R> & {
    run(input: Handed<P, Q, B>, c: Context): Promise<Returned<R>>;
  },
): Route<Key, Carried<P, Q, B, R>> {
  return {
    ...described(key, definition),
    permission: "anybody",
    async answer(_actor, raw, language, c) {
      return leave(definition.response, await definition.run(enter(definition, raw, language), c));
    },
  };
}

function described<Key extends RouteKey>(
  key: Key,
  definition: Definition<z.ZodType, z.ZodType, z.ZodType, z.ZodType>,
) {
  return {
    key,
    method: methodOf(key),
    path: key.slice(key.indexOf(" ") + 1),
    summary: definition.summary,
    description: definition.description,
    status: definition.status ?? (definition.response || definition.produces ? 200 : 204),
    params: definition.params,
    query: definition.query,
    body: definition.body,
    response: definition.response,
    uploadBytes: definition.uploadBytes ?? null,
    produces: definition.produces ?? null,
    isSecret: definition.shown === "once",
  } as const;
}

const methods: readonly Method[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

function methodOf(key: RouteKey): Method {
  const method = methods.find((name) => key.startsWith(`${name} `));
  if (!method) throw new Error(`${key} names no method`);
  return method;
}

function enter<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  schemas: { params?: P; query?: Q; body?: B },
  raw: RawInput,
  language: Language,
): Handed<P, Q, B> {
  return {
    params: parsePart(schemas.params, raw.params, "params", language),
    query: parsePart(schemas.query, raw.query, "query", language),
    body: parsePart(schemas.body, raw.body, "body", language),
  };
}

function leave(schema: z.ZodType | undefined, result: unknown): unknown {
  if (result instanceof Response) return result;
  return schema ? schema.parse(result) : undefined;
}
