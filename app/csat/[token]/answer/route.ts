import { headers } from "next/headers";
import { languages } from "@/db/enums";
import { networkOf } from "@/lib/network";
import { answerSurvey, surveyAnswer } from "@/lib/satisfaction/answer";

/** A form of three answers and a comment; nothing of it needs more. */
const mostBytes = 64 * 1024;

/** Takes the one button's answer, with JavaScript or without, and leads back to the page, which then only shows. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await params;
  if (Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY) > mostBytes)
    return back(token, {});
  const form = await request.formData().catch(() => new FormData());
  const lang = languages.find((known) => known === form.get("lang"));
  const here: { [name: string]: string } = lang ? { lang } : {};
  const answer = surveyAnswer.safeParse({
    verdict: form.get("verdict"),
    comment: String(form.get("comment") ?? "").slice(0, 2000),
  });
  if (!answer.success) return back(token, { ...here, problem: "choose" });
  const done = await answerSurvey({ token, network: networkOf(await headers()), answer: answer.data });
  if (done === "slow_down") return back(token, { ...here, problem: "slow_down", v: answer.data.verdict });
  return back(token, here);
}

/** See Other, so that loading the page again sends nothing again. */
function back(token: string, query: { [name: string]: string }): Response {
  const words = new URLSearchParams(query).toString();
  return new Response(null, {
    status: 303,
    headers: {
      location: `/csat/${encodeURIComponent(token)}${words ? `?${words}` : ""}`,
      "cache-control": "no-store",
    },
  });
}
