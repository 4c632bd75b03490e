import type { Context } from "hono";
import { readCapped } from "@/app/api/v1/body";
import { asExpected, failureResponse, faultResponse } from "@/app/api/v1/errors";
import { log } from "@/lib/log";
import { requestLanguage } from "@/lib/sentences";
import { greetSource, receiveFromSource } from "@/lib/signals/sources/receive";

/** Neither shops nor mailing tools send more at once. */
const mostBytes = 5 * 1024 * 1024;

/**
 * What shops, mailing tools and payment services tell, at /api/hooks/signals/<source>, with the secret behind it for those
 * that cannot sign. They send again what is not answered with a 2xx.
 */
export async function signalHook(c: Context): Promise<Response> {
  const headers = c.req.raw.headers;
  const sourceId = c.req.param("source") ?? "";
  const key = c.req.param("key") ?? null;
  try {
    if (c.req.method !== "POST")
      return new Response(null, { status: (await greetSource({ sourceId, key })) ? 200 : 404 });
    const body = await readCapped(c.req.raw, mostBytes);
    // Some greet with an empty call, or with a form that holds only their own id, before they send anything.
    if (body.length === 0 || /^webhook_id=\d+$/.test(body.subarray(0, 40).toString("latin1")))
      return new Response(null, { status: (await greetSource({ sourceId, key })) ? 200 : 404 });
    const done = await receiveFromSource({ headers, body, now: new Date() }, { sourceId, key, isApi: false });
    return Response.json({ stored: done.stored, known: done.known });
  } catch (error) {
    const language = requestLanguage(headers);
    const expected = asExpected(error);
    if (expected) return failureResponse(expected, language);
    const reference = crypto.randomUUID().slice(0, 8);
    log.error({ err: error, reference }, "signs from a source could not be taken");
    return faultResponse(reference, language);
  }
}
