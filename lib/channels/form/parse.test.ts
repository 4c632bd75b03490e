import { expect, test } from "vitest";
import type { RawItem } from "@/lib/channels/channel";
import { formConfig } from "./config";
import { marek, submission } from "./fake-visitor";
import { parse } from "./parse";

const config = formConfig.parse({ slug: "contact" });

async function stored(fields: Record<string, string>, files: File[] = []): Promise<RawItem> {
  const request = submission(fields, files);
  return {
    externalId: "form-0123",
    body: new Uint8Array(await request.arrayBuffer()),
    contentType: request.headers.get("content-type") ?? "",
    meta: { receivedAt: "2026-11-23T08:12:00.000Z", language: "fr", reference: "2F7K9M", host: null },
  };
}

test("a submission becomes one private message of somebody who claims an address", async () => {
  const [message] = await parse(
    await stored(marek, [new File(["jpeg"], "batteur.jpg", { type: "image/jpeg" })]),
    config,
  );
  expect(message).toMatchObject({
    kind: "message",
    externalId: "form-0123",
    public: false,
    sentAt: new Date("2026-11-23T08:12:00.000Z"),
    subject: "Wedding on Saturday",
    text: marek.message,
    language: "fr",
    orderNumber: "48377",
    author: {
      name: "Marek Nowak",
      identities: [
        {
          kind: "email",
          value: "marek.nowak@example.org",
          display: "marek.nowak@example.org",
          evidence: "claimed",
        },
      ],
      facts: { danger: "no", orderNumber: "48377" },
    },
  });
  expect(message).toHaveProperty("files", [
    { name: "batteur.jpg", contentType: "image/jpeg", bytes: Buffer.from("jpeg"), contentId: null },
  ]);
});

test("the answer about danger and the phone number come along", async () => {
  const [message] = await parse(
    await stored({ ...marek, danger: "yes", phone: "0032 (0)9 123 45 67" }),
    config,
  );
  expect(message).toMatchObject({
    author: {
      facts: { danger: "yes" },
      identities: [
        { kind: "email" },
        { kind: "phone", value: "+3291234567", display: "0032 (0)9 123 45 67" },
      ],
    },
  });
});

test("addresses are compared in small letters and with an ASCII domain", async () => {
  const [message] = await parse(await stored({ ...marek, email: "Zoé@Müller.Example" }), config);
  expect(message).toMatchObject({ author: { identities: [{ value: "zoé@xn--mller-kva.example" }] } });
});

test("the same bytes are read the same way twice", async () => {
  const raw = await stored(marek, [new File(["a"], "a.txt")]);
  expect(await parse(raw, config)).toEqual(await parse(raw, config));
});

test("bytes that are no form of ours are refused, so that they are parked and seen", async () => {
  const raw = await stored(marek);
  for (const body of [
    new Uint8Array(0),
    crypto.getRandomValues(new Uint8Array(4096)),
    raw.body.subarray(0, 200),
  ]) {
    await expect(parse({ ...raw, body }, config)).rejects.toThrow("not a whole form");
    await expect(parse({ ...raw, body, contentType: "image/png" }, config)).rejects.toThrow(
      "not a whole form",
    );
  }
});
