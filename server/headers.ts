import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "@/env";

const isSecure = env.APP_URL.startsWith("https:");

/**
 * Sets the headers that every answer carries, and the content security policy: for pages with a fresh nonce, which
 * Next takes from the request's own header and puts on its scripts; for the rest one that allows nothing. A route
 * that needs another policy sets its own.
 */
export function secure(
  request: IncomingMessage,
  response: ServerResponse,
  kind: "page" | "api",
  dev: boolean,
): void {
  const path = request.url ?? "/";
  // The public form is the one page that other sites may show in a frame, and embed.js the one script they load.
  const isForm = /^\/f\//.test(path);
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "same-origin");
  response.setHeader(
    "permissions-policy",
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  );
  response.setHeader("cross-origin-opener-policy", "same-origin");
  if (!isForm) response.setHeader("x-frame-options", kind === "page" ? "DENY" : "SAMEORIGIN");
  if (!isForm && path !== "/embed.js") response.setHeader("cross-origin-resource-policy", "same-origin");
  if (isSecure) response.setHeader("strict-transport-security", "max-age=31536000");

  if (kind === "api") {
    response.setHeader("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
    return;
  }
  const nonce = randomBytes(16).toString("base64");
  const policy = pagePolicy(nonce, request.headers.host ?? "", isForm, dev);
  // Whatever the browser sent under this name must not choose the nonce.
  request.headers["content-security-policy"] = policy;
  delete request.headers["content-security-policy-report-only"];
  response.setHeader("content-security-policy", policy);
}

function pagePolicy(nonce: string, host: string, isForm: boolean, dev: boolean): string {
  // The host comes from the request: only what can stand in a source expression.
  const socket = /^[\w.:[\]-]+$/.test(host) ? ` ${isSecure ? "wss" : "ws"}://${host}` : "";
  return [
    "default-src 'self'",
    // React's development build evaluates text to rebuild stacks.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    // Style attributes are everywhere in React; a stylesheet cannot run code.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${socket}`,
    "frame-src 'self' blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${isForm ? "*" : "'none'"}`,
  ].join("; ");
}
