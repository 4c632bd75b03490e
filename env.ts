import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { isIP } from "node:net";
import { join, resolve } from "node:path";
import { z } from "zod";

/** Variables as the operating system gives them; the tests give their own. */
export type RawSettings = { [name: string]: string | undefined };

/** A reason not to start that its reader can act upon: whoever shows it prints the sentence and no stack. */
export class Refusal extends Error {
  override readonly name: string = "Refusal";
}

/** Wrong settings, all of them at once: one line each, naming the variable, what is wrong and an example. */
export class SettingsError extends Refusal {
  override readonly name = "SettingsError";
}

const loopback = new Set(["127.0.0.1", "::1", "localhost"]);

const port = (example: string) =>
  z.coerce
    .number({ error: `is not a number, for example ${example}` })
    .int(`is not a whole number, for example ${example}`)
    .min(0, `is not a port, for example ${example}`)
    .max(65535, `is not a port (0 to 65535), for example ${example}`);

const url = (schemes: string[], example: string) =>
  z
    .string()
    .refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1)), {
      error: `is not an address that starts with ${schemes.join(" or ")}, for example ${example}`,
    });

const choice = <const Values extends readonly [string, ...string[]]>(values: Values, example: string) =>
  z.enum(values, { error: `is none of ${values.join(", ")}; for example ${example}` });

const schema = z.object({
  PORT: port("3000").default(3000),
  HOST: z.string().default("127.0.0.1"),
  APP_URL: url(["http", "https"], "https://inbox.marmelune.example").optional(),
  DATABASE_URL: url(["postgres", "postgresql"], "postgres://avant:secret@db.internal:5432/avant").optional(),
  REDIS_URL: url(["redis", "rediss"], "redis://127.0.0.1:6379").optional(),
  S3_URL: url(["http", "https"], "https://key:secret@s3.example.com/bucket?region=eu-west-3").optional(),
  DATA_DIR: z.string().default(".data"),
  SECRET_KEY: z
    .string()
    .min(32, "is shorter than 32 characters; make one with: openssl rand -base64 32")
    .optional(),
  SMTP_IN_PORT: port("2525, or 0 for no mail listener").default(2525),
  SMTP_IN_HOST: z.string().default("127.0.0.1"),
  SMTP_IN_CERT: z.string().optional(),
  SMTP_IN_KEY: z.string().optional(),
  SMTP_URL: url(["smtp", "smtps"], "smtp://user:password@mail.example.com:587").optional(),
  ALLOW_PRIVATE_NETWORK: choice(["on", "off"], "ALLOW_PRIVATE_NETWORK=on").optional(),
  OIDC_ISSUER: url(["https", "http"], "https://login.example.com/realms/care").optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_TRUST_EMAIL: choice(["on", "off"], "OIDC_TRUST_EMAIL=off").default("off"),
  TRUSTED_PROXIES: z
    .string()
    .default("127.0.0.0/8, ::1")
    .refine((value) => value.split(",").every((part) => isNetwork(part.trim())), {
      error: "is not a list of addresses or networks, for example TRUSTED_PROXIES=127.0.0.1, 10.0.0.0/24",
    }),
  ROLE: choice(["all", "web", "worker"], "ROLE=all").default("all"),
  LOG_LEVEL: choice(["fatal", "error", "warn", "info", "debug", "trace", "silent"], "LOG_LEVEL=info").default(
    "info",
  ),
  DEMO: choice(["on", "off", "1", "0", "true", "false"], "DEMO=off").default("on"),
  NODE_ENV: z.string().default("development"),
});

/** What the whole program may be told. `SECRET_KEY` is read, or made, the first time somebody asks for it. */
export type Settings = Omit<
  z.infer<typeof schema>,
  "APP_URL" | "DEMO" | "SECRET_KEY" | "ALLOW_PRIVATE_NETWORK"
