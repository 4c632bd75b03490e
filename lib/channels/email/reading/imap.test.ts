import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Dovecot, hasDovecot, mailbox, startDovecot } from "@/e2e/support/dovecot";
import type { RawItem } from "@/lib/channels/channel";
import { fakeContext, fakeOutgoing } from "@/lib/channels/email/fake-context";
import { email } from "@/lib/channels/email/index";

/** Against a real server, where there is one. */
let dovecot: Dovecot;

async function put(...ids: string[]): Promise<void> {
  const one = await dovecot.client();
  for (const id of ids) {
    await one.append(
      "INBOX",
      `Message-ID: <${id}>\r\nFrom: ben@okafor.example\r\nSubject: ${id}\r\n\r\nwords of ${id}\r\n`,
    );
  }
  await one.logout();
}

function watcher(config = {}) {
  const items: RawItem[] = [];
  const ctx = fakeContext({
    ...dovecot.settings,
    imapPassword: mailbox.password,
    ...config,
  });
  let broken = 0;
  const ids = () => items.map((item) => /<([^>]*)>/.exec(item.externalId)?.[1]);
  return {
    ctx,
    items,
    ids,
    breakNext: (times: number) => {
      broken = times;
    },
    listen: () =>
      email.listen!(ctx, async (all, cursor) => {
        if (broken > 0) {
          broken -= 1;
          throw new Error("the database is away");
        }
        items.push(...all);
        ctx.keep(cursor);
        return { accepted: all.length, known: 0 };
      }),
  };
}

describe.skipIf(!hasDovecot)("a mailbox on a real IMAP server", () => {
  beforeAll(async () => {
    dovecot = await startDovecot();
  }, 120_000);

  afterAll(() => dovecot?.end());

  beforeEach(async () => {
    const one = await dovecot.client();
    await one.mailboxOpen("INBOX");
    await one.messageDelete("1:*");
    await one.logout();
  });

  test("what is there comes first, what arrives follows at once, and both are seen only then", async () => {
    await put("a@x", "b@x");
    const { ids, listen } = watcher();
    const end = await listen();
    await expect.poll(ids, { timeout: 40_000 }).toEqual(["a@x", "b@x"]);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const started = performance.now();
    await put("c@x");
    await expect.poll(ids, { timeout: 40_000, interval: 20 }).toEqual(["a@x", "b@x", "c@x"]);
    expect(performance.now() - started).toBeLessThan(20_000);
    const one = await dovecot.client();
    await one.mailboxOpen("INBOX");
    await expect.poll(() => one.search({ seen: false }), { timeout: 40_000 }).toEqual([]);
    await one.logout();
    await end();
  }, 120_000);

  test("a restart goes on where the last committed cursor stands", async () => {
    await put("a@x");
    const { ids, listen } = watcher();
    const end = await listen();
    await expect.poll(ids, { timeout: 40_000 }).toEqual(["a@x"]);
    await end();
    await put("b@x");
    const endAgain = await listen();
    await expect.poll(ids, { timeout: 40_000 }).toEqual(["a@x", "b@x"]);
    await endAgain();
  }, 120_000);

  test("mail that could not be stored stays unseen and comes again", async () => {
    const { ids, listen, breakNext, ctx } = watcher();
    breakNext(1);
    await put("a@x");
    const end = await listen();
    await expect.poll(ids, { timeout: 40_000 }).toEqual(["a@x"]);
    expect(ctx.reports.filter((report) => report !== null)).toEqual([]);
    await end();
  }, 120_000);

  test("a server that goes away and comes back is found again", async () => {
    const { ids, listen, ctx } = watcher();
    const end = await listen();
    await put("a@x");
    await expect.poll(ids, { timeout: 40_000 }).toEqual(["a@x"]);
    await dovecot.stop();
    await expect.poll(() => ctx.reports.at(-1)?.code, { timeout: 40_000 }).toBe("imap_unreachable");
    await dovecot.start();
    await put("b@x");
    await expect.poll(ids, { timeout: 30_000 }).toEqual(["a@x", "b@x"]);
    await expect.poll(() => ctx.reports.at(-1), { timeout: 40_000 }).toBeNull();
    await end();
  }, 120_000);

  test("a new UIDVALIDITY reads everything again, under the ids that are known", async () => {
    await put("a@x", "b@x");
    const { items, ids, listen } = watcher();
    let end = await listen();
    await expect.poll(ids, { timeout: 40_000 }).toEqual(["a@x", "b@x"]);
    await end();
    await dovecot.stop();
    const { box } = dovecot;
    for (const file of readdirSync(box))
      if (file.startsWith("dovecot")) rmSync(join(box, file), { force: true });
    await dovecot.start();
    end = await listen();
    await expect.poll(() => items.length, { timeout: 40_000 }).toBe(4);
    expect(items[2]?.externalId).toBe(items[0]?.externalId);
    expect(items[3]?.externalId).toBe(items[1]?.externalId);
    await end();
  }, 120_000);

  test("200 mails of a backlog and one of 9 MB come in pieces and in order", async () => {
    const names = Array.from({ length: 200 }, (_, i) => `${i}@x`);
    await put(...names);
    const one = await dovecot.client();
    await one.append(
      "INBOX",
      `Message-ID: <big@x>\r\nFrom: b@o.example\r\n\r\n${"0123456789abcdef\r\n".repeat(520_000)}`,
    );
    await one.logout();
    const { items, ids, listen } = watcher();
    const end = await listen();
    await expect.poll(() => items.length, { timeout: 30_000 }).toBe(201);
    expect(ids()).toEqual([...names, "big@x"]);
    expect(items.at(-1)?.body.byteLength).toBeGreaterThan(9_000_000);
    await end();
  }, 120_000);

  test("a wrong password is told and does not end the channel", async () => {
    const { ctx, listen } = watcher({ imapPassword: "wrong" });
    const end = await listen();
    await expect.poll(() => ctx.reports.at(-1)?.code, { timeout: 40_000 }).toBe("imap_login");
    await end();
    expect(await email.check({ ...ctx, mail: { ...ctx.mail, smtpUrl: "smtp://127.0.0.1:1" } })).toMatchObject(
      { code: "imap_login" },
    );
  }, 120_000);

  test("a copy in the folder of sent mail answers whether a mail has left", async () => {
    const { ctx } = watcher();
    const one = await dovecot.client();
    await one.append("Sent", "Message-ID: <left@marmelune.example>\r\n\r\nx\r\n");
    await one.logout();
    expect(await email.hasSent!(ctx, fakeOutgoing({ externalId: "<left@marmelune.example>" }))).toBe(true);
    expect(await email.hasSent!(ctx, fakeOutgoing({ externalId: "<not@marmelune.example>" }))).toBeNull();
  }, 120_000);
});

test("a mailbox that cannot be reached is told in words and left alone for a while", async () => {
  const ctx = fakeContext({ imapHost: "127.0.0.1", imapPort: 1, imapSecurity: "none", imapUser: "u" });
  const end = await email.listen!(ctx, async () => ({ accepted: 0, known: 0 }));
  await expect.poll(() => ctx.reports.at(-1)?.code, { timeout: 40_000 }).toBe("imap_unreachable");
  expect(ctx.reports.length).toBeLessThan(4);
  const started = performance.now();
  await end();
  expect(performance.now() - started).toBeLessThan(10_000);
});
