import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type OAuthServer = Awaited<ReturnType<typeof startOAuthServer>>;

type Code = { challenge: string; redirectUri: string };

/**
 * A small authorization server on loopback: RFC 6749 with PKCE (RFC 7636), one client, one mailbox. Codes are good
 * once, and a refresh token is void once it was used. `tokenInfo` is what a mail server asks about an access token;
 * it can refuse the person, forget what it gave, and be away for a while.
 */
export async function startOAuthServer(mailbox = "care@marmelune.example") {
  const client = { id: "avant-at-marmelune", secret: "a secret of the client" };
  const codes = new Map<string, Code>();
  const good = new Set<string>();
  const refreshing = new Set<string>();
  const asked: Array<{ [field: string]: string }> = [];
  const state = { isAway: false, allows: true, lastsSeconds: 3600, keepsRefreshToken: true };
  let url = "";

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", url);
    if (state.isAway) response.writeHead(503).end("down for a moment");
    else if (pathname === "/authorize") authorize(searchParams, response);
    else if (pathname === "/token") void token(request, response);
    else if (pathname === "/tokeninfo") tokenInfo(searchParams, response);
    else response.writeHead(404).end();
  });

  /** The person has signed in there and pressed the button; the browser is sent back. */
  function authorize(query: URLSearchParams, response: ServerResponse): void {
    const back = new URL(query.get("redirect_uri") ?? "http://nowhere.invalid");
    if (state.allows) {
      const code = randomUUID();
      const challenge = query.get("code_challenge_method") === "S256" ? query.get("code_challenge") : null;
      codes.set(code, { challenge: challenge ?? "", redirectUri: query.get("redirect_uri") ?? "" });
      back.searchParams.set("code", code);
    } else back.searchParams.set("error", "access_denied");
    back.searchParams.set("state", query.get("state") ?? "");
    response.writeHead(302, { location: back.href }).end();
  }

  async function token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body: { [field: string]: string } = Object.fromEntries(
      new URLSearchParams(Buffer.concat(chunks).toString()),
    );
    asked.push(body);
    const answer = (status: number, found: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(found));
    if (body.client_id !== client.id || body.client_secret !== client.secret) {
      answer(401, { error: "invalid_client" });
    } else if (!isGranted(body)) {
      answer(400, { error: "invalid_grant", error_description: "Token has been expired or revoked." });
    } else {
      const [access, refresh] = [`access-${randomUUID()}`, `refresh-${randomUUID()}`];
      good.add(access);
      refreshing.add(refresh);
      const more = state.keepsRefreshToken ? { refresh_token: refresh } : {};
      answer(200, { token_type: "Bearer", access_token: access, expires_in: state.lastsSeconds, ...more });
    }
  }

  function isGranted(body: { [field: string]: string }): boolean {
    if (body.grant_type === "refresh_token") return refreshing.delete(body.refresh_token ?? "");
    const code = codes.get(body.code ?? "");
    codes.delete(body.code ?? "");
    const proof = createHash("sha256")
      .update(body.code_verifier ?? "")
      .digest("base64url");
    return code !== undefined && code.redirectUri === body.redirect_uri && code.challenge === proof;
  }

  function tokenInfo(query: URLSearchParams, response: ServerResponse): void {
    const isGood = good.has(query.get("access_token") ?? "");
    response.writeHead(isGood ? 200 : 401, { "content-type": "application/json" });
    response.end(JSON.stringify(isGood ? { email: mailbox } : { error: "invalid_token" }));
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port }: AddressInfo = Object(server.address());
  url = `http://127.0.0.1:${port}`;

  return {
    url,
    client,
    mailbox,
    /** The bodies that reached the token endpoint. */
    asked,
    state,
    /** What a mail channel has to know of this server. */
    settings: {
      access: "other",
      clientId: client.id,
      clientSecret: client.secret,
      authorizeUrl: `${url}/authorize`,
      tokenUrl: `${url}/token`,
      scopes: "mail",
    },
    isGood: (access: string) => good.has(access),
    /** Tokens as after a sign-in, whose access ends then. */
    tokens(endsAt: Date): { access: string; refresh: string; endsAt: number } {
      const [access, refresh] = [`access-${randomUUID()}`, `refresh-${randomUUID()}`];
      good.add(access);
      refreshing.add(refresh);
      return { access, refresh, endsAt: endsAt.getTime() };
    },
    /** Access tokens are void from now on, refresh tokens are not. */
    endAccess: () => good.clear(),
    /** Somebody took the access away in their account there. */
    revoke() {
      good.clear();
      refreshing.clear();
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
