import { createServer, type Socket } from "node:net";
import { Readable } from "node:stream";
import PostalMime from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, test } from "vitest";
import { type Outgoing, Permanent, Temporary, Uncertain } from "@/lib/channels/channel";
import { fakeContext, fakeOutgoing } from "@/lib/channels/email/fake-context";
import { parse } from "@/lib/channels/email/parse";
import { rawMail } from "@/lib/channels/email/raw-item";
import { findQuote } from "@/lib/text/quotes";
import { send } from "./send";
import { closeConnections } from "./smtp-connections";

type Trapped = { source: Buffer; from: string; to: string[] };

const cleanups: Array<() => Promise<unknown> | unknown> = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function trap(
  options: SMTPServerOptions = {},
): Promise<{ url: string; mails: Trapped[]; connects(): number }> {
  const mails: Trapped[] = [];
  let connects = 0;
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    authOptional: true,
    disableReverseLookup: true,
    onConnect(_session, callback) {
      connects += 1;
      callback();
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? "" : mailFrom.address;
        mails.push({ source: Buffer.concat(chunks), from, to: rcptTo.map((one) => one.address) });
        callback();
      });
    },
    ...options,
  });
  server.on("error", () => undefined);
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, "127.0.0.1", () => {
      const address = listening.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  cleanups.push(() => new Promise<void>((resolve) => server.close(resolve)));
  return { url: `smtp://127.0.0.1:${port}`, mails, connects: () => connects };
}

/** A server that follows a script of its own: gets each line, answers, or hangs up. */
async function script(onLine: (line: string, socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.write("220 script ESMTP\r\n");
    let rest = "";
    socket.on("data", (data) => {
      const lines = (rest + data.toString("latin1")).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) onLine(line, socket);
    });
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  cleanups.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return `smtp://127.0.0.1:${port}`;
}

function context(smtpUrl: string | null, config = {}) {
  const ctx = fakeContext(config, { smtpUrl });
  cleanups.push(() => closeConnections(ctx.channelId));
  return ctx;
}

async function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  );
}

