import { fakeContext } from "@/lib/channels/fake-context";
import type { Config } from "@/lib/channels/mastodon/config";
import type { MastodonServer } from "./mastodon-server";

/** A channel's view of the product, connected to the stand-in. */
export function contextFor(server: Pick<MastodonServer, "url" | "token">) {
  return fakeContext<Config>({ instance: server.url, accessToken: server.token });
}
