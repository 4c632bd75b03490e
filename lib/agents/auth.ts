import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { env } from "@/env";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { networkOf } from "@/lib/network";
import { requestLanguage, sentence } from "@/lib/sentences";
import { cookie, sessionCookie } from "./cookies";
import { demoSignIn } from "./demo-sign-in";
import { agentOfIssuer, type IssuerClaims } from "./oidc";
import { openSession, sessionDays } from "./open-session";
import type { HeaderSource } from "./session";
import { sessionSecret } from "./session-secret";
import { signIn } from "./sign-in";
import { signOut } from "./sign-out";

/**
 * How next-auth signs people in here: the cookie carries nothing but the id of a row in `sessions`, which every
 * request looks at. Made for one request, since limits and sentences depend on who asks.
 */
export function authOptions(headers: HeaderSource): AuthOptions {
  const userAgent = headers.get("user-agent");
  return {
    secret: sessionSecret(),
    session: { strategy: "jwt", maxAge: sessionDays * 24 * 3600 },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    cookies: {
      sessionToken: sessionCookie(env.APP_URL),
      csrfToken: cookie(env.APP_URL, "csrf", "lax"),
      callbackUrl: cookie(env.APP_URL, "callback", "lax"),
      pkceCodeVerifier: cookie(env.APP_URL, "pkce", "lax"),
      state: cookie(env.APP_URL, "state", "lax"),
      nonce: cookie(env.APP_URL, "nonce", "lax"),
    },
    providers: [
      CredentialsProvider({
        id: "credentials",
        credentials: { email: {}, password: {} },
        async authorize(given) {
          return said(headers, async () => {
            const opened = await signIn({
              email: given?.email ?? "",
              password: given?.password ?? "",
              network: networkOf(headers),
              userAgent,
            });
            return { id: opened.sessionId };
          });
        },
      }),
      ...(env.DEMO
        ? [
            CredentialsProvider({
              id: "demo",
              credentials: { agentId: {} },
              async authorize(given) {
                return said(headers, async () => {
                  const opened = await demoSignIn({ agentId: given?.agentId ?? "", userAgent });
                  return { id: opened.sessionId };
                });
              },
            }),
          ]
        : []),
      ...(oidcProvider() ?? []),
    ],
    callbacks: {
      async signIn({ account, profile }) {
        if (account?.provider !== "oidc") return true;
        return (await agentOfIssuer(claimsOf(profile))) ? true : "/sign-in?error=oidc.unknown";
      },
      async jwt({ token, user, account, profile }) {
        if (!account) return token;
        if (account.provider !== "oidc") return { sid: user.id };
        const agentId = await agentOfIssuer(claimsOf(profile));
        return agentId ? { sid: (await openSession(agentId, "oidc", userAgent)).sessionId } : {};
      },
      async session({ session }) {
        return { expires: session.expires };
      },
      async redirect({ url, baseUrl }) {
        // Only paths of our own, so that a sign-in link cannot lead away.
        if (/^\/(?![/\\])/.test(url)) return `${baseUrl}${url}`;
        return URL.canParse(url) && new URL(url).origin === new URL(baseUrl).origin ? url : baseUrl;
      },
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sid === "string") await signOut(token.sid);
      },
    },
    logger: {
      error(code, metadata) {
        log.warn({ code, err: metadata instanceof Error ? metadata : metadata.error }, "sign-in failed");
      },
      warn() {},
      debug() {},
    },
  };
}

/** How many ways in there are, for the sign-in page. */
export function waysIn(): { oidc: boolean; demo: boolean } {
  return { oidc: env.OIDC_ISSUER !== undefined, demo: env.DEMO };
}

function oidcProvider(): [OAuthConfig<IssuerClaims>] | null {
  if (!env.OIDC_ISSUER || !env.OIDC_CLIENT_ID || !env.OIDC_CLIENT_SECRET) return null;
  return [
    {
      id: "oidc",
      name: new URL(env.OIDC_ISSUER).host,
      type: "oauth",
      wellKnown: `${env.OIDC_ISSUER.replace(/\/+$/, "")}/.well-known/openid-configuration`,
      authorization: { params: { scope: "openid email profile" } },
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      clientId: env.OIDC_CLIENT_ID,
      clientSecret: env.OIDC_CLIENT_SECRET,
      profile: (claims) => ({ id: claims.sub, email: claims.email ?? null, name: claims.name ?? null }),
    },
  ];
}

function claimsOf(profile: unknown): IssuerClaims {
  const claims: { [name: string]: unknown } = { ...(typeof profile === "object" ? profile : {}) };
  return {
    // The library has checked that it is the issuer we asked.
    issuer: typeof claims.iss === "string" ? claims.iss : (env.OIDC_ISSUER ?? ""),
    sub: typeof claims.sub === "string" ? claims.sub : "",
    email: typeof claims.email === "string" ? claims.email : null,
    name: typeof claims.name === "string" ? claims.name : null,
    isEmailVerified: verified(claims.email_verified),
  };
}

/** Some issuers send the texts "true" and "false", and some nothing. */
function verified(claim: unknown): boolean | null {
  return claim === undefined || claim === null ? null : claim === true || claim === "true";
}

/** next-auth hands an error's message back in an address, so the message carries the sentence for the page. */
async function said<T>(headers: HeaderSource, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const known = error instanceof AppError ? error : new AppError("unavailable", "unavailable");
    if (known !== error) log.error({ err: error }, "a sign-in failed");
    const language = requestLanguage(headers);
    const message = sentence(language, `errors.${known.key}`, known.params) ?? known.key;
    throw new Error(JSON.stringify({ key: known.key, message, params: known.params }));
  }
}
