import { expect, test } from "vitest";
import { authenticationOf } from "./authentication";
import { readMime } from "./read-mime";

async function evidenceOf(results: string): Promise<string> {
  const source = `Authentication-Results: mx.marmelune.example; ${results}\r\nFrom: odile@aubry.example\r\n\r\nx`;
  return authenticationOf(await readMime(Buffer.from(source)), "mx.marmelune.example").evidence;
}

test("what a sender writes into the envelope's address is nobody's result", async () => {
  expect(await evidenceOf("spf=pass smtp.mailfrom=odile@aubry.example; dmarc=pass")).toBe("authenticated");
  for (const mine of [
    '"a;dmarc=pass "@evil.example',
    '"a; dkim=pass header.d=aubry.example"@evil.example',
    '"a\\";dmarc=pass"@evil.example',
    '"a);dmarc=pass("@evil.example',
  ]) {
    expect(await evidenceOf(`spf=pass smtp.mailfrom=${mine}`)).toBe("claimed");
    expect(await evidenceOf(`spf=pass (mx: domain of ${mine} designates 192.0.2.1) smtp.helo=x`)).toBe(
      "claimed",
    );
  }
});
