import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { formConfig } from "./config";
import { marek, submission } from "./fake-visitor";
import { readForm } from "./read";
import { contentDigest, findProblems, readTyped } from "./submission";

const config = formConfig.parse({ slug: "contact" });

async function send(fields: Record<string, string>, files: File[] = []) {
  const request = submission(fields, files);
  const body = Readable.from([Buffer.from(await request.arrayBuffer())]);
  return await readForm(body, request.headers.get("content-type") ?? "", "checksums");
}

async function problemsOf(fields: Record<string, string>, files: File[] = [], own = config) {
  const sent = await send(fields, files);
  return findProblems(readTyped(sent), sent, own).map(({ field, code }) => `${field}.${code}`);
}

describe("fields", () => {
  test("Marek's message has no problem", async () => {
    expect(await problemsOf(marek, [new File(["jpeg"], "mixer.jpg")])).toEqual([]);
  });

  test("an empty form says what is missing, in the order of the page", async () => {
    expect(await problemsOf({})).toEqual(["message.missing", "email.missing"]);
    const strict = { ...config, name: "required", subject: "required", orderNumber: "required" } as const;
    expect(await problemsOf({ message: " \n ", email: " " }, [], strict)).toEqual([
      "message.missing",
      "name.missing",
      "email.missing",
      "subject.missing",
      "orderNumber.missing",
    ]);
  });

  test("text that is too long is refused, never cut", async () => {
    expect(await problemsOf({ ...marek, message: "é".repeat(10_000) })).toEqual([]);
    expect(await problemsOf({ ...marek, message: "é".repeat(10_001), name: "n".repeat(121) })).toEqual([
      "message.tooLong",
      "name.tooLong",
    ]);
  });

  test.each([
    "marek",
    "marek@",
    "@example.org",
    "marek@example",
    "a b@example.org",
    "marek@ex..org",
    "x@y.z, b@c.d",
  ])("%s is no address", async (email) => {
    expect(await problemsOf({ ...marek, email })).toEqual(["email.notAnAddress"]);
  });

  test.each(["o'neil+shop@sub.example.co", "zoë@müller.example", "  marek.nowak@example.org "])(
    "%s is an address",
    async (email) => {
      expect(await problemsOf({ ...marek, email })).toEqual([]);
    },
  );

  test("a filled trap is said, so that a person whose browser filled it can send again", async () => {
    expect(await problemsOf({ ...marek, company_site: "https://spam.example" })).toEqual(["form.trap"]);
  });

  test("line ends become one kind, and a line break cannot enter a one-line field", async () => {
    const sent = await send({ ...marek, message: "one\r\ntwo\u0000", name: "Marek\r\nBcc: all@example.org" });
    expect(readTyped(sent)).toMatchObject({ message: "one\ntwo", name: "Marek Bcc: all@example.org" });
  });
});

describe("files", () => {
  const mega = 1024 * 1024;

  test("ten megabytes pass, one byte more does not", async () => {
    const exact = new File([new Uint8Array(10 * mega)], "exact.bin");
    const over = new File([new Uint8Array(10 * mega + 1)], "over.bin");
    expect(await problemsOf(marek, [exact])).toEqual([]);
    const sent = await send(marek, [over]);
    expect(findProblems(readTyped(sent), sent, config)).toEqual([
      { field: "files", code: "tooLarge", params: { name: "over.bin", max: 10 } },
    ]);
  });

  test("a file of 30 MB is cut off one byte after its limit", async () => {
    const sent = await send(marek, [new File([new Uint8Array(30 * mega)], "flood.bin")]);
    expect(sent.files[0]).toMatchObject({ size: 10 * mega + 1, tooLarge: true });
  });

  test("five files pass, six do not; an empty file input is none", async () => {
    const files = (count: number) => Array.from({ length: count }, (_, n) => new File(["x"], `${n}.txt`));
    expect(await problemsOf(marek, files(5))).toEqual([]);
    expect(await problemsOf(marek, files(6))).toEqual(["files.tooMany"]);
    expect((await send(marek, [new File([], "")])).files).toEqual([]);
  });

  test("a name shows its true ending", async () => {
    const sent = await send(marek, [
      new File(["x"], "invoice\u202egnp.exe"),
      new File(["x"], "../../etc/passwd"),
    ]);
    expect(sent.files.map((file) => file.name)).toEqual(["invoicegnp.exe", "passwd"]);
  });
});

describe("reading", () => {
  test("random bytes and half a form are broken, not an exception", async () => {
    const half = '--x\r\nContent-Disposition: form-data; name="message"\r\n\r\nhal';
    for (const [bytes, type] of [
      [half, "multipart/form-data; boundary=x"],
      ["whatever", "multipart/form-data"],
      ["whatever", "application/json"],
      ["", ""],
    ] as const) {
      expect((await readForm(Readable.from([Buffer.from(bytes)]), type, "bytes")).broken).toBe(true);
    }
  });

  test("the same words and files have the same digest, other ones have not", async () => {
    const digest = async (fields: Record<string, string>, files: File[] = []) => {
      const sent = await send(fields, files);
      return contentDigest(readTyped(sent), sent);
    };
    const first = await digest({ ...marek, proof: "one" }, [new File(["a"], "a.txt")]);
    expect(await digest({ ...marek, proof: "two" }, [new File(["a"], "a.txt")])).toBe(first);
    expect(await digest({ ...marek, message: "other" }, [new File(["a"], "a.txt")])).not.toBe(first);
    expect(await digest(marek, [new File(["b"], "a.txt")])).not.toBe(first);
  });
});
