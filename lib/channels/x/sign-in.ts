import type { SignIn } from "@/lib/channels/channel";
import { tokenCall } from "./api";
import type { Config } from "./config";

const scopes =
  "tweet.read tweet.write tweet.moderate.write users.read dm.read dm.write like.read like.write media.write offline.access";

/** docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code */
export const signIn: SignIn<Config> = {
  start(ctx, { redirectUrl, state, challenge }) {
    const url = new URL("https://x.com/i/oauth2/authorize");
    // The one that stands in for X shows its page itself.
    if (new URL(ctx.config.apiUrl).hostname !== "api.x.com")
      url.href = `${ctx.config.apiUrl}/i/oauth2/authorize`;
    const query = {
      response_type: "code",
      client_id: ctx.config.clientId,
      redirect_uri: redirectUrl,
      scope: scopes,
      state,
      code_challenge: challenge,
      code_challenge_method: "S256",
    };
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return url.href;
  },
  finish: (ctx, { code, verifier, redirectUrl }) =>
    tokenCall(ctx, {
      grant_type: "authorization_code",
      code,
      code_verifier: verifier,
      redirect_uri: redirectUrl,
    }),
};
