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
    .map((value) => value.replace(/\([^()]{0,500}\)/g, " "))
    .find((value) => value.trim().toLowerCase().split(/[\s;]/)[0] === trusted);
  if (field === undefined) return { shown: null, evidence: "claimed" };
  const results = [...field.matchAll(/(?:^|;)\s*(spf|dkim|dmarc)\s*=\s*([a-z]{2,10})/gi)].map(
    (match) => `${match[1]?.toLowerCase()}=${match[2]?.toLowerCase()}`,
  );
  const shown = cleanLine([...new Set(results)].join(" "), 200) || null;
  if (results.includes("dmarc=pass")) return { shown, evidence: "authenticated" };
  return { shown, evidence: results.includes("dmarc=fail") ? "failed" : "claimed" };
}
