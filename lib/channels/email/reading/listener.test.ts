import { connect, createServer } from "node:net";
import nodemailer from "nodemailer";
import { afterEach, describe, expect, test } from "vitest";
import type { RawItem } from "@/lib/channels/channel";
import { largestMail } from "@/lib/channels/email/config";
import { fakeContext } from "@/lib/channels/email/fake-context";
import { email } from "@/lib/channels/email/index";
import { receiveMail } from "./listener";

const cleanups: Array<() => Promise<unknown>> = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function open(
  port: number,
  config = {},
  store: (item: RawItem) => Promise<void> = async () => undefined,
) {
  const items: RawItem[] = [];
  const ctx = fakeContext(config, { listenAt: { host: "127.0.0.1", port } });
  const leave = await receiveMail(ctx, async (all) => {
    for (const item of all) {
      await store(item);
      items.push(item);
    }
    return { accepted: all.length, known: 0 };
  });
  cleanups.push(leave);
  return { items, leave };
}

async function deliver(
  port: number,
  to: string | string[],
  raw: string | Buffer = "Subject: x\r\n\r\nwords\r\n",
) {
  const transport = nodemailer.createTransport({ host: "127.0.0.1", port, ignoreTLS: true });
  try {
    return await transport.sendMail({ envelope: { from: "ben@okafor.example", to }, raw });
  } finally {
    transport.close();
  }
}

/** Speaks SMTP line by line; resolves with the last line of each answer. */
async function session(port: number): Promise<(line: string) => Promise<string>> {
  const socket = connect(port, "127.0.0.1");
  cleanups.push(async () => socket.destroy());
  const answered = () =>
    new Promise<string>((resolve) => {
      let text = "";
      socket.on("data", function hear(chunk: Buffer) {
        text += chunk.toString();
        const last = /^\d{3} .*\r\n$/m.exec(text);
        if (!last) return;
        socket.off("data", hear);
        resolve(last[0]);
      });
    });
  await answered();
  return async (line) => {
    const answer = answered();
    socket.write(`${line}\r\n`);
    return answer;
  };
}

