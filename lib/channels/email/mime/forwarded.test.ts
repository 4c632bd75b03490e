import { expect, test } from "vitest";
import { rawMail } from "@/lib/channels/email/raw-item";
import { forwardedFrom } from "./forwarded";
import { readMime } from "./read-mime";

test("a mail of a hundred thousand empty lines is looked through at once", async () => {
  const source = `From: Paul Rey <paul@rey.example>\r\nSubject: Fwd: x\r\n\r\nx${"\n \t".repeat(30_000)}x`;
  const mail = await readMime(rawMail(Buffer.from(source), {}).body);
  const begun = process.cpuUsage();
  const long = { ...mail, text: `x${"\n".repeat(100_000)}x` };
  for (const each of [mail, long]) expect(forwardedFrom(each, mail.from[0] ?? null, [])).toBeNull();
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(1_000);
});
