import { createHash } from "node:crypto";
import { domainToASCII } from "node:url";
import { type IdentityKind, identityKinds } from "@/db/enums";
import { isRoleAddress } from "@/lib/customers/proof";
import { cleanLine } from "@/lib/text/clean";
import type { Signal, SignalCustomer } from "./signal";

/** One address or number as it is compared and as it was told; `isShared`: an office writes from it, not a person. */
export type Key = { kind: IdentityKind; value: string; display: string; isShared: boolean };

/**
 * By what a customer may be known, the strongest first: their number, then addresses. Values are normalised as the
 * channels do. Empty where nothing of it can be an address.
 */
export function keysOf(who: SignalCustomer): Key[] {
  const keys: Key[] = [];
  const number = cleanLine(who.customerNumber ?? "", 100);
  if (number) keys.push({ kind: "customer_number", value: number, display: number, isShared: false });
  const email = addressOf(cleanLine(who.email ?? "", 254));
  if (email)
    keys.push({
      kind: "email",
      value: email,
      display: cleanLine(who.email ?? "", 254),
      isShared: isRoleAddress(email),
    });
  const phone = phoneOf(who.phone ?? "");
  if (phone)
    keys.push({ kind: "phone", value: phone, display: cleanLine(who.phone ?? "", 40), isShared: false });
  const handle = handleOf(who.handle);
  if (handle) keys.push(handle);
  return keys;
}

export function addressOf(email: string): string | null {
  const at = email.lastIndexOf("@");
  if (at < 1 || /\s/.test(email)) return null;
  const domain = domainToASCII(email.slice(at + 1));
  return domain === "" || !domain.includes(".") ? null : `${email.slice(0, at).toLowerCase()}@${domain}`;
}

/** Digits with the plus of the international form; a national number stays national, since we know no country. */
export function phoneOf(phone: string): string | null {
  const digits = phone
    .replace(/\(0\)/, "")
    .replace(/[^\d+]/g, "")
    .replace(/^00/, "+")
    .replace(/(?!^)\+/g, "");
  return /^\+?\d{6,20}$/.test(digits) ? digits : null;
}

function handleOf(handle: SignalCustomer["handle"]): Key | null {
  if (!handle) return null;
  const name = cleanLine(handle.name, 200).replace(/^@/, "");
  const network = handle.network.toLowerCase();
  const kind = identityKinds.find((one) => one === network);
  if (!name) return null;
  return kind && !notNetworks.has(kind)
    ? { kind, value: name.toLowerCase(), display: name, isShared: false }
    : { kind: "handle", value: `${network}:${name.toLowerCase()}`, display: name, isShared: false };
}

const notNetworks = new Set<IdentityKind>(["email", "phone", "handle", "customer_number", "order_number"]);

/** The other side's id of a sign; an order without one is known by its number, anything else by what it is made of. */
export function externalIdOf(signal: Signal, keys: readonly Key[]): string {
  if (signal.id) return signal.id;
  const order = signal.customer.orderNumber ?? textOf(signal.details?.order);
  if (order && signal.kind.startsWith("order_")) return order;
  const who = keys[0] ? `${keys[0].kind} ${keys[0].value}` : `order_number ${order ?? ""}`;
  const made = JSON.stringify([
    who,
    new Date(signal.at).toISOString(),
    signal.amountMinor ?? null,
    order ?? null,
    signal.details ?? {},
  ]);
  return `of ${createHash("sha256").update(made).digest("hex").slice(0, 40)}`;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : null;
}
