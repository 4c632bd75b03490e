import type { IncomingMessage, ServerResponse } from "node:http";
import { findForm } from "@/lib/channels/find-form";
import { frameAncestors } from "@/lib/channels/form/config";

/**
 * Before Next draws a public form: which sites may frame it, and 404 for one that does not exist. Next's own
 * notFound() draws its page in the browser only, so without JavaScript it would stay white; our page draws the
 * words itself and keeps the status that it finds.
 */
export async function prepareForm(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const slug = /^\/f\/([^/?]+)/.exec(request.url ?? "")?.[1];
  if (slug === undefined) return;
  const form = await findForm(decoded(slug));
  if (form === null) response.statusCode = 404;
  const policy = String(response.getHeader("content-security-policy")).replace(
    /frame-ancestors [^;]*/,
    `frame-ancestors ${form === null ? "'none'" : frameAncestors(form.config).join(" ")}`,
  );
  request.headers["content-security-policy"] = policy;
  response.setHeader("content-security-policy", policy);
}

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}
