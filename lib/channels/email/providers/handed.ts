/** What a provider's request says: whole mails, with what is known about their delivery; or that it is not theirs. */
export type Handed = { source: Uint8Array; envelopeFrom: string | null; envelopeTo: string[] };
export type Verdict = Handed[] | Response;

/** A list as it stands in a header field. */
export function addresses(list: string): string[] {
  return list
    .slice(0, 10_000)
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
}
