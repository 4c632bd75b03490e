import { createHash } from "node:crypto";
import { html, raw } from "hono/html";
import { script, style } from "./docs-look";

type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  additionalProperties?: Schema | boolean;
  maxLength?: number;
  minLength?: number;
  default?: unknown;
};
type Content = { content?: Record<string, { schema?: Schema }> };
type Operation = {
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: Array<{ name: string; in: string; required?: boolean; schema?: Schema; description?: string }>;
  requestBody?: Content;
  responses: Record<string, Content>;
};

/** The part of an OpenAPI document that the page shows. */
export type ShownDocument = {
  info: { title: string; description?: string };
  paths?: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
};

/**
 * The API for reading: one page, made here from the OpenAPI document, with nothing loaded from anywhere. Works without
 * JavaScript; with it, the search field filters.
 */
export async function docsPage(document: ShownDocument): Promise<Response> {
  const schemas = document.components?.schemas ?? {};
  const groups = new Map<string, Array<{ method: string; path: string; operation: Operation }>>();
  for (const [path, methods] of Object.entries(document.paths ?? {})) {
    for (const [method, operation] of Object.entries(methods)) {
      const noun = operation.tags?.[0] ?? "other";
      groups.set(noun, [...(groups.get(noun) ?? []), { method: method.toUpperCase(), path, operation }]);
    }
  }
  const page = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>API · ${document.info.title}</title>
<style>${raw(style)}</style>
</head>
<body>
<header>
<h1>${document.info.title} API</h1>
<p>${marked(document.info.description ?? "")}</p>
<p><a href="/api/v1/openapi.json">OpenAPI document</a></p>
<label>Search <input id="search" type="search" autocomplete="off" placeholder="assign, tag, channel…"></label>
<p id="count" role="status"></p>
</header>
<div class="columns">
<nav aria-label="Nouns"><ul>${[...groups.keys()].map((noun) => html`<li><a href="#${noun}">${spaced(noun)}</a></li>`)}</ul></nav>
<main>
${[...groups].map(
  ([noun, operations]) => html`<section id="${noun}"><h2>${spaced(noun)}</h2>
${operations.map(({ method, path, operation }) => entry(method, path, operation, schemas))}
</section>`,
)}
</main>
</div>
<script>${raw(script)}</script>
</body>
</html>`;
  return new Response(String(page), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; style-src '${hash(style)}'; script-src '${hash(script)}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-cache",
    },
  });
}

function entry(method: string, path: string, operation: Operation, schemas: Record<string, Schema>) {
  const [status = "200", answer] = Object.entries(operation.responses)[0] ?? [];
  return html`<details>
<summary><span class="method ${method.toLowerCase()}">${method}</span> <code>${path}</code> <span class="what">${operation.summary ?? ""}</span></summary>
${(operation.description ?? "").split("\n\n").map((text) => html`<p>${marked(text)}</p>`)}
${
  operation.parameters?.length
    ? html`<h3>Parameters</h3><dl>${operation.parameters.map(
        (
          parameter,
        ) => html`<dt><code>${parameter.name}</code> <small>${parameter.in}${parameter.required ? "" : ", optional"}</small></dt>
<dd>${shape(parameter.schema, schemas, 0)} ${parameter.description ?? parameter.schema?.description ?? ""}</dd>`,
      )}</dl>`
    : ""
}
${operation.requestBody ? html`<h3>Body</h3>${body(operation.requestBody, schemas)}` : ""}
<h3>Answer <small>${status}</small></h3>${answer?.content ? body(answer, schemas) : html`<p>Empty.</p>`}
</details>`;
}

function body({ content }: Content, schemas: Record<string, Schema>) {
  return Object.entries(content ?? {}).map(
    ([type, { schema }]) => html`<p><small>${type}</small></p>${shape(schema, schemas, 0)}`,
  );
}

/** A schema in words: objects as lists of fields, unions as alternatives. */
function shape(schema: Schema | undefined, schemas: Record<string, Schema>, depth: number): unknown {
  if (!schema) return "";
  if (schema.$ref) {
    const name = schema.$ref.split("/").at(-1) ?? "";
    return depth > 4 ? html`<code>${name}</code>` : shape(schemas[name], schemas, depth + 1);
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices)
    return html`${choices.map(
      (choice, index) => html`${index > 0 ? html` <em>or</em> ` : ""}${shape(choice, schemas, depth + 1)}`,
    )}`;
  if (schema.properties && depth < 8)
    return html`<dl class="fields">${Object.entries(schema.properties).map(
      ([
        name,
        field,
      ]) => html`<dt><code>${name}</code>${schema.required?.includes(name) ? "" : html` <small>optional</small>`}</dt>
<dd>${shape(field, schemas, depth + 1)}${field.description ? html` ${field.description}` : ""}</dd>`,
    )}</dl>`;
  if (schema.items) return html`<em>list of</em> ${shape(schema.items, schemas, depth + 1)}`;
  if (schema.enum)
    return html`${schema.enum.map((value, index) => html`${index > 0 ? " · " : ""}<code>${String(value)}</code>`)}`;
  if (schema.const !== undefined) return html`<code>${String(schema.const)}</code>`;
  if (typeof schema.additionalProperties === "object")
    return html`<em>map of</em> ${shape(schema.additionalProperties, schemas, depth + 1)}`;
  const type = [schema.type ?? "anything"].flat().join(" or ");
  const limit = schema.maxLength ? `, at most ${schema.maxLength} characters` : "";
  return html`<span class="type">${type}${schema.format ? ` (${schema.format})` : ""}${limit}</span>`;
}

/** Backticks become code; everything else stays text. */
function marked(text: string) {
  return text.split("`").map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));
}

function spaced(noun: string): string {
  return noun.replaceAll(/([A-Z])/g, " $1").toLowerCase();
}

function hash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
