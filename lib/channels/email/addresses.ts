import { domainToASCII } from "node:url";

/**
 * An address as it is compared: small letters, the domain in ASCII (RFC 5890). Null for what is no address.
 * The local part may in theory tell capitals apart (RFC 5321, section 2.4); nobody's does.
 */
export function normalAddress(address: string): string | null {
  const bare = address.trim().replace(/^<|>$/g, "");
  const at = bare.lastIndexOf("@");
  if (at < 1 || bare.length > 320 || /[\s\p{Cc}<>,;]/u.test(bare)) return null;
  const domain = domainToASCII(
    bare
      .slice(at + 1)
      .toLowerCase()
      .replace(/\.$/, ""),
  );
  return domain === "" ? null : `${bare.slice(0, at).toLowerCase()}@${domain}`;
}

/**
 * The part between "+" and "@" when the rest is one of `own`, as it was written; null when it is not ours.
 * "" when the address is ours without such a part.
 */
export function plusPart(address: string, own: readonly string[]): string | null {
  const bare = address.trim().replace(/^<|>$/g, "");
  const whole = normalAddress(bare);
  if (whole === null) return null;
  if (own.includes(whole)) return "";
  const plus = bare.indexOf("+");
  const at = bare.lastIndexOf("@");
  if (plus < 1 || plus > at) return null;
  const base = normalAddress(bare.slice(0, plus) + bare.slice(at));
  return base !== null && own.includes(base) ? bare.slice(plus + 1, at) : null;
}

/** care@example.org and the token "abc" make care+abc@example.org. */
export function withPlus(address: string, token: string): string {
  const at = address.lastIndexOf("@");
  return `${address.slice(0, at)}+${token}${address.slice(at)}`;
}

/** The normalised address, with our own plus part taken off: what may be shown and answered. */
export function plainAddress(address: string, own: readonly string[]): string | null {
  const whole = normalAddress(address);
  if (whole === null || plusPart(address, own) === null || own.includes(whole)) return whole;
  return normalAddress(address.trim().replace(/\+[^@]*(?=@[^@]*$)/, ""));
}
