import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, pause } from "@/e2e/support/product";
import { dovecotConf, mainCf, masterCf } from "./mail-settings";

export type MailServers = {
  /** Where the world's mail comes in, without a login. */
  smtp: number;
  /** Where mailboxes hand over what they send: STARTTLS and a login. */
  submission: number;
  /** STARTTLS is offered. */
  imap: number;
  password: string;
  stop(): Promise<void>;
};

const password = "correct horse";
const packages = ["postfix", "dovecot-core", "dovecot-imapd", "dovecot-lmtpd", "openssl"];
const programs = ["/usr/sbin/postfix", "/usr/sbin/dovecot", "/usr/lib/dovecot/imap", "/usr/lib/dovecot/lmtp"];

/** Null when the servers can run here, else why not, in a sentence. Installs them first where apt may. */
export function whyNoMailServers(): string | null {
  if (process.getuid?.() !== 0) return "Postfix must be started as root; run this as root on Debian.";
  if (programs.every(existsSync)) return null;
  if (!existsSync("/usr/bin/apt-get")) return `These must be installed first: ${packages.join(", ")}.`;
  const apt = (...args: string[]) =>
    execFileSync("apt-get", args, {
      stdio: "ignore",
      // Without a question, and without a server of the system's own: ours is started from its own folder.
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" },
    });
  try {
    apt("update");
    apt("install", "-y", "--no-install-recommends", ...packages);
  } catch {
    return `apt could not install ${packages.join(", ")}.`;
  }
  return programs.every(existsSync) ? null : "Postfix or Dovecot is missing after its installation.";
}

/**
 * Starts Postfix and Dovecot on free ports of 127.0.0.1, with mailboxes for `users`, in a folder that is gone
 * afterwards. Nothing ever leaves the machine: what is for other domains than the users' is bounced.
 */
export async function startMailServers(users: readonly string[]): Promise<MailServers> {
  const dir = mkdtempSync(join(tmpdir(), "avant-mail-"));
  // Both change to users of their own, who must get through.
  chmodSync(dir, 0o755);
  for (const name of ["postfix", "spool", "data", "run", "mail"]) mkdirSync(join(dir, name));
  execFileSync("chown", ["mail:mail", join(dir, "mail")]);
  execFileSync("chown", ["postfix:postfix", join(dir, "data")]);
  execFileSync(
    "openssl",
    "req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2 -subj /CN=localhost".split(" "),
    { cwd: dir, stdio: "ignore" },
  );
  const ports: number[] = [];
  while (ports.length < 5) ports.push(await freePort());
  const [smtp = 0, submission = 0, imap = 0, lmtp = 0, sasl = 0] = ports;
  const house = { dir, users, password, smtp, submission, imap, lmtp, sasl };
  const write = (name: string, text: string) => writeFileSync(join(dir, name), text);
  write("users", users.map((user) => `${user}:{PLAIN}${password}::::::\n`).join(""));
  write("dovecot.conf", dovecotConf(house));
  write("postfix/mailboxes", users.map((user) => `${user} yes\n`).join(""));
  write("postfix/main.cf", mainCf(house, postconf("daemon_directory")));
  write("postfix/master.cf", masterCf(house));

  const children: ChildProcess[] = [];
  function run(name: string, args: string[]): ChildProcess {
    const log = openSync(join(dir, `${name}.out`), "a");
    const child = spawn(`/usr/sbin/${name}`, args, { stdio: ["ignore", log, log], detached: true });
    children.push(child);
    return child;
  }

  async function stop(): Promise<void> {
    // Ends the master with everything that it has started.
    if (children.length > 1) postfix("stop");
    for (const child of children) await end(child);
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  }

  function postfix(order: string): void {
    try {
      execFileSync("/usr/sbin/postfix", ["-c", join(dir, "postfix"), order], { stdio: "ignore" });
    } catch {
      // It has stopped by itself.
    }
  }

  try {
    const dovecot = run("dovecot", ["-F", "-c", join(dir, "dovecot.conf")]);
    for (const port of [imap, lmtp, sasl]) await opened(port, dovecot);
    const master = run("postfix", ["-c", join(dir, "postfix"), "start-fg"]);
    for (const port of [smtp, submission]) await opened(port, master);
  } catch (error) {
    const words = ["dovecot.out", "dovecot.log", "postfix.out", "postfix.log"].map((name) =>
      lastWords(join(dir, name)),
    );
    await stop();
    throw new Error(`the mail servers did not start: ${words.join("\n")}`, { cause: error });
  }
  return { smtp, submission, imap, password, stop };
}

function postconf(name: string): string {
  return execFileSync("/usr/sbin/postconf", ["-d", "-h", name], { encoding: "utf8" }).trim();
}

function lastWords(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8").slice(-1500) : "";
}

async function opened(port: number, child: ChildProcess): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; await pause(50)) {
    if (child.exitCode !== null) break;
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.destroy();
        resolve(true);
      });
      socket.on("error", () => resolve(false));
    });
    if (isOpen) return;
  }
  throw new Error(`nothing listens on ${port}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), 8_000);
  await gone;
  clearTimeout(late);
}