describe("a reply", () => {
  test("threads, quotes, and says the same as text and as HTML", async () => {
    const { url, mails } = await trap();
    const sent = await send(context(url), fakeOutgoing());
    expect(sent).toMatchObject({ externalId: "<0199f2ab-7c11-7d3e-9a50-3c1f6b2e8d41@marmelune.example>" });
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ from: "care@marmelune.example", to: ["claire.dumontet@gmail.example"] });
    const mail = await PostalMime.parse(mails[0]!.source);
    const field = (name: string) => mail.headers.find((one) => one.key === name)?.value;
    expect(mail.messageId).toBe(sent.externalId);
    expect(mail.inReplyTo).toBe("<CAF3x9Kk@mail.gmail.com>");
    expect(mail.references).toBe("<first@marmelune.example> <CAF3x9Kk@mail.gmail.com>");
    expect(field("reply-to")).toBe(
      "Marmelune <care+mfrggzdfmztwq2lknnwg23tpoayaaaaaaaaaaaaaaa@marmelune.example>",
    );
    expect(field("auto-submitted")).toBeUndefined();
    expect(mail.text).toBe(
      "Bonjour Claire,\n\nle remboursement est parti.\n\nSalma\n\nLe 16 nov. 2026, 08:12, Claire Dumontet a écrit\u00a0:\n> Où est mon remboursement ?\n> Claire\n\n",
    );
    expect(mail.html).toContain("<strong>Claire</strong>");
    expect(mail.html).toContain('<blockquote type="cite"');
  });

  test("quotes a talk from its newest message on, each one deeper, and knows where it begins", async () => {
    const { url, mails } = await trap();
    const history = [
      { text: "Encore rien.", author: "Claire Dumontet", sentAt: new Date("2026-11-16T07:12:44Z") },
      { text: "C’est **parti**.", author: "Marmelune", sentAt: new Date("2026-11-13T09:00:00Z") },
    ];
    await send(context(url), fakeOutgoing({ history }));
    const mail = await PostalMime.parse(mails[0]!.source);
    const text = mail.text ?? "";
    expect(text).toContain(
      "a écrit\u00a0:\n> Encore rien.\n>\n> Le 13 nov. 2026, 10:00, Marmelune a écrit\u00a0:\n>> C’est parti.\n",
    );
    expect(mail.html?.match(/<blockquote/g)).toHaveLength(2);
    expect(findQuote(text, null)).toBe(text.indexOf("Le 16 nov."));
  });

  test("quotes in the customer's language, and never without end", async () => {
    const { url, mails } = await trap();
    const said = {
      text: "x".repeat(15_000),
      author: "Marek Nowak",
      sentAt: new Date("2026-11-16T07:12:44Z"),
    };
    await send(context(url), fakeOutgoing({ language: "de", history: Array(9).fill(said) }));
    const mail = await PostalMime.parse(mails[0]!.source);
    expect(mail.text).toMatch(/\nAm 16\.11\.2026, 08:12 schrieb Marek Nowak:\n> x/);
    expect(mail.text?.match(/x/g)).toHaveLength(20_000);
  });

  test("is recognised when it comes back to us", async () => {
    const { url, mails } = await trap();
    const ctx = context(url);
    await send(ctx, fakeOutgoing());
    const back = await parse(rawMail(new Uint8Array(mails[0]!.source), {}), ctx.config);
    expect(back).toMatchObject([{ kind: "filed", reason: "loop" }]);
  });

  test("carries files and inline pictures", async () => {
    const { url, mails } = await trap();
    const file = (
      name: string,
      contentType: string,
      contentId: string | null,
      bytes: string,
    ): Outgoing["files"][number] => ({
      name,
      contentType,
      contentId,
      size: bytes.length,
      open: async () => Readable.from([Buffer.from(bytes)]),
    });
    await send(
      context(url),
      fakeOutgoing({
        text: "Voici : ![photo](cid:photo-1)",
        files: [
          file("reçu\r\nBcc: x@evil.example.pdf", "application/pdf", null, "%PDF"),
          file("p.png", "image/png", "photo-1", "PNG"),
        ],
      }),
    );
    const mail = await PostalMime.parse(mails[0]!.source);
    expect(mail.attachments.map(({ filename, mimeType }) => [filename, mimeType]).sort()).toEqual([
      ["p.png", "image/png"],
      ["reçu Bcc- x@evil.example.pdf", "application/pdf"],
    ]);
    expect(mail.html).toContain('<img src="cid:photo-1" alt="photo"');
    expect(mail.bcc).toBeUndefined();
  });

  test("hidden recipients get it and are not named", async () => {
    const { url, mails } = await trap();
    await send(
      context(url),
      fakeOutgoing({ cc: ["tom@marmelune.example"], bcc: ["hannah@marmelune.example"] }),
    );
    expect(mails[0]?.to).toEqual([
      "claire.dumontet@gmail.example",
      "tom@marmelune.example",
      "hannah@marmelune.example",
    ]);
    expect(mails[0]?.source.toString()).not.toContain("hannah@");
  });

  test("what people typed adds no header field and no recipient", async () => {
    const { url, mails } = await trap();
    await send(
      context(url, { displayName: "Marmelune" }),
      fakeOutgoing({
        subject: "Re: x\r\nBcc: victim@evil.example\r\n\r\n<b>body</b>",
        from: { name: 'M"\r\nX-Evil: 1', agentName: "S" },
        externalId: "<a@b>\r\nX-Evil: 2",
        references: ["<x@y>\r\nX-Evil: 3"],
      }),
    );
    const head = mails[0]!.source.toString().split("\r\n\r\n")[0]!;
    expect(head).not.toMatch(/^(?:bcc|x-evil):/im);
    expect(mails[0]?.to).toHaveLength(1);
  });

  test("an address with more than an address in it is sent nowhere", async () => {
    const { url, mails } = await trap();
    const to = ["claire@example.org>\r\nRCPT TO:<victim@evil.example"];
    expect(await failure(send(context(url), fakeOutgoing({ to })))).toMatchObject({
      code: "recipient_invalid",
    });
    expect(mails).toHaveLength(0);
  });

  test("an automatic one says so and repeats nothing of the sender's", async () => {
    const { url, mails } = await trap();
    await send(
      context(url),
      fakeOutgoing({
        automatic: true,
        text: "We have your message.",
        subject: "Your message",
        language: "en",
      }),
    );
    const source = mails[0]!.source.toString();
    expect(source).toMatch(/^Auto-Submitted: auto-replied\r$/m);
    expect(source).toMatch(/^X-Auto-Response-Suppress: All\r$/m);
    expect(source).not.toMatch(/remboursement/i);
  });

  test("without plus addresses it asks for no answer to one", async () => {
    const { url, mails } = await trap();
    await send(context(url, { plusAddressing: "off" }), fakeOutgoing());
    expect(mails[0]?.source.toString()).not.toMatch(/^Reply-To:/im);
  });

  test("an address outside ASCII travels by SMTPUTF8", async () => {
    const { url, mails } = await trap();
    await send(context(url), fakeOutgoing({ to: ["élodie@crêperie.example"] }));
    expect(mails[0]?.to).toEqual(["élodie@crêperie.example"]);
  });

  test("leaves from the address that the customer wrote to, an acknowledgement too", async () => {
    const { url, mails } = await trap();
    const ctx = context(url, { aliases: ["orders@marmelune.example", "bonjour@marmelune.fr.example"] });
    const writtenTo = ["somebody@else.example", "Bonjour@marmelune.fr.example", "orders@marmelune.example"];
    await send(ctx, fakeOutgoing({ writtenTo }));
    await send(ctx, fakeOutgoing({ writtenTo: ["orders@marmelune.example"], automatic: true }));
    await send(ctx, fakeOutgoing({ writtenTo: ["somebody@else.example"] }));
    expect(mails.map(({ from }) => from)).toEqual([
      "bonjour@marmelune.fr.example",
      "orders@marmelune.example",
      "care@marmelune.example",
    ]);
    const mail = await PostalMime.parse(mails[0]!.source);
    expect(mail.from?.address).toBe("bonjour@marmelune.fr.example");
    expect(mail.replyTo?.[0]?.address).toMatch(/^bonjour\+[a-z2-7]+@marmelune\.fr\.example$/);
    // Fixed when the reply was written: it must not change with the settings.
    expect(mail.messageId).toBe(fakeOutgoing().externalId);
  });

  test("several share a connection", async () => {
    const { url, mails, connects } = await trap();
    const ctx = context(url);
    for (let i = 0; i < 5; i++) await send(ctx, fakeOutgoing({ externalId: `<${i}@marmelune.example>` }));
    expect(mails).toHaveLength(5);
    expect(connects()).toBe(1);
  });
});

