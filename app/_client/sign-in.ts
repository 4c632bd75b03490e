import { ApiError, unreached } from "./api-error";

/** Signs in with a password; the session arrives as a cookie. Throws `ApiError` with the sentence to show. */
export async function signIn(given: { email: string; password: string }): Promise<void> {
  await post("/api/auth/callback/credentials", given);
}

/** Signs in as one of the sample colleagues, where the demo is on. */
export async function signInAsDemo(agentId: string): Promise<void> {
  await post("/api/auth/callback/demo", { agentId });
}

/** Leaves for the company's own sign-in; comes back to `callbackUrl`, a path of ours. */
export async function signInWithOidc(callbackUrl: string): Promise<void> {
  location.assign(await post("/api/auth/signin/oidc", { callbackUrl }));
}

/** Ends this sign-in, and with it every open screen of it. */
export async function signOut(): Promise<void> {
  await post("/api/auth/signout", {});
}

/** Resolves with the address that next-auth wants to go to. */
async function post(path: string, fields: Record<string, string>): Promise<string> {
  let answer: { url?: string };
  let status = 0;
  try {
    const signal = AbortSignal.timeout(15_000);
    const csrf: { csrfToken: string } = await (await fetch("/api/auth/csrf", { signal })).json();
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ ...fields, csrfToken: csrf.csrfToken, json: "true" }),
      signal,
    });
    status = response.status;
    answer = await response.json();
  } catch {
    throw unreached(navigator.onLine === false ? "offline" : "unavailable", status);
  }
  const url = answer.url ?? "/";
  const refusal = new URL(url, location.href).searchParams.get("error");
  if (refusal !== null) throw refused(refusal, status);
  return url;
}

/** lib/agents/auth.ts puts the whole refusal into the address; next-auth's own ones are single words. */
function refused(text: string, status: number): ApiError {
  try {
    const { key, message, params }: { key: string; message: string; params: Record<string, number> } =
      JSON.parse(text);
    return new ApiError("forbidden", key, message, params, undefined, status);
  } catch {
    return unreached("unavailable", status);
  }
}
