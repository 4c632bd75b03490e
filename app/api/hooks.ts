import type { Context } from "hono";
import { asExpected, failureResponse, faultResponse } from "@/app/api/v1/errors";
import { receiveWebhook } from "@/lib/channels/webhook";
import { log } from "@/lib/log";
import { networkHeader, networkOf } from "@/lib/network";
import { requestLanguage } from "@/lib/sentences";

/**
 * Every webhook of every channel, at /api/hooks/<kind>/<id or public name>. Who is speaking is the channel's matter:
 * it checks the signature over the raw bytes. The other side repeats what is not answered with a 2xx.
 */
export async function hook(c: Context): Promise<Response> {
  const headers = c.req.raw.headers;
  try {
    const network = headers.has(networkHeader) ? networkOf(headers) : null;
    return await receiveWebhook(c.req.param("kind") ?? "", c.req.param("channel") ?? "", c.req.raw, network);
  } catch (error) {
    const language = requestLanguage(headers);
    const expected = asExpected(error);
    if (expected) return failureResponse(expected, language);
    const reference = crypto.randomUUID().slice(0, 8);
    log.error({ err: error, reference, kind: c.req.param("kind") }, "a webhook failed");
    return faultResponse(reference, language);
  }
}
