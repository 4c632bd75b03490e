import { headers } from "next/headers";
import { locale, theme } from "@/app/_server/locale";
import { notePage } from "@/app/_shell/note-page";

/** The page for notes from a telephone. Without a sign-in it opens all the same and says so: notes may wait on it. */
export async function GET(): Promise<Response> {
  const policy = (await headers()).get("content-security-policy") ?? "";
  const nonce = /'nonce-([\w+/=-]+)'/.exec(policy)?.[1] ?? "";
  return new Response(notePage(await locale(), await theme(), nonce), {
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
  });
}
