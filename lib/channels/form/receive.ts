import { Readable } from "node:stream";
import type { Context, RawItem } from "@/lib/channels/channel";
import { preferredLanguage } from "@/lib/sentences";
import { type Place, pageAddress, refuse, wantsJson } from "./answer";
import { type FormConfig, mayEmbed } from "./config";
import { fieldLimits } from "./field-limits";
import { type Door, type Limits, passLimit } from "./limits";
import { checkToken, tokenAge } from "./page-token";
import { checkProof } from "./proof";
import { readForm, type Sent } from "./read";
import { referenceOf } from "./reference";
import { formSecrets } from "./secrets";
import { contentDigest, findProblems, type Problem, readTyped, sentLanguage } from "./submission";

/** All fields and files of the largest submission that is accepted, with room for the boundaries between them. */
const largestBody = fieldLimits.files * fieldLimits.fileBytes + 1024 * 1024;
/** Bodies are held in memory until they are stored; more than this at a time and the next one has to wait. */
const mostHeld = 4 * largestBody;
/** Used nonces are remembered for longer than any proof or token lives. */
const rememberSeconds = 2 * tokenAge.maxSeconds;

const held = { bytes: 0 };

type Gate = { door: Extract<Door, "worked" | "plain">; nonce: string } | { problem: Problem };

/** The submission door: one stored item, or the refusal as it is sent. */
export async function receive(
  ctx: Context<FormConfig>,
  request: Request,
  peer: string | null,
  limits: Limits,
): Promise<RawItem[] | Response> {
  const now = ctx.now();
  const contentType = request.headers.get("content-type") ?? "";
  const wait = await passLimit(limits, "post", ctx.channelId, peer);
  const body = await readBody(request, contentType);
  const { sent } = body;
  const typed = readTyped(sent);
  const place = placeOf(ctx, request, sent);
  const token = sent.fields.get("token") ?? "";
  const no = (problems: Problem[], status: number, waitSeconds: number | null = null) =>
    refuse(request, place, { typed, problems, token, status, waitSeconds, at: now });

  if (wait !== null) return no([limited(wait)], 429, wait);
  if (body.outcome === "busy") return no([{ field: "form", code: "busy", params: {} }], 503, 60);

  const problems = findProblems(typed, sent, ctx.config);
  if (body.outcome === "tooMuch" && problems.length === 0) {
    problems.push({ field: "form", code: "tooMuch", params: { max: Math.floor(largestBody / 1024 / 1024) } });
  }
  const gate = await passGate(sent, ctx.config.slug, now);
  // Whoever has a field to correct is old enough by the time they have done so.
  if ("problem" in gate && (gate.problem.code !== "early" || problems.length === 0))
    problems.push(gate.problem);
  if ("problem" in gate || problems.length > 0) return no(problems, 422);

  const waitAtDoor = await passLimit(limits, gate.door, ctx.channelId, peer);
  if (waitAtDoor !== null) return no([limited(waitAtDoor)], 429, waitAtDoor);

  // The same words again with the same proof are a second click or a retry after a crash: stored once, and
  // answered like the first time. Other words need a proof of their own.
  const digest = contentDigest(typed, sent);
  const claimed = await ctx.claim(`form:${gate.nonce}`, digest, rememberSeconds);
  if (claimed !== digest) return no([{ field: "form", code: "used", params: {} }], 409);

  const externalId = `form-${gate.nonce}`;
  ctx.log.info({ door: gate.door, bytes: body.bytes.length }, "form submission accepted");
  return [
    {
      externalId,
      body: body.bytes,
      contentType,
      meta: {
        receivedAt: now.toISOString(),
        language: place.language,
        reference: referenceOf(externalId),
        host: place.host,
      },
    },
  ];
}

/** The answer once it is stored: the reference, as JSON or as a page that survives a refresh. */
export function confirm(ctx: Context<FormConfig>, request: Request, items: RawItem[]): Response {
  const meta = items[0]?.meta ?? {};
  const reference = String(meta.reference ?? "");
  if (wantsJson(request)) return Response.json({ reference }, { headers: { "cache-control": "no-store" } });
  const place: Place = {
    slug: ctx.config.slug,
    language: meta.language === "fr" ? "fr" : "en",
    host: typeof meta.host === "string" ? meta.host : null,
  };
  return new Response(null, {
    status: 303,
    headers: { location: pageAddress(place, "/sent", { ref: reference }) },
  });
}

/** Proof of work, or a token old enough for a person. One of them is in every submission of our page. */
async function passGate(sent: Sent, slug: string, now: Date): Promise<Gate> {
  const secrets = formSecrets();
  const proof = sent.fields.get("proof") ?? "";
  const refused = (code: string, params: Problem["params"] = {}): Gate => ({
    problem: { field: "form", code, params },
  });
  if (proof !== "") {
    const checked = await checkProof(secrets.proof, slug, proof, now);
    return typeof checked === "string" ? refused(checked) : { door: "worked", nonce: checked.nonce };
  }
  const checked = checkToken(secrets.token, slug, sent.fields.get("token") ?? "", now);
  if ("nonce" in checked) return { door: "plain", nonce: checked.nonce };
  return checked.refused === "early"
    ? refused("early", { seconds: checked.waitSeconds })
    : refused(checked.refused);
}

type Body = { sent: Sent; bytes: Uint8Array; outcome: "whole" | "tooMuch" | "busy" };

/**
 * Reads and keeps the body. Too much of it is read to its end without being kept: a browser that is cut off while
 * it sends shows its own error instead of our sentence.
 */
async function readBody(request: Request, contentType: string): Promise<Body> {
  if (!request.body) {
    return {
      sent: { fields: new Map(), files: [], broken: true },
      bytes: new Uint8Array(),
      outcome: "whole",
    };
  }
  const source = Readable.from(chunksOf(request.body), { objectMode: false });
  const chunks: Buffer[] = [];
  let size = 0;
  let outcome: Body["outcome"] = "whole";
  const drop = (why: Body["outcome"]) => {
    outcome = why;
    held.bytes -= chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    chunks.length = 0;
  };
  source.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > 3 * largestBody) source.destroy(new Error("far too much"));
    if (outcome !== "whole") return;
    if (size > largestBody) drop("tooMuch");
    else if (held.bytes + chunk.length > mostHeld) drop("busy");
    else {
      chunks.push(chunk);
      held.bytes += chunk.length;
    }
  });
  try {
    const sent = await readForm(source, contentType, "checksums");
    return { sent, bytes: Buffer.concat(chunks), outcome };
  } finally {
    drop(outcome);
  }
}

/** Request bodies are streams of the web, which TypeScript does not know as iterable. */
async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Buffer> {
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  }
}

function placeOf(ctx: Context<FormConfig>, request: Request, sent: Sent): Place {
  const host = sent.fields.get("host") ?? "";
  return {
    slug: ctx.config.slug,
    language: sentLanguage(sent) ?? preferredLanguage(request.headers.get("accept-language")),
    host: mayEmbed(ctx.config, host) ? host : null,
  };
}

function limited(waitSeconds: number): Problem {
  return { field: "form", code: "limited", params: { minutes: Math.ceil(waitSeconds / 60) } };
}
