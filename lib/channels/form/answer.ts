import type { Language } from "@/db/enums";
import { sentence } from "@/lib/sentences";
import { packAgain } from "./again";
import type { Problem, Typed } from "./submission";

/** Where an answer leads back to. */
export type Place = {
  slug: string;
  language: Language;
  /** Origin of the site that shows the form in a frame; null on its own page. */
  host: string | null;
};

/** The sentence of a problem, in the visitor's language. */
export function problemSentence(language: Language, { field, code, params }: Problem): string {
  return sentence(language, `form.problems.${field}.${code}`, params) ?? code;
}

/** True for the script of our page, which asks for JSON; a browser on its own asks for HTML. */
export function wantsJson(request: Request): boolean {
  return (request.headers.get("accept") ?? "").includes("application/json");
}

/** The path of the form's page, or of its result, with what it needs to draw itself. */
export function pageAddress(place: Place, page: "" | "/sent", query: Record<string, string> = {}): string {
  const search = new URLSearchParams({ lang: place.language, ...query });
  if (place.host) search.set("host", place.host);
  return `/f/${place.slug}${page}?${search}`;
}

/**
 * Says no. Our script gets the problems as JSON. A browser without it is led back to the form, which is drawn
 * again with what was typed; when that cannot be (`waitSeconds`: too many, or too long for an address), a plain
 * page says why and shows the text, so that it can be copied.
 */
export function refuse(
  request: Request,
  place: Place,
  refusal: {
    typed: Typed;
    problems: Problem[];
    token: string;
    status: number;
    waitSeconds: number | null;
    at: Date;
  },
): Response {
  const { typed, problems, token, status, waitSeconds } = refusal;
  const headers: Record<string, string> = { "cache-control": "no-store" };
  if (waitSeconds !== null) headers["retry-after"] = String(waitSeconds);

  const said = problems.map((problem) => ({ ...problem, message: problemSentence(place.language, problem) }));
  if (wantsJson(request)) {
    const code = status === 429 || status === 503 ? "unavailable" : status === 409 ? "conflict" : "invalid";
    const error = { code, key: "form.refused", message: said[0]?.message ?? "", details: { problems: said } };
    return Response.json({ error }, { status, headers });
  }

  const again = packAgain({ typed, problems, token, at: refusal.at.getTime() / 1000 });
  const back = pageAddress(place, "", again === null ? {} : { again });
  if (again !== null && waitSeconds === null)
    return new Response(null, { status: 303, headers: { ...headers, location: back } });
  headers["content-type"] = "text/html; charset=utf-8";
  headers["content-security-policy"] = "default-src 'none'; base-uri 'none'; form-action 'none'";
  return new Response(
    plainPage(
      place.language,
      said.map((problem) => problem.message),
      typed.message,
      back,
    ),
    {
      status,
      headers,
    },
  );
}

function plainPage(language: Language, reasons: string[], text: string, back: string): string {
  const say = (key: string) => escapeHtml(sentence(language, `form.refused.${key}`) ?? "");
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${say("title")}</title>
<main>
<h1>${say("title")}</h1>
${reasons.map((reason) => `<p>${escapeHtml(reason)}</p>`).join("\n")}
<p><a href="${escapeHtml(back)}">${say("back")}</a></p>
${text === "" ? "" : `<h2>${say("yours")}</h2>\n<textarea aria-label="${say("yours")}" cols="60" rows="12" readonly>\n${escapeHtml(text)}</textarea>`}
</main>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
