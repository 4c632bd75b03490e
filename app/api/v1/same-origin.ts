/**
 * Whether a request that changes something comes from a page of ours. Browsers say so themselves in Sec-Fetch-Site
 * (Fetch Metadata); over plain http in a network they send only Origin, which must then name this address.
 */
export function isSameOrigin(headers: Headers, appUrl: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  if (origin === null) return false;
  const host = headers.get("host");
  return origin === new URL(appUrl).origin || (URL.canParse(origin) && new URL(origin).host === host);
}