> & {
  /**
   * Whether channels and webhooks may reach addresses of the own network. Off by default, but for the demo, where
   * whoever can ask already sits at this machine.
   */
  ALLOW_PRIVATE_NETWORK: boolean;
  APP_URL: string;
  /** True only where strangers cannot reach it: the embedded database and a loopback HOST. */
  DEMO: boolean;
  readonly SECRET_KEY: string;
};

/**
 * The settings in `raw`; an empty value counts as not set. Touches nothing outside until SECRET_KEY is asked for.
 * Throws SettingsError.
 */
export function parseEnv(raw: RawSettings): Settings {
  const given = Object.fromEntries(
    Object.entries(raw).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = schema.safeParse(given);
  const problems = parsed.success
    ? togetherProblems(parsed.data)
    : parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  if (!parsed.success || problems.length > 0) throw new SettingsError(problems.join("\n"));

  const { SECRET_KEY: givenKey, ...settings } = parsed.data;
  const dataDir = resolve(settings.DATA_DIR);
  const shownHost = loopback.has(settings.HOST) || settings.HOST === "0.0.0.0" ? "localhost" : settings.HOST;
  const asked = ["on", "1", "true"].includes(settings.DEMO);
  const demo = asked && settings.DATABASE_URL === undefined && loopback.has(settings.HOST);
  let key = givenKey;
  return {
    ...settings,
    ALLOW_PRIVATE_NETWORK: settings.ALLOW_PRIVATE_NETWORK ? settings.ALLOW_PRIVATE_NETWORK === "on" : demo,
    DATA_DIR: dataDir,
    APP_URL: (settings.APP_URL ?? `http://${shownHost}:${settings.PORT}`).replace(/\/+$/, ""),
    DEMO: demo,
    get SECRET_KEY() {
      key ??= keptSecret(dataDir);
      return key;
    },
  };
}

/** The environment for a program that we start: what an operating system needs, and none of our secrets. */
export function childEnvironment(extra: { [name: string]: string }): NodeJS.ProcessEnv {
  const kept = [
    "PATH",
    "HOME",
    "TMPDIR",
    "TEMP",
    "TMP",
    "SystemRoot",
    "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
  ];
  const own = Object.fromEntries(kept.map((name) => [name, process.env[name]]));
  return { ...own, NODE_ENV: process.env.NODE_ENV, ...extra };
}

/** True when only this machine can reach the address. */
export function isLoopback(host: string): boolean {
  return loopback.has(host);
}

/** An address, or one with the length of its network's prefix. */
function isNetwork(part: string): boolean {
  const [address = "", length] = part.split("/");
  const version = isIP(address);
  if (version === 0) return false;
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (version === 4 ? 32 : 128));
}

function togetherProblems(settings: z.infer<typeof schema>): string[] {
  const groups = [
    ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
    ["SMTP_IN_CERT", "SMTP_IN_KEY"],
  ] as const;
  return groups.flatMap((group) => {
    const missing = group.filter((name) => settings[name] === undefined);
    if (missing.length === 0 || missing.length === group.length) return [];
    return [`${missing.join(" and ")} must be set too: ${group.join(", ")} only work together`];
  });
}

/** The key in DATA_DIR, made on the first start. Linking a finished file lets two starts at once agree on one key. */
function keptSecret(dataDir: string): string {
  const file = join(dataDir, "secret.key");
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
    try {
      linkSync(draft, file);
    } catch (error) {
      if (!existsSync(file)) throw error;
    } finally {
      rmSync(draft, { force: true });
    }
    chmodSync(file, 0o600);
  }
  return readFileSync(file, "utf8").trim();
}

function load(): Settings {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const settings = parseEnv(process.env);
  // next-auth reads its own address from the environment and nowhere else.
  process.env.NEXTAUTH_URL ||= settings.APP_URL;
  return settings;
}

/** The one place that reads the environment. Parsed once, when first imported. */
export const env: Settings = load();
