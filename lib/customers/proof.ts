import type { IdentityKind } from "@/db/enums";
import { couldBeOne, isWholeName } from "./names";

/** What proof looks at; `value` is normalised by the channel. */
export type Proof = { kind: IdentityKind; value: string };

/**
 * The key under which two identities are the same mailbox, number or account. Null for what many people write from:
 * role addresses and addresses of no one never tie two people together.
 */
export function proofKey(identity: Proof): string | null {
  if (identity.kind !== "email") return `${identity.kind} ${identity.value}`;
  return isRoleAddress(identity.value) ? null : `email ${mailbox(identity.value)}`;
}

export type Verdict = "same" | "suggest" | "nothing";

/**
 * Are two customers one, by what they wrote from? Only a shared proof makes them so by itself. When their full names
 * contradict each other a household shares the address, and a person has to say; from then on, as `isShared` knows,
 * only a whole name ties anybody who writes from there.
 */
export function verdictOf(
  a: { name: string; identities: readonly Proof[] },
  b: { name: string; identities: readonly Proof[] },
  isShared: (key: string) => boolean,
): Verdict {
  const keys = new Set(a.identities.map(proofKey));
  const common = b.identities.map(proofKey).filter((key) => key !== null && keys.has(key));
  if (common.length === 0) return "nothing";
  if (!couldBeOne(a.name, b.name)) return "suggest";
  const isWhole = isWholeName(a.name) && isWholeName(b.name);
  return isWhole || common.some((key) => key !== null && !isShared(key)) ? "same" : "suggest";
}

/** Do several people write from one address or number? `names` are all that were ever written from it. */
export function isSharedBy(names: readonly string[]): boolean {
  return names.some((one, index) => names.slice(index + 1).some((other) => !couldBeOne(one, other)));
}

/** Several spellings that the provider delivers into one mailbox, where that is documented. */
function mailbox(address: string): string {
  const at = address.lastIndexOf("@");
  const local = address.slice(0, at);
  const domain = address.slice(at + 1);
  if (!withTags.has(domain)) return address;
  const bare = local.replace(/\+.*$/, "");
  const canonical = domain === "googlemail.com" ? "gmail.com" : domain;
  return `${canonical === "gmail.com" ? bare.replaceAll(".", "") : bare}@${canonical}`;
}

/** Everything after a plus is a tag of the same person. */
const withTags = new Set([
  "gmail.com",
  "googlemail.com",
  "outlook.com",
  "hotmail.com",
  "live.com",
  "icloud.com",
  "fastmail.com",
  "proton.me",
  "protonmail.com",
]);

/** contact@, compta@, no-reply@: an office, not a person. */
export function isRoleAddress(address: string): boolean {
  const local = address.slice(0, address.lastIndexOf("@")).replace(/\+.*$/, "");
  return roles.has(local.replace(/[._-]/g, "")) || /^no-?reply|^ne-?pas-?repondre|^bounces?[+-]/.test(local);
}

const roles = new Set(
  (
    "abuse accounting accounts accueil achats admin administration adv billing boutique bureau care client clients " +
    "commande commandes commercial communication compta comptabilite contact contacts customerservice direction " +
    "donotreply enquiries enquiry facturation facture finance help helpdesk hello hostmaster hr info infos invoice " +
    "invoices it jobs legal livraison logistique magasin mail mailerdaemon marketing media newsletter office order " +
    "orders paie post postmaster press presse privacy purchasing reception reservation reservations returns rh root " +
    "sales sav secretariat security service serviceclient services shop staff store support team web webmaster welcome"
  ).split(" "),
);
