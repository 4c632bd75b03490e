import compile from "icu-minify/compile";
import formatCompiled from "use-intl/format-message/format-only";

/**
 * What use-intl formats messages with on the server (see `resolveAlias` in next.config.mjs). Pages for the browser
 * carry their sentences compiled, so that the parser, 8 kB of JavaScript, stays here; the server's own sentences
 * are compiled when they are first said.
 */
export default function formatMessage(
  ...[key, message, values, options]: Parameters<typeof formatCompiled>
): ReturnType<typeof formatCompiled> {
  return formatCompiled(key, typeof message === "string" ? compiled(message) : message, values, options);
}
formatMessage.raw = false;

const known = new Map<string, ReturnType<typeof compile>>();

function compiled(message: string): ReturnType<typeof compile> {
  const found = known.get(message) ?? compile(message);
  known.set(message, found);
  return found;
}