describe("the built-in mail listener", () => {
  test("takes mail for its addresses, aliases and reply addresses, and keeps the envelope", async () => {
    const port = await freePort();
    const { items } = await open(port, { aliases: ["hello@marmelune.example"] });
    await deliver(port, ["care@marmelune.example", "HELLO@marmelune.example", "care+abc@marmelune.example"]);
    expect(items).toHaveLength(1);
    expect(items[0]?.meta).toMatchObject({
      via: "smtp",
      envelopeFrom: "ben@okafor.example",
      envelopeTo: ["care@marmelune.example", "HELLO@marmelune.example", "care+abc@marmelune.example"],
    });
    expect(Buffer.from(items[0]!.body).toString()).toContain("words");
  });

  test("is no relay: an address that is not ours is refused", async () => {
    const port = await freePort();
    await open(port);
    await expect(deliver(port, "claire@gmail.example")).rejects.toMatchObject({ responseCode: 550 });
    await expect(deliver(port, "care@evil.example")).rejects.toMatchObject({ responseCode: 550 });
  });

  test("says yes only after the mail is stored, and 'later' when it cannot be", async () => {
    const port = await freePort();
    let isAway = true;
    const { items } = await open(port, {}, async () => {
      if (isAway) throw new Error("the database is away");
    });
    await expect(deliver(port, "care@marmelune.example")).rejects.toMatchObject({ responseCode: 451 });
    expect(items).toHaveLength(0);
    isAway = false;
    await deliver(port, "care@marmelune.example");
    expect(items).toHaveLength(1);
  });

  test("a mail over the limit is refused, whether it was announced or not", async () => {
    const port = await freePort();
    const { items } = await open(port);
    const big = Buffer.concat([
      Buffer.from("Subject: big\r\n\r\n"),
      Buffer.alloc(largestMail + 1024, "word \r\n"),
    ]);
    await expect(deliver(port, "care@marmelune.example", big)).rejects.toMatchObject({ responseCode: 552 });
    expect(items).toHaveLength(0);
  }, 120_000);

  test("40 at once all arrive", async () => {
    const port = await freePort();
    const { items } = await open(port);
    const all = Array.from({ length: 40 }, (_, i) =>
      deliver(port, "care@marmelune.example", `Message-ID: <${i}@x>\r\n\r\nx`),
    );
    await Promise.all(all);
    expect(new Set(items.map((item) => item.externalId)).size).toBe(40);
  });

  test("two channels share the port, each gets its own, and one may stop", async () => {
    const port = await freePort();
    const care = await open(port);
    const press = await open(port, { address: "press@marmelune.example" });
    await deliver(port, ["care@marmelune.example", "press@marmelune.example"]);
    expect([care.items.length, press.items.length]).toEqual([1, 1]);
    expect(care.items[0]?.meta.envelopeTo).toEqual(["care@marmelune.example"]);
    await press.leave();
    await expect(deliver(port, "press@marmelune.example")).rejects.toMatchObject({ responseCode: 550 });
    await deliver(port, "care@marmelune.example");
    expect(care.items).toHaveLength(2);
  });

  test("a mail whose channel stops before its last byte is not taken", async () => {
    const port = await freePort();
    const { items, leave } = await open(port);
    await open(port, { address: "hello@marmelune.example" });
    const talk = await session(port);
    await talk("EHLO okafor.example");
    await talk("MAIL FROM:<ben@okafor.example>");
    expect(await talk("RCPT TO:<care@marmelune.example>")).toMatch(/^250/);
    expect(await talk("DATA")).toMatch(/^354/);
    await leave();
    expect(await talk("Subject: x\r\n\r\nwords\r\n.")).toMatch(/^451/);
    expect(items).toHaveLength(0);
  });

  test("the port is free again when the last channel has left", async () => {
    const port = await freePort();
    const { leave } = await open(port);
    await leave();
    await expect(deliver(port, "care@marmelune.example")).rejects.toMatchObject({
      message: expect.stringContaining("ECONNREFUSED"),
    });
    await open(port);
    await deliver(port, "care@marmelune.example");
  });

  test("nobody logs in, and nobody learns who lives here", async () => {
    const port = await freePort();
    await open(port);
    const answers = await talk(port, [
      "EHLO x",
      "AUTH PLAIN AGEAYg==",
      "VRFY care@marmelune.example",
      "QUIT",
    ]);
    expect(answers).not.toMatch(/AUTH|STARTTLS/);
    expect(answers).toMatch(/^50\d/m);
    expect(answers).not.toMatch(/^250 .*care/m);
  });

  test("a bare line feed before a dot does not begin a second mail", async () => {
    const port = await freePort();
    const { items } = await open(port);
    const smuggled =
      "Subject: a\r\n\r\nx\n.\nMAIL FROM:<evil@x.example>\r\nRCPT TO:<care@marmelune.example>\r\nDATA\r\n\r\ny\r\n";
    await deliver(port, "care@marmelune.example", smuggled);
    expect(items).toHaveLength(1);
  });

  test("a port that is taken is told", async () => {
    const port = await freePort();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
    cleanups.push(() => new Promise((resolve) => other.close(resolve)));
    const ctx = fakeContext({}, { listenAt: { host: "127.0.0.1", port } });
    const stop = await email.listen!(ctx, async () => ({ accepted: 0, known: 0 }));
    await expect.poll(() => ctx.reports.at(-1)).toEqual({ code: "listener_port", params: { port } });
    await stop();
  });
});

function talk(port: number, lines: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let answers = "";
    socket.on("data", (data) => {
      answers += data.toString();
      const line = lines.shift();
      if (line !== undefined) socket.write(`${line}\r\n`);
    });
    socket.on("end", () => resolve(answers));
    socket.on("error", reject);
  });
}

describe("mail by POST", () => {
  const token = "a-long-enough-inbound-token";
  const post = (
    headers: HeadersInit,
    body: BodyInit | null = "From: ben@okafor.example\r\n\r\nwords",
    config = { inboundToken: token },
  ) =>
    email.webhook!(
      fakeContext(config),
      new Request("http://localhost/api/hooks/email/1", { method: "POST", headers, body }),
      null,
    );

  test("with the token it is taken", async () => {
    const items = await post({
      authorization: `Bearer ${token}`,
      "x-envelope-to": "care+abc@marmelune.example",
    });
    expect(items).toMatchObject([
      { contentType: "message/rfc822", meta: { via: "webhook", envelopeTo: ["care+abc@marmelune.example"] } },
    ]);
  });

  test.each([
    ["no token", {}, { inboundToken: token }],
    ["a wrong one", { authorization: "Bearer nearly" }, { inboundToken: token }],
    ["an empty one where none is set", { authorization: "Bearer " }, { inboundToken: "" }],
  ])("%s is refused", async (_name, headers: Record<string, string>, config) => {
    const response = await post(headers, "x", config);
    expect(response).toBeInstanceOf(Response);
    expect(response).toMatchObject({ status: 401 });
  });

  test("too large and empty", async () => {
    const authorization = `Bearer ${token}`;
    expect(await post({ authorization }, new Uint8Array(largestMail + 1))).toMatchObject({ status: 413 });
    expect(await post({ authorization }, "")).toMatchObject({ status: 400 });
  });
});
