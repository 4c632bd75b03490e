import type { IncomingMessage, ServerResponse } from "node:http";
import { readQuestion } from "@/lib/satisfaction/answer";

/** 404 for a link that is none of ours and 410 for one whose time is over: the page draws the words, this is the status. */
export async function prepareSurvey(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const token = /^\/csat\/([\w-]+)(?:\?|$)/.exec(request.url ?? "")?.[1];
  if (token === undefined) return;
  // The address is the key: nobody outside gets it as a referrer, and no cache keeps the page.
  response.setHeader("referrer-policy", "no-referrer");
  const question = await readQuestion(token);
  if (question === null) response.statusCode = 404;
  else if (question.state === "closed") response.statusCode = 410;
}
