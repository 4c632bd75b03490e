import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { RawItem } from "./channel";
import { rawMail } from "./email/raw-item";
import { openParsePool, Unreadable } from "./parse-pool";

const config = { address: "care@marmelune.example" };
const pool = openParsePool({ size: 2, deadlineMs: 10_000, heapMb: 256, idleMs: 60_000, kept: 0 });

afterAll(() => pool.stop());

function fixture(name: string): RawItem {
  return rawMail(
    new Uint8Array(readFileSync(join(import.meta.dirname, "email/fixtures", `${name}.eml`))),
    {},
  );
}

describe("reading in a worker", () => {
  test("a mail comes back as it does without one, dates and bytes included", async () => {
    const [message] = await pool.parseItem("email", fixture("inline-picture"), config);
    if (message?.kind !== "message") throw new Error("no message");
    expect(message.sentAt).toEqual(new Date("2026-11-16T09:00:00Z"));
    expect(Buffer.from(message.files[1]?.bytes ?? []).toString()).toBe("%PDF-1.4 receipt M-20377");
  });

  test("many at once are all answered, each with its own", async () => {
    const names = ["gmail-reply-en", "gmail-reply-fr", "html-only", "bounce-postfix", "newsletter", "empty"];
    const many = Array.from({ length: 60 }, (_, i) => names[i % names.length] ?? "");
    const answers = await Promise.all(many.map((name) => pool.parseItem("email", fixture(name), config)));
    expect(answers.map((one) => one[0]?.kind)).toEqual(
      many.map((name) =>
        name === "bounce-postfix" ? "bounce" : name === "newsletter" ? "filed" : "message",
      ),
    );
  });

  test("the caller's bytes stay with the caller", async () => {
    const raw = fixture("html-only");
    await pool.parseItem("email", raw, config);
    expect(raw.body.byteLength).toBeGreaterThan(0);
  });

  test("an unknown kind and a broken config say what is wrong", async () => {
    await expect(pool.parseItem("pigeon", fixture("empty"), {})).rejects.toMatchObject({
      reason: "unknown_kind",
    });
    await expect(pool.parseItem("email", fixture("empty"), {})).rejects.toBeInstanceOf(Unreadable);
  });
});

describe("one item cannot hurt the others", () => {
  test("what takes too long is given up, and the next one is read", async () => {
    const small = openParsePool({ size: 1, deadlineMs: 1, heapMb: 256, idleMs: 1000, kept: 0 });
    await expect(small.parseItem("email", fixture("html-only"), config)).rejects.toMatchObject({
      reason: "deadline",
    });
    await small.stop();
    const patient = openParsePool({ size: 1, deadlineMs: 10_000, heapMb: 256, idleMs: 1000, kept: 0 });
    await expect(patient.parseItem("email", fixture("html-only"), config)).resolves.toHaveLength(1);
    await patient.stop();
  });

  test("what wants too much memory is given up, and the one behind it is read", async () => {
    const small = openParsePool({ size: 1, deadlineMs: 20_000, heapMb: 56, idleMs: 1000, kept: 0 });
    const tags = `From: a@b.example\r\nContent-Type: text/html\r\n\r\n${"<b>x</b>".repeat(400_000)}`;
    const big = small.parseItem("email", rawMail(Buffer.from(tags.repeat(4)), {}), config);
    const next = small.parseItem("email", fixture("html-only"), config);
    await expect(big).rejects.toMatchObject({ reason: expect.stringMatching(/memory|failed/) });
    await expect(next).resolves.toHaveLength(1);
    await small.stop();
  });

  test("an item that was being read when the process stops is not to blame", async () => {
    const brief = openParsePool({ size: 1, deadlineMs: 10_000, heapMb: 128, idleMs: 1000, kept: 0 });
    const reading = brief.parseItem("email", fixture("html-only"), config);
    const waiting = brief.parseItem("email", fixture("html-only"), config);
    const outcomes = Promise.allSettled([reading, waiting]);
    await brief.stop();
    for (const outcome of await outcomes) {
      expect(outcome).toMatchObject({
        status: "rejected",
        reason: expect.not.objectContaining({ name: "Unreadable" }),
      });
    }
  });

  test("an idle worker ends and comes back", async () => {
    const brief = openParsePool({ size: 1, deadlineMs: 10_000, heapMb: 128, idleMs: 30, kept: 0 });
    await brief.parseItem("email", fixture("html-only"), config);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await expect(brief.parseItem("email", fixture("html-only"), config)).resolves.toHaveLength(1);
    await brief.stop();
  });
});
