import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { Refusal } from "@/env";
import { checkChannel } from "@/lib/channels/check-channel";
import { createChannel } from "@/lib/channels/create-channel";
import { registry } from "@/lib/channels/registry";
import { sentence } from "@/lib/sentences";
import { type Command, withDatabase } from "./command";

const operator = { kind: "system", name: "operator" } as const;

export const channelCreate: Command = {
  summary: "connects a mailbox, a form, a network",
  example:
    "npm run avant -- channel:create --kind form --name Contact --brand Marmelune --set slug=contact --set mailChannel=…",
  options: {
    kind: { type: "string", help: `one of ${Object.keys(registry).join(", ")}` },
    name: { type: "string", help: "as colleagues see it" },
    brand: { type: "string", help: "name or id of the brand; may be left out where there is one" },
    config: { type: "string", help: "a file with the settings as JSON, - for standard input" },
    set: {
      type: "string",
      multiple: true,
      help: "one setting as key=value, e.g. smtp.host=…; JSON values are understood",
    },
  },
  async run(given) {
    const kind = given("kind")[0] ?? "";
    const file = given("config")[0];
    const base: unknown = file === undefined ? {} : JSON.parse(readFileSync(file === "-" ? 0 : file, "utf8"));
    const config = z.record(z.string(), z.json()).parse(base);
    for (const setting of given("set")) assignSetting(config, setting);
    const id = await withDatabase(async () => {
      const brandId = await findBrand(given("brand")[0] ?? null);
      const input = { kind, brandId, name: given("name")[0] ?? kind, teamId: null, config };
      return (await createChannel(operator, input)).id;
    });
    console.log(id);
    return 0;
  },
};

export const channelCheck: Command = {
  summary: "asks the other side of a channel, or of all, whether it works",
  example: "npm run avant -- channel:check --id 0199…",
  options: { id: { type: "string", help: "the channel; every one when not given" } },
  async run(given) {
    const wanted = given("id")[0] ?? null;
    return withDatabase(async () => {
      const { rows } = await db.execute<{ id: string; kind: string; name: string }>(
        sql`select id, kind, name from channels where ${wanted}::text is null or id::text = ${wanted} order by kind, name`,
      );
      let failures = rows.length === 0 ? 1 : 0;
      if (rows.length === 0) console.error("There is no such channel.");
      for (const { id, kind, name } of rows) {
        const report = await checkChannel(operator, { channelId: id });
        if (report !== null) failures++;
        const text = report && sentence("en", `channels.errors.${report.code}`, report.params);
        console.log(
          `${id}  ${kind}  ${name}: ${report === null ? "works" : `${report.code}${text ? ` (${text})` : ""}`}`,
        );
      }
      return failures === 0 ? 0 : 1;
    });
  },
};

async function findBrand(nameOrId: string | null): Promise<string> {
  const { rows } = await db.execute<{ id: string; name: string }>(sql`
    select id, name from brands where ${nameOrId}::text is null or id::text = ${nameOrId} or lower(name) = lower(${nameOrId})`);
  const [brand, another] = rows;
  if (brand !== undefined && another === undefined) return brand.id;
  throw new Refusal(
    brand === undefined
      ? `There is no brand ${nameOrId ?? "yet"}.`
      : "There are several brands: say which with --brand.",
  );
}

type Settings = z.infer<typeof settings>;
const settings = z.record(z.string(), z.json());

/** "smtp.port=587" into { smtp: { port: 587 } }; what is not JSON stays text. */
function assignSetting(config: Settings, setting: string): void {
  const at = setting.indexOf("=");
  if (at < 1) throw new Refusal(`--set ${setting} is not key=value.`);
  const path = setting.slice(0, at).split(".");
  const last = path.pop() ?? "";
  let place = config;
  for (const name of path) {
    const inner = settings.parse(Object.hasOwn(place, name) ? place[name] : {});
    place[name] = inner;
    place = inner;
  }
  place[last] = asJson(setting.slice(at + 1));
}

function asJson(text: string): z.infer<ReturnType<typeof z.json>> {
  try {
    return z.json().parse(JSON.parse(text));
  } catch {
    return text;
  }
}
