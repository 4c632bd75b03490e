import { describe, expect, test } from "vitest";
import { testDatabase } from "@/db/test";
import type { RawItem } from "@/lib/channels/channel";
import { unpackAgain } from "./again";
import { marek, solve, submission, visitorContext } from "./fake-visitor";
import { form } from "./index";
import { mintToken } from "./page-token";
import { newChallenge } from "./proof";
import { isReference } from "./reference";
import { formSecrets } from "./secrets";

// Visits are counted there.
testDatabase();

type Visit = ReturnType<typeof visitorContext>;
const json = { accept: "application/json" };

async function proofFor(ctx: Visit) {
  const request = new Request("http://127.0.0.1/api/hooks/form/contact");
  const answer = await form.webhook?.(ctx, request, "203.0.113.7");
  if (!(answer instanceof Response)) throw new Error("no challenge");
  return await solve(await answer.json());
}

/** A token that was drawn a minute before the visitor's now. */
function agedToken(ctx: Visit, seconds = 60) {
  return mintToken(formSecrets().token, "contact", new Date(ctx.now().getTime() - seconds * 1000));
}

async function post(ctx: Visit, request: Request, peer = "203.0.113.7"): Promise<RawItem[] | Response> {
  return (await form.webhook?.(ctx, request, peer)) ?? [];
}

async function items(ctx: Visit, request: Request, peer?: string): Promise<RawItem[]> {
  const answer = await post(ctx, request, peer);
  if (answer instanceof Response) throw new Error(`refused: ${answer.status} ${await answer.text()}`);
  return answer;
}

async function refusal(ctx: Visit, request: Request, peer?: string) {
  const answer = await post(ctx, request, peer);
  if (!(answer instanceof Response)) throw new Error("it was accepted");
  const body = await answer.json();
  return {
    status: answer.status,
    retryAfter: answer.headers.get("retry-after"),
    codes: body.error.details.problems.map(
      (problem: { field: string; code: string }) => `${problem.field}.${problem.code}`,
    ),
    message: body.error.message,
  };
}

describe("with JavaScript", () => {
  test("a message with work done is stored as it came and answered with a reference", async () => {
    const ctx = visitorContext();
    const fields = { ...marek, proof: await proofFor(ctx) };
    const stored = await items(ctx, submission(fields, [new File(["jpeg"], "batteur.jpg")], json));
    expect(stored).toHaveLength(1);
    const [item] = stored;
    const [message] = await form.parse(item!, ctx.config);
    expect(message).toMatchObject({ kind: "message", externalId: item!.externalId, text: marek.message });

    const answer = await form.accepted?.(ctx, submission(fields, [], json), stored);
    const { reference } = await answer!.json();
    expect(isReference(reference)).toBe(true);
    expect(reference).toBe(item!.meta.reference);
  });

  test("a second click is the same item; the same proof with other words is refused", async () => {
    const ctx = visitorContext();
    const proof = await proofFor(ctx);
    const [first] = await items(ctx, submission({ ...marek, proof }, [], json));
    const [again] = await items(ctx, submission({ ...marek, proof }, [], json));
    expect(again?.externalId).toBe(first?.externalId);

    const other = { ...marek, message: "Buy my pills", proof };
    for (let attempt = 0; attempt < 2; attempt++) {
      expect(await refusal(ctx, submission(other, [], json))).toMatchObject({
        status: 409,
        codes: ["form.used"],
      });
    }
  });

  test("wrong fields do not use the proof up", async () => {
    const ctx = visitorContext();
    const proof = await proofFor(ctx);
    const wrong = await refusal(ctx, submission({ ...marek, email: "marek", lang: "fr", proof }, [], json));
    expect(wrong).toMatchObject({ status: 422, codes: ["email.notAnAddress"] });
    expect(wrong.message).toContain("Cette adresse e-mail");
    expect(await items(ctx, submission({ ...marek, proof }, [], json))).toHaveLength(1);
  });

  test("a proof that ran out asks for another one", async () => {
    const ctx = visitorContext();
    const old = new Date(Date.now() - 3_600_000);
    const proof = await solve(await newChallenge(formSecrets().proof, "contact", old));
    expect(await refusal(ctx, submission({ ...marek, proof }, [], json))).toMatchObject({
      status: 422,
      codes: ["form.expired"],
    });
  });

  test("the thirty-first message in ten minutes waits, and is told for how long", async () => {
    const ctx = visitorContext();
    // Repeating the same one counts too, and spares thirty times the work.
    const request = () => submission({ ...marek, proof }, [], json);
    const proof = await proofFor(ctx);
    for (let visit = 0; visit < 30; visit++) await items(ctx, request());
    const oneMore = await refusal(ctx, request());
    expect(oneMore).toMatchObject({ status: 429, codes: ["form.limited"] });
    expect(Number(oneMore.retryAfter)).toBeGreaterThan(500);
    expect(oneMore.message).toContain("10 minutes");
  });
});

