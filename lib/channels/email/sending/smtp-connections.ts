import SMTPConnection from "nodemailer/lib/smtp-connection";
import XOAuth2 from "nodemailer/lib/xoauth2";
import type { EmailConfig } from "@/lib/channels/email/config";

export type SmtpServer = {
  host: string;
  port: number;
  security: "tls" | "starttls" | "optional" | "none";
  user: string;
  password: string;
  /** An access token in place of the password (XOAUTH2). */
  access?: string | null;
};

/** The channel's own server, else the installation's (SMTP_URL); null when there is neither. */
export function smtpServer(config: EmailConfig, smtpUrl: string | null): SmtpServer | null {
  if (config.smtpHost !== "") {
    const {
      smtpHost: host,
      smtpPort: port,
      smtpSecurity: security,
      smtpUser: user,
      smtpPassword: password,
    } = config;
    // A sign-in gives the same access to both servers.
    return {
      host,
      port,
      security,
      user: user || (config.access === "password" ? "" : config.address),
      password,
    };
  }
  if (smtpUrl === null || !URL.canParse(smtpUrl)) return null;
  const url = new URL(smtpUrl);
  const isTls = url.protocol === "smtps:";
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || (isTls ? 465 : 587),
    security: isTls ? "tls" : "optional",
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
}

/**
 * A connection that is logged in, an idle one where there is one. `reused` tells that it may have died
 * unnoticed. Rejects with nodemailer's error.
 */
export async function takeConnection(
  channelId: string,
  server: SmtpServer,
): Promise<{ connection: SMTPConnection; reused: boolean }> {
  const idle = pool(channelId);
  const key = keyOf(server);
  for (let kept = idle.pop(); kept !== undefined; kept = idle.pop()) {
    clearTimeout(kept.timer);
    if (kept.key === key && !kept.isClosed()) return { connection: kept.connection, reused: true };
    kept.connection.close();
  }
  return { connection: await openConnection(server), reused: false };
}

/** Gives a connection back after a mail that was taken; at most two wait, for half a minute. */
export function keepConnection(channelId: string, server: SmtpServer, connection: SMTPConnection): void {
  const idle = pool(channelId);
  if (idle.length >= 2) {
    connection.quit();
    return;
  }
  let closed = false;
  const drop = () => {
    closed = true;
    const at = idle.indexOf(kept);
    if (at !== -1) idle.splice(at, 1);
    clearTimeout(kept.timer);
  };
  const timer = setTimeout(() => {
    drop();
    connection.quit();
  }, 30_000);
  timer.unref();
  const kept: Kept = { connection, key: keyOf(server), timer, isClosed: () => closed };
  connection.once("end", drop);
  idle.push(kept);
}

/** Closes what waits for a channel: its settings have changed, or the process stops. */
export function closeConnections(channelId: string): void {
  for (const kept of pool(channelId).splice(0)) {
    clearTimeout(kept.timer);
    kept.connection.quit();
  }
  globalThis.avantSmtpConnections?.delete(channelId);
}

/** A new connection, encrypted as the settings say and logged in. */
export function openConnection(server: SmtpServer): Promise<SMTPConnection> {
  const connection = new SMTPConnection({
    host: server.host,
    port: server.port,
    secure: server.security === "tls",
    requireTLS: server.security === "starttls",
    ignoreTLS: server.security === "none",
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    // Servers look into a mail before they take it, some for minutes; giving up then means not knowing.
    socketTimeout: 180_000,
    // A server on this very machine has a certificate for another name; nobody sits in between.
    tls: { rejectUnauthorized: !isLoopback(server.host) },
  });
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      connection.close();
      reject(error);
    };
    connection.on("error", fail);
    connection.connect(() => {
      if (server.access) {
        connection.login(
          { oauth2: new XOAuth2({ user: server.user, accessToken: server.access }) },
          (error) => (error ? fail(error) : resolve(connection)),
        );
      } else if (server.user === "") resolve(connection);
      else {
        connection.login(
          { user: server.user, credentials: { user: server.user, pass: server.password } },
          (error) => (error ? fail(error) : resolve(connection)),
        );
      }
    });
  });
}

export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(?:\.\d{1,3}){3}$/.test(host);
}

type Kept = { connection: SMTPConnection; key: string; timer: NodeJS.Timeout; isClosed(): boolean };

declare global {
  var avantSmtpConnections: Map<string, Kept[]> | undefined;
}

function pool(channelId: string): Kept[] {
  globalThis.avantSmtpConnections ??= new Map();
  const found = globalThis.avantSmtpConnections.get(channelId);
  if (found !== undefined) return found;
  const made: Kept[] = [];
  globalThis.avantSmtpConnections.set(channelId, made);
  return made;
}

function keyOf(server: SmtpServer): string {
  return JSON.stringify([
    server.host,
    server.port,
    server.security,
    server.user,
    server.password,
    server.access,
  ]);
}
