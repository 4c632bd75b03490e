"use client";

/** Why a sign-in did not work, in a sentence for the person. */
export class NotSignedIn extends Error {
  override readonly name = "NotSignedIn";
}

/**
 * Signs in with next-auth's own endpoints: its token against forged requests first, then the fields. The same two
 * requests that its client library makes, without the library.
 */
export async function enter(
  provider: "credentials" | "demo",
  fields: Record<string, string>,
  fallback: string,
): Promise<void> {
  const token = await csrfToken();
  const response = await fetch(`/api/auth/callback/${provider}`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ ...fields, csrfToken: token, json: "true", callbackUrl: location.origin }),
  });
  const answer: unknown = await response.json().catch(() => null);
  const url = typeof answer === "object" && answer !== null && "url" in answer ? String(answer.url) : "";
  const error = URL.canParse(url) ? new URL(url).searchParams.get("error") : null;
  if (!response.ok || error) throw new NotSignedIn(sentenceOf(error) ?? fallback);
}

export async function csrfToken(): Promise<string> {
  const answer: unknown = await fetch("/api/auth/csrf").then((response) => response.json());
  return typeof answer === "object" && answer !== null && "csrfToken" in answer
    ? String(answer.csrfToken)
    : "";
}

/** The server packs its sentence into the error of the address. */
function sentenceOf(error: string | null): string | null {
  try {
    const parsed: unknown = JSON.parse(error ?? "");
    return typeof parsed === "object" && parsed !== null && "message" in parsed
      ? String(parsed.message)
      : null;
  } catch {
    return null;
  }
}
