import type { IncomingIdentity } from "@/lib/channels/channel";
import { cleanLine } from "@/lib/text/clean";
import type { Mail } from "./read-mime";

/**
 * What our own receiving server found out about the sender (Authentication-Results, RFC 8601). Anybody can
 * write such a field; only the topmost one that carries the server's own name is believed, and none when no
 * name was given in the settings.
 */
export function authenticationOf(
  mail: Mail,
  authservId: string,
): { shown: string | null; evidence: IncomingIdentity["evidence"] } {
  const trusted = authservId.trim().toLowerCase();
  if (trusted === "") return { shown: null, evidence: "claimed" };
  const field = mail
    .fields("authentication-results")
    .map((value) => withoutTheirWords(value))
    .find((value) => value.trim().toLowerCase().split(/[\s;]/)[0] === trusted);
  if (field === undefined) return { shown: null, evidence: "claimed" };
  const results = [...field.matchAll(/(?:^|;)\s*(spf|dkim|dmarc)\s*=\s*([a-z]{2,10})/gi)].map(
    (match) => `${match[1]?.toLowerCase()}=${match[2]?.toLowerCase()}`,
  );
  const shown = cleanLine([...new Set(results)].join(" "), 200) || null;
  if (results.includes("dmarc=pass")) return { shown, evidence: "authenticated" };
  if (results.includes("dmarc=fail")) return { shown, evidence: "failed" };
  return {
    shown,
    evidence: isAligned(field, domainOf(mail.from[0]?.address ?? "")) ? "authenticated" : "claimed",
  };
}

/**
 * For a domain that publishes no policy: what DMARC would have asked (RFC 7489, section 3.1), a signature or an envelope
 * of the very domain that stands in From. Anybody passes for a domain of their own.
 */
function isAligned(field: string, from: string): boolean {
  if (!from.includes(".")) return false;
  return field.split(";").some((part) => {
    const method = /^\s*(spf|dkim)\s*=\s*pass\b/i.exec(part)?.[1]?.toLowerCase();
    const named =
      method === "spf"
        ? /\bsmtp\.mailfrom\s*=\s*"?([^\s";]+)/i.exec(part)?.[1]
        : method === "dkim"
          ? /\bheader\.(?:d|i)\s*=\s*"?([^\s";]+)/i.exec(part)?.[1]
          : undefined;
    const domain = named === undefined ? "" : domainOf(named);
    return (
      domain.includes(".") && (domain === from || domain.endsWith(`.${from}`) || from.endsWith(`.${domain}`))
    );
  });
}

function domainOf(address: string): string {
  return address
    .slice(address.lastIndexOf("@") + 1)
    .toLowerCase()
    .replace(/[.>]+$/, "");
}

/**
 * Without comments, and without what stands in quotation marks where it could be read as a result: the sender chooses
 * the envelope's address, such as `"a;dmarc=pass"@evil.example`, and the server repeats it.
 */
function withoutTheirWords(value: string): string {
  return value
    .replace(/"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?$)/gs, (quoted) =>
      /^"[\w.@+-]*"$/.test(quoted) ? quoted : '""',
    )
    .replace(/\([^()]{0,500}\)/g, " ");
}
