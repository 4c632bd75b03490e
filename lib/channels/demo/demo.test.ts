import { type ParsedMail, simpleParser } from "mailparser";
import { createTransport } from "nodemailer";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Context, RawItem } from "@/lib/channels/channel";
import type { DemoConfig } from "./config";
import { dateNamed } from "./dates";
import { demo } from "./index";
import { parse } from "./item";
import { testAnswer } from "./test-answer";

const stops: Array<() => Promise<void>> = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
});
afterEach(async () => {
  vi.useRealTimers();
  for (const stop of stops.splice(0)) await stop();
});

describe("a date in our answer", () => {
  test.each([
    ["Le virement part ce jour, au plus tard mercredi 25.", "mercredi 25"],
    ["Vous serez remboursée d’ici vendredi 27 novembre.", "vendredi 27 novembre"],
    ["It will be there by Friday.", "Friday"],
    ["on 3rd December at the latest", "3rd December"],
    ["C’est pour demain.", "demain"],
  ])("%s", (text, date) => expect(dateNamed(text)).toBe(date));

  test.each(["Je suis désolée, nous regardons.", "We march on.", "Order 48213", ""])("none in: %s", (text) =>
    expect(dateNamed(text)).toBeNull(),
  );
});

test("Claire goes public after two minutes without an answer, once", async () => {
  const bluesky = await open({ plays: "bluesky", mailPort: null });
  await open({ plays: "customers", mailPort: null });
  await vi.advanceTimersByTimeAsync(119_000);
  expect(bluesky.items).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(bluesky.items).toHaveLength(1);
  expect(parse(bluesky.items[0]!)[0]).toMatchObject({ public: true, author: { name: "Claire Dumontet" } });
});

test("a restart in between neither repeats her post nor forgets that she was answered", async () => {
  const bluesky = await open({ plays: "bluesky", mailPort: null });
  const first = await open({ plays: "customers", mailPort: null });
  await demo.send!(bluesky.ctx, testAnswer("@claire-d.example", "Nous regardons."));
  await vi.advanceTimersByTimeAsync(1000);
  await stops.pop()!();
  await open({ plays: "customers", mailPort: null }, first.cursor());
  await vi.advanceTimersByTimeAsync(600_000);
  expect(bluesky.items).toHaveLength(0);
});

test("Ben, answered in public with a date, answers in public in the same thread, once", async () => {
  const bluesky = await open({ plays: "bluesky", mailPort: null });
  await open({ plays: "customers", mailPort: null });
  await demo.send!(
    bluesky.ctx,
    testAnswer("@benokafor.example", "Sorry, Ben. A new kettle is with you on Tuesday."),
  );
  await demo.send!(bluesky.ctx, testAnswer("@benokafor.example", "As I said: Tuesday."));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(bluesky.items).toHaveLength(1);
  const [message] = parse(bluesky.items[0]!);
  expect(message).toMatchObject({ public: true, token: "signed-token", author: { name: "Ben Okafor" } });
  expect(message!.text).toContain("Tuesday works");
});

test("Claire, answered by mail with a date, writes a mail back into the thread and stays silent in public", async () => {
  const arrived = await mailListener();
  const bluesky = await open({ plays: "bluesky", mailPort: null });
  await open({ plays: "customers", mailPort: 48_731 }, null, { host: "127.0.0.1", port: arrived.port });
  await createTransport({ host: "127.0.0.1", port: 48_731, ignoreTLS: true }).sendMail({
    from: "Marmelune <care@marmelune.example>",
    replyTo: "care+signed-token@marmelune.example",
    to: "c.dumontet@courriel.example",
    subject: "Re: Cocotte arrivée fendue",
    messageId: "<reply-1@marmelune.example>",
    text: "Bonjour Claire, le virement part ce jour, au plus tard vendredi 27 novembre.",
  });
  await vi.advanceTimersByTimeAsync(26_000);
  const mail = await arrived.mail;
  expect(mail.text).toMatch(/^Merci de me répondre, enfin\. J’attends jusqu’à vendredi 27 novembre/);
  expect(mail.inReplyTo).toBe("<reply-1@marmelune.example>");
  expect(mail.to).toMatchObject({ text: "care+signed-token@marmelune.example" });
  await vi.advanceTimersByTimeAsync(600_000);
  expect(bluesky.items).toHaveLength(0);
});

async function open(
  config: DemoConfig,
  cursor: string | null = null,
  listenAt: { host: string; port: number } | null = null,
) {
  const items: RawItem[] = [];
  let kept = cursor;
  const ctx: Context<DemoConfig> = {
    channelId: config.plays,
    config,
    appUrl: "http://localhost",
    fetch,
    signal: new AbortController().signal,
    now: () => new Date(),
    cursor: async () => kept,
    saveSecrets: async () => {},
    expires: async () => {},
    claim: async (_key, value) => value,
    log: { info() {}, warn() {} },
    health() {},
    mail: { smtpUrl: null, listenAt, tls: null },
  };
  const stop = await demo.listen!(ctx, async (more, position) => {
    items.push(...more);
    kept = position ?? kept;
    return { accepted: more.length, known: 0 };
  });
  stops.push(stop);
  return { ctx, items, cursor: () => kept };
}

async function mailListener(): Promise<{ port: number; mail: Promise<ParsedMail> }> {
  let arrive: (mail: ParsedMail) => void;
  const mail = new Promise<ParsedMail>((done) => {
    arrive = done;
  });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => {
      simpleParser(stream).then((parsed) => {
        arrive(parsed);
        done();
      }, done);
    },
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  stops.push(() => new Promise((done) => server.close(() => done())));
  const address = server.server.address();
  return { port: typeof address === "object" && address ? address.port : 0, mail };
}
