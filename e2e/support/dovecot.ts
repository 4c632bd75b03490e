import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ImapFlow } from "imapflow";

const program = ["/usr/sbin/dovecot", "/usr/local/sbin/dovecot"].find(existsSync);

/** Debian's dovecot-imapd drops its rights itself, so only root can start it. */
export const hasDovecot = program !== undefined && process.getuid?.() === 0;

export const mailbox = { user: "care@marmelune.example", password: "correct horse" };

export type Dovecot = Awaited<ReturnType<typeof startDovecot>>;

/**
 * A real IMAP server on loopback with one mailbox and a folder of sent mail, started here and nowhere else. With
 * `tokenInfo`, the address at which an access token is asked about, it takes XOAUTH2 besides the password.
 */
export async function startDovecot(tokenInfo: string | null = null) {
  const dir = mkdtempSync(join(tmpdir(), "avant-imap-"));
  const port = await freePort();
  let server: ChildProcess | null = null;
  chmodSync(dir, 0o755);
  mkdirSync(join(dir, "mail"));
  execFileSync("chown", ["mail:mail", join(dir, "mail")]);
  writeFileSync(join(dir, "users"), `${mailbox.user}:{PLAIN}${mailbox.password}::::::\n`);
  writeFileSync(
    join(dir, "oauth2.conf"),
    `tokeninfo_url = ${tokenInfo}?access_token=\nusername_attribute = email\n`,
  );
  writeFileSync(join(dir, "dovecot.conf"), settings(dir, port, tokenInfo !== null));

  async function start(): Promise<void> {
    server = spawn(program ?? "", ["-F", "-c", join(dir, "dovecot.conf")], { stdio: "ignore" });
    for (let i = 0; i < 100; i++) {
      if (await isOpen(port)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`Dovecot did not start, see ${dir}/dovecot.log`);
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
    const { user, password: pass } = mailbox;
    const auth = { user, pass, loginMethod: "LOGIN" };
    const one = new ImapFlow({
      host: "127.0.0.1",
      port,
      secure: false,
      doSTARTTLS: false,
      auth,
      logger: false,
    });
    one.on("error", () => undefined);
    await one.connect();
    return one;
  }

  await start();
  return {
    port,
    /** Where its mailbox lies on disk. */
    box: join(dir, "mail", "care"),
    start,
    stop,
    client,
    /** What a mail channel has to know of it. */
    settings: { imapHost: "127.0.0.1", imapPort: port, imapSecurity: "none", imapUser: mailbox.user },
    async put(folder: string, ...sources: string[]): Promise<void> {
      const one = await client();
      for (const source of sources) await one.append(folder, source.replace(/\r?\n/g, "\r\n"));
      await one.logout();
    },
    async end(): Promise<void> {
      await stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}

function settings(dir: string, port: number, hasTokens: boolean): string {
  const tokens = `
passdb {
  driver = oauth2
  mechanisms = xoauth2
  args = ${dir}/oauth2.conf
}`;
  return `base_dir = ${dir}/run
state_dir = ${dir}/run
instance_name = avant-test-${port}
log_path = ${dir}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login${hasTokens ? " xoauth2" : ""}
mail_location = maildir:${dir}/mail/%n
mail_uid = mail
mail_gid = mail
first_valid_uid = 1
auth_failure_delay = 0${hasTokens ? tokens : ""}
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
`;
}