describe("without JavaScript", () => {
  test("a token of a minute is enough, once, and leads to the page of the result", async () => {
    const ctx = visitorContext();
    const token = agedToken(ctx);
    const stored = await items(ctx, submission({ ...marek, lang: "fr", token }));
    const answer = await form.accepted?.(ctx, submission({ ...marek, token }), stored);
    expect(answer?.status).toBe(303);
    expect(answer?.headers.get("location")).toBe(`/f/contact/sent?lang=fr&ref=${stored[0]?.meta.reference}`);

    const other = await refusal(ctx, submission({ ...marek, message: "Another", token }, [], json));
    expect(other).toMatchObject({ status: 409, codes: ["form.used"] });
  });

  test("a form sent as urlencoded works too", async () => {
    const ctx = visitorContext();
    const body = new URLSearchParams({ ...marek, token: agedToken(ctx) });
    const request = new Request("http://127.0.0.1/api/hooks/form/contact", { method: "POST", body });
    const [item] = await items(ctx, request);
    expect(await form.parse(item!, ctx.config)).toMatchObject([
      { text: marek.message, orderNumber: "48377" },
    ]);
  });

  test.each([
    [3, "form.early"],
    [7201, "form.expired"],
  ])("a token of %i seconds is refused: %s", async (seconds, code) => {
    const ctx = visitorContext();
    const request = submission({ ...marek, token: agedToken(ctx, seconds) }, [], json);
    expect((await refusal(ctx, request)).codes).toEqual([code]);
  });

  test("neither proof nor token, or a made-up one, is refused", async () => {
    const ctx = visitorContext();
    expect((await refusal(ctx, submission(marek, [], json))).codes).toEqual(["form.wrong"]);
    expect((await refusal(ctx, submission({ ...marek, token: "1.2.3" }, [], json))).codes).toEqual([
      "form.wrong",
    ]);
  });

  test("a refused form is drawn again with every word, sealed in the address", async () => {
    const ctx = visitorContext();
    const token = agedToken(ctx);
    const answer = await post(
      ctx,
      submission({ ...marek, email: "marek@", token, host: "https://shop.example" }),
    );
    if (!(answer instanceof Response)) throw new Error("it was accepted");
    expect(answer.status).toBe(303);
    const location = new URL(answer.headers.get("location") ?? "", "http://127.0.0.1");
    expect(location.pathname).toBe("/f/contact");
    expect(location.searchParams.get("host")).toBe("https://shop.example");
    expect(location.href).not.toContain("mixer");
    const packed = location.searchParams.get("again") ?? "";
    const again = unpackAgain(packed, ctx.now());
    expect(again?.typed).toMatchObject({ message: marek.message, email: "marek@", orderNumber: "48377" });
    expect(again?.problems).toMatchObject([{ field: "email", code: "notAnAddress" }]);
    expect(again?.token).toBe(token);
    expect(unpackAgain(`${packed.slice(0, -2)}AA`, ctx.now())).toBeNull();
    expect(unpackAgain(packed, new Date(ctx.now().getTime() + 3_601_000))).toBeNull();
  });

  test("the fourth message waits: a page with 429, the reason, the text, and a way back", async () => {
    const ctx = visitorContext();
    for (let visit = 0; visit < 3; visit++) await items(ctx, submission({ ...marek, token: agedToken(ctx) }));
    const text = "<script>alert(1)</script> & more";
    const answer = await post(ctx, submission({ ...marek, message: text, token: agedToken(ctx) }));
    if (!(answer instanceof Response)) throw new Error("it was accepted");
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    const page = await answer.text();
    expect(page).toContain("Many messages came from your network");
    expect(page).toContain("&#60;script&#62;alert(1)");
    expect(page).not.toContain("<script>");
    expect(page).toContain("/f/contact?lang=en&#38;again=");
    // Somebody else's network is not affected.
    expect(await items(ctx, submission({ ...marek, token: agedToken(ctx) }), "198.51.100.1")).toHaveLength(1);
  });
});

describe("hostile bodies", () => {
  test("six files of 10 MB are read to their end and refused with the reason", async () => {
    const ctx = visitorContext();
    const files = Array.from(
      { length: 6 },
      (_, n) => new File([new Uint8Array(10 * 1024 * 1024)], `${n}.bin`),
    );
    const request = submission({ ...marek, proof: await proofFor(ctx) }, files, json);
    expect((await refusal(ctx, request)).codes).toEqual(["files.tooMany"]);
  });

  test("a body that is no form is refused", async () => {
    const ctx = visitorContext();
    const request = new Request("http://127.0.0.1/", { method: "POST", body: "{}", headers: json });
    expect((await refusal(ctx, request)).codes).toContain("form.broken");
  });

  test("other methods are not served", async () => {
    const answer = await post(visitorContext(), new Request("http://127.0.0.1/", { method: "DELETE" }));
    expect(answer).toHaveProperty("status", 405);
  });
});