describe("when it does not work, the error says whether trying again is safe", () => {
  const refuse = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });

  test("an unknown recipient is for good", async () => {
    const { url } = await trap({ onRcptTo: (_a, _s, callback) => callback(refuse(550, "5.1.1 unknown")) });
    const error = await failure(send(context(url), fakeOutgoing()));
    expect(error).toBeInstanceOf(Permanent);
    expect(error).toMatchObject({ code: "recipient_refused" });
  });

  test("greylisting is for now", async () => {
    const { url } = await trap({ onRcptTo: (_a, _s, callback) => callback(refuse(451, "4.7.1 later")) });
    expect(await failure(send(context(url), fakeOutgoing()))).toMatchObject({ code: "smtp_deferred" });
  });

  test("a text that is refused after it was sent", async () => {
    const onData: SMTPServerOptions["onData"] = (stream, _session, callback) => {
      stream.resume();
      stream.on("end", () => callback(refuse(554, "5.7.1 looks like spam")));
    };
    const { url } = await trap({ onData });
    const error = await failure(send(context(url), fakeOutgoing()));
    expect(error).toBeInstanceOf(Permanent);
    expect(error).toMatchObject({
      code: "smtp_refused",
      params: { answer: expect.stringContaining("spam") },
    });
  });

  test("nobody listens", async () => {
    const error = await failure(send(context("smtp://127.0.0.1:1"), fakeOutgoing()));
    expect(error).toBeInstanceOf(Temporary);
    expect(error).toMatchObject({ code: "smtp_unreachable" });
  });

  test("no server is set", async () => {
    expect(await failure(send(context(null), fakeOutgoing()))).toMatchObject({ code: "smtp_missing" });
  });

  test("a wrong password may be right later", async () => {
    const { url } = await trap({
      disabledCommands: ["STARTTLS"],
      allowInsecureAuth: true,
      onAuth: (_auth, _session, callback) => callback(refuse(535, "5.7.8 no")),
    });
    const error = await failure(send(context(url.replace("smtp://", "smtp://u:p@")), fakeOutgoing()));
    expect(error).toBeInstanceOf(Temporary);
    expect(error).toMatchObject({ code: "smtp_login" });
  });

  function server(at: "data" | "middle" | "dot") {
    let inData = false;
    return script((line, socket) => {
      if (inData) {
        if (at === "middle") socket.destroy();
        if (line === ".") socket.destroy();
      } else if (/^EHLO/.test(line)) socket.write("250 script\r\n");
      else if (/^(MAIL|RCPT)/.test(line)) socket.write("250 ok\r\n");
      else if (line === "DATA") {
        inData = true;
        if (at === "data") socket.destroy();
        else socket.write("354 go\r\n");
      }
    });
  }

  test("the line breaks before the text", async () => {
    const error = await failure(send(context(await server("data")), fakeOutgoing()));
    expect(error).toBeInstanceOf(Temporary);
  });

  test("the line breaks in the middle of a long text", async () => {
    const text = "word ".repeat(400_000);
    const error = await failure(send(context(await server("middle")), fakeOutgoing({ text })));
    expect(error).toBeInstanceOf(Temporary);
  });

  test("the line breaks after the last byte and before the answer: nobody knows", async () => {
    const error = await failure(send(context(await server("dot")), fakeOutgoing()));
    expect(error).toBeInstanceOf(Uncertain);
  });

  test("a file that cannot be read sends no half mail", async () => {
    const { url, mails } = await trap();
    const broken = {
      name: "a",
      contentType: "text/plain",
      contentId: null,
      size: 1,
      open: () => Promise.reject(new Error("gone")),
    };
    const error = await failure(send(context(url), fakeOutgoing({ files: [broken] })));
    expect(error).toBeInstanceOf(Temporary);
    expect(mails).toHaveLength(0);
  });

  test("a kept connection that has died is replaced, once and only before the text", async () => {
    const { url, mails, connects } = await trap({ socketTimeout: 800 });
    const ctx = context(url);
    await send(ctx, fakeOutgoing());
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await send(ctx, fakeOutgoing({ externalId: "<2@marmelune.example>" }));
    expect([mails.length, connects()]).toEqual([2, 2]);
  });
});
