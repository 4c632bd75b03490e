import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ImapFlow } from "imapflow";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { RawItem } from "@/lib/channels/channel";
import { fakeContext, fakeOutgoing } from "@/lib/channels/email/fake-context";
import { email } from "@/lib/channels/email/index";

/** Against a real server, where there is one: Debian's dovecot-imapd, started here and nowhere else. */
const dovecot = ["/usr/sbin/dovecot", "/usr/local/sbin/dovecot"].find(existsSync);
const canRun = dovecot !== undefined && process.getuid?.() === 0;
const user = "care@marmelune.example";
const password = "correct horse";

let dir = "";
let port = 0;
let server: ChildProcess | null = null;

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function start(): Promise<void> {
  const log = join(dir, "dovecot.log");
  server = spawn(dovecot ?? "", ["-F", "-c", join(dir, "dovecot.conf")], { stdio: "ignore" });
  for (let i = 0; i < 100; i++) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.destroy();
        resolve(true);
      });
      socket.on("error", () => resolve(false));
    });
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Dovecot did not start, see ${log}`);
}

async function stop(): Promise<void> {
  const child = server;
  server = null;
  if (child === null || child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await gone;
}

async function client(): Promise<ImapFlow> {
  const one = new ImapFlow({
    host: "127.0.0.1",
    port,
    secure: false,
    doSTARTTLS: false,
    auth: { user, pass: password },
    logger: false,
  });
  one.on("error", () => undefined);
  await one.connect();
  return one;
}

async function put(...ids: string[]): Promise<void> {
  const one = await client();
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
    imapHost: "127.0.0.1",
    imapPort: port,
    imapSecurity: "none",
    imapUser: user,
    imapPassword: password,
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

describe.skipIf(!canRun)("a mailbox on a real IMAP server", () => {
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), "avant-imap-"));
    chmodSync(dir, 0o755);
    port = await freePort();
    mkdirSync(join(dir, "mail"));
    execFileSync("chown", ["mail:mail", join(dir, "mail")]);
    writeFileSync(join(dir, "users"), `${user}:{PLAIN}${password}::::::\n`);
    writeFileSync(
      join(dir, "dovecot.conf"),
      `base_dir = ${dir}/run
