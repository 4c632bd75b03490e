/** What somebody wrote to stand below their mails: one text for all, and texts of their own for some languages. */
export type Signature = { text: string | null; in: { [language: string]: string } };

/** The agent's own before the brand's, each in the customer's language where there is one. Null where neither has any. */
export function chooseSignature(
  agent: Signature | null,
  brand: Signature,
  language: string | null,
): string | null {
  const key = language?.slice(0, 2) ?? "";
  const of = (one: Signature | null) => one?.in[key] || one?.text || null;
  return of(agent) ?? of(brand);
}
