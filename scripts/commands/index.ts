import { parseArgs } from "node:util";
import { z } from "zod";
import { Refusal } from "@/env";
import { AppError } from "@/lib/errors";
import { sentence } from "@/lib/sentences";
import { channelCheck, channelCreate } from "./channel";
import type { Command } from "./command";
import { health } from "./health";
import { migrate } from "./migrate";
import { ownerCreate } from "./owner-create";
import { reportsRebuild } from "./reports-rebuild";
import { seed } from "./seed";
import { tokenCreate } from "./token-create";

const commands: { [name: string]: Command } = {
  "owner:create": ownerCreate,
  "token:create": tokenCreate,
  seed,
  migrate,
  "channel:create": channelCreate,
  "channel:check": channelCheck,
  health,
  "reports:rebuild": reportsRebuild,
};

/** Runs the command that `args` names; resolves with the exit code: 0 done, 1 it said no, 2 asked wrongly. */
export async function main(args: string[]): Promise<number> {
  const [name = "", ...rest] = args;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    console.log(overview());
    return name === "" || name === "--help" || name === "help" ? 0 : 2;
  }
  try {
    const parsed = parseArgs({ args: rest, options: { ...command.options, help: { type: "boolean" } } });
    const given = new Map(
      Object.entries(parsed.values).map(([option, value]) => [option, [value].flat().map(String)]),
    );
    if (given.has("help")) {
      console.log(usage(name, command));
      return 0;
    }
    return await command.run((option) => given.get(option) ?? []);
  } catch (error) {
    const text = explain(error);
    if (text === null) throw error;
    console.error(`${text}\n\n${usage(name, command)}`);
    return error instanceof AppError || error instanceof Refusal ? 1 : 2;
  }
}

function overview(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(16)} ${summary}`);
  return `npm run avant -- <command> [options]\n\n${lines.join("\n")}\n\nEach one explains itself: npm run avant -- <command> --help`;
}

function usage(name: string, command: Command): string {
  const lines = Object.entries(command.options).map(
    ([option, { help, type }]) => `  --${option}${type === "string" ? " …" : ""}`.padEnd(24) + help,
  );
  return [
    `npm run avant -- ${name}`,
    `  ${command.summary}`,
    "",
    ...lines,
    "",
    `Example: ${command.example}`,
  ].join("\n");
}

/** The sentence for a fault that whoever typed can mend; null for one of ours. */
function explain(error: unknown): string | null {
  if (error instanceof AppError) {
    const text = sentence("en", `errors.${error.key}`, error.params) ?? error.message;
    return error.details === undefined ? text : `${text}\n${JSON.stringify(error.details, null, 2)}`;
  }
  if (error instanceof z.ZodError)
    return error.issues.map((issue) => `${issue.path.join(".") || "input"}: ${issue.message}`).join("\n");
  if (error instanceof Refusal) return error.message;
  // node:util's own sentences about unknown options.
  if (error instanceof TypeError && "code" in error) return error.message;
  return null;
}
