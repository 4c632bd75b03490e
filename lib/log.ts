import { pino } from "pino";
import { env } from "@/env";

/**
 * The program's own log, one JSON object a line; plain lines where a person watches a terminal. Ids and codes are
 * welcome in it; texts, addresses and secrets of people are not, and are cut out where libraries put them.
 */
export const log = pino(
  {
    level: env.LOG_LEVEL,
    base: { role: env.ROLE },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: reduced, error: reduced },
    redact: {
      paths: ["authorization", "cookie", "password", "token", "secret", "*.authorization", "*.cookie"].concat(
        ["*.password", "*.token", "*.secret", "req.headers", "config", "body", "text", "html"],
      ),
      censor: "[not logged]",
    },
  },
  process.stdout.isTTY ? { write: writeForPerson } : pino.destination(1),
);

/**
 * What is safe to keep of an error. Drizzle puts a query's parameters into its message, and PostgreSQL the row into
 * `detail`: both may be a customer's words.
 */
export function withoutData(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error === "string" ? error.slice(0, 200) : typeof error;
  const [message = ""] = error.message.split("\nparams:");
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    code: "code" in error ? error.code : undefined,
    message: message.slice(0, 500),
    constraint: "constraint" in error ? error.constraint : undefined,
    stack: frames.slice(0, 12).join("\n"),
    cause: error.cause === undefined ? undefined : withoutData(error.cause),
  };
}

/** Some callers have reduced it already. */
function reduced(value: unknown): unknown {
  return value instanceof Error ? withoutData(value) : value;
}

function writeForPerson(line: string): void {
  const { level, time, msg, role: _role, ...rest } = JSON.parse(line);
  const label = pino.levels.labels[level] ?? "";
  const facts = Object.entries(rest).map(([name, value]) => {
    if (!/^err(or)?$/.test(name) || typeof value !== "object" || value === null)
      return `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`;
    const { stack, ...error } = { stack: "", ...value };
    return `\n${JSON.stringify(error)}\n${stack}`;
  });
  process.stdout.write(`${String(time).slice(11, 19)} ${label.padEnd(5)} ${msg ?? ""} ${facts.join(" ")}\n`);
}