state_dir = ${dir}/run
instance_name = avant-test-${port}
log_path = ${dir}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${dir}/mail/%n
mail_uid = mail
mail_gid = mail
first_valid_uid = 1
auth_failure_delay = 0
passdb {
  driver = passwd-file
  args = username_format=%u ${dir}/users
}
userdb {
  driver = static
  args = uid=mail gid=mail home=${dir}/mail/%n
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    auto = create
    special_use = \\Sent
  }
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`,
    );
    await start();
  }, 30_000);

  afterAll(async () => {
    await stop();
    if (dir !== "") rmSync(dir, { recursive: true, force: true });
  });

  beforeEach(async () => {
    const one = await client();
    await one.mailboxOpen("INBOX");
    await one.messageDelete("1:*");
    await one.logout();
  });

  test("what is there comes first, what arrives follows at once, and both are seen only then", async () => {
    await put("a@x", "b@x");
    const { ids, listen } = watcher();
    const end = await listen();
    await expect.poll(ids, { timeout: 10_000 }).toEqual(["a@x", "b@x"]);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const started = performance.now();
    await put("c@x");
    await expect.poll(ids, { timeout: 10_000, interval: 20 }).toEqual(["a@x", "b@x", "c@x"]);
    expect(performance.now() - started).toBeLessThan(5000);
    const one = await client();
    await one.mailboxOpen("INBOX");
    await expect.poll(() => one.search({ seen: false }), { timeout: 5000 }).toEqual([]);
    await one.logout();
    await end();
  }, 30_000);

  test("a restart goes on where the last committed cursor stands", async () => {
    await put("a@x");
    const { ids, listen } = watcher();
    const end = await listen();
    await expect.poll(ids, { timeout: 10_000 }).toEqual(["a@x"]);
    await end();
    await put("b@x");
    const endAgain = await listen();
    await expect.poll(ids, { timeout: 10_000 }).toEqual(["a@x", "b@x"]);
    await endAgain();
  }, 30_000);

  test("mail that could not be stored stays unseen and comes again", async () => {
    const { ids, listen, breakNext, ctx } = watcher();
    breakNext(1);
    await put("a@x");
    const end = await listen();
    await expect.poll(ids, { timeout: 15_000 }).toEqual(["a@x"]);
    expect(ctx.reports.filter((report) => report !== null)).toEqual([]);
    await end();
  }, 30_000);

  test("a server that goes away and comes back is found again", async () => {
    const { ids, listen, ctx } = watcher();
    const end = await listen();
    await put("a@x");
    await expect.poll(ids, { timeout: 10_000 }).toEqual(["a@x"]);
    await stop();
    await expect.poll(() => ctx.reports.at(-1)?.code, { timeout: 20_000 }).toBe("imap_unreachable");
    await start();
    await put("b@x");
    await expect.poll(ids, { timeout: 30_000 }).toEqual(["a@x", "b@x"]);
    await expect.poll(() => ctx.reports.at(-1), { timeout: 5_000 }).toBeNull();
    await end();
  }, 60_000);

  test("a new UIDVALIDITY reads everything again, under the ids that are known", async () => {
    await put("a@x", "b@x");
    const { items, ids, listen } = watcher();
    let end = await listen();
    await expect.poll(ids, { timeout: 10_000 }).toEqual(["a@x", "b@x"]);
    await end();
    await stop();
    const box = join(dir, "mail", "care");
    for (const file of readdirSync(box))
      if (file.startsWith("dovecot")) rmSync(join(box, file), { force: true });
    await start();
    end = await listen();
    await expect.poll(() => items.length, { timeout: 10_000 }).toBe(4);
    expect(items[2]?.externalId).toBe(items[0]?.externalId);
    expect(items[3]?.externalId).toBe(items[1]?.externalId);
    await end();
  }, 60_000);

  test("200 mails of a backlog and one of 9 MB come in pieces and in order", async () => {
    const names = Array.from({ length: 200 }, (_, i) => `${i}@x`);
    await put(...names);
    const one = await client();
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
  }, 60_000);

  test("a wrong password is told and does not end the channel", async () => {
    const { ctx, listen } = watcher({ imapPassword: "wrong" });
    const end = await listen();
    await expect.poll(() => ctx.reports.at(-1)?.code, { timeout: 15_000 }).toBe("imap_login");
    await end();
    expect(await email.check({ ...ctx, mail: { ...ctx.mail, smtpUrl: "smtp://127.0.0.1:1" } })).toMatchObject(
      { code: "imap_login" },
    );
  }, 30_000);

  test("a copy in the folder of sent mail answers whether a mail has left", async () => {
    const { ctx } = watcher();
    const one = await client();
    await one.append("Sent", "Message-ID: <left@marmelune.example>\r\n\r\nx\r\n");
    await one.logout();
    expect(await email.hasSent!(ctx, fakeOutgoing({ externalId: "<left@marmelune.example>" }))).toBe(true);
    expect(await email.hasSent!(ctx, fakeOutgoing({ externalId: "<not@marmelune.example>" }))).toBeNull();
  }, 30_000);
});

test("a mailbox that cannot be reached is told in words and left alone for a while", async () => {
  const ctx = fakeContext({ imapHost: "127.0.0.1", imapPort: 1, imapSecurity: "none", imapUser: "u" });
  const end = await email.listen!(ctx, async () => ({ accepted: 0, known: 0 }));
  await expect.poll(() => ctx.reports.at(-1)?.code, { timeout: 10_000 }).toBe("imap_unreachable");
  expect(ctx.reports.length).toBeLessThan(4);
  const started = performance.now();
  await end();
  expect(performance.now() - started).toBeLessThan(2000);
});
