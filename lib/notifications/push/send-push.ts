import { env } from "@/env";
import { log, withoutData } from "@/lib/log";
import { safeFetch } from "@/lib/safe-fetch";
import { encrypt } from "./encrypt";
import { forgetSubscription, subscriptionsOf } from "./subscriptions";
import { vapidHeader, vapidKeys } from "./vapid";

/** What a browser shows. Short, and nothing in it that a restricted conversation hides. */
export type PushText = { title: string; body: string; url: string; tag: string };

/** After this a service throws it away: what was due soon an hour ago helps nobody. */
const keptSeconds = 3600;

/**
 * Tells every browser of somebody, each once and without a second try: what matters stays in the list on the desk. A
 * browser that its service no longer knows (404, 410) is forgotten. Resolves with how many took it.
 */
export async function sendPush(agentId: string, text: PushText): Promise<number> {
  const browsers = await subscriptionsOf(agentId);
  if (browsers.length === 0) return 0;
  const vapid = await vapidKeys();
  let taken = 0;
  for (const { id, subscription } of browsers) {
    try {
      const answer = await safeFetch(
        subscription.endpoint,
        {
          method: "POST",
          headers: {
            authorization: vapidHeader(vapid, subscription.endpoint, env.APP_URL, new Date()),
            "content-encoding": "aes128gcm",
            "content-type": "application/octet-stream",
            ttl: String(keptSeconds),
            urgency: "high",
            topic: text.tag.replace(/[^\w-]/g, "").slice(0, 32),
          },
          body: new Uint8Array(encrypt(JSON.stringify(text), subscription.keys)),
          redirect: "error",
        },
        { allow: env.ALLOW_PRIVATE_NETWORK ? ["loopback", "private"] : [], maxBytes: 10_000 },
      );
      if (answer.status === 404 || answer.status === 410) await forgetSubscription(id);
      else if (answer.ok) taken += 1;
      else log.warn({ status: answer.status }, "a push service refused a notice");
    } catch (error) {
      log.warn({ error: withoutData(error) }, "a push service could not be reached");
    }
  }
  return taken;
}
