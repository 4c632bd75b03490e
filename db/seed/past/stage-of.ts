import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { newId } from "@/lib/id";
import { channels, nextResponseHours, resolutionHours } from "../brand";
import { entries } from "../entries";
import type { Places } from "../rows";
import type { PastChannel, Stage } from "./stage";

/** The sample shop as a stage for its past: where people write, who answers, what it is about. Makes the tags. */
export async function stageOf(tx: Tx, places: Places): Promise<Stage> {
  const { agents, teams } = places;
  const names = Object.keys(topics);
  await tx.execute(sql`
    insert into tags (id, name) select * from unnest(${sql.param(names.map(() => newId()))}::uuid[], ${sql.param(names)}::text[])
    on conflict do nothing`);
  const tags = await tx.execute<{ id: string; name: string }>(sql`select id, name from tags`);
  const epoch = await tx.execute<{ epoch: number }>(sql`select epoch from installation`);
  return {
    brandId: places.brandId,
    schedule: places.schedule,
    channels: entries(channels).map(([key, channel]) => {
      const { weight, ...rest } = ways[key];
      const own = {
        ...rest,
        id: places.channels[key],
        teamId: teams[channel.team],
        targetSeconds: channel.targetHours * 3600,
      };
      return [own, weight] as const;
    }),
    agents: new Map([
      [
        teams.care,
        [
          [agents.salma, 5],
          [agents.jules, 2],
          [agents.tom, 1],
          [agents.ines, 1],
        ] as const,
      ],
      [
        teams.social,
        [
          [agents.tom, 6],
          [agents.salma, 3],
        ] as const,
      ],
      [teams.legal, [[agents.hannah, 1]] as const],
    ]),
    tags: tags.rows.flatMap(({ id, name }) => (topics[name] ? [[id, topics[name]] as const] : [])),
    languages: [
      ["fr", 6],
      ["en", 4],
    ],
    nextSeconds: nextResponseHours * 3600,
    resolveSeconds: resolutionHours * 3600,
    asides: 0,
    isSample: true,
    epoch: epoch.rows[0]?.epoch ?? 1,
  };
}

const topics: { [name: string]: number } = {
  delivery: 34,
  question: 24,
  broken: 10,
  return: 12,
  website: 8,
  invoice: 7,
  warranty: 5,
};

type Way = Pick<PastChannel, "kind" | "identity" | "usualSeconds"> & { weight: number };

const ways: Record<keyof typeof channels, Way> = {
  email: { kind: "mail", identity: "email", usualSeconds: 9000, weight: 42 },
  form: { kind: "form", identity: "email", usualSeconds: 10_800, weight: 18 },
  mastodon: { kind: "post", identity: "mastodon", usualSeconds: 2700, weight: 2 },
  bluesky: { kind: "post", identity: "bluesky", usualSeconds: 2700, weight: 2 },
  instagram: { kind: "message", identity: "instagram", usualSeconds: 2400, weight: 12 },
  facebook: { kind: "post", identity: "facebook", usualSeconds: 3000, weight: 4 },
  shop: { kind: "spoken", identity: "phone", usualSeconds: 3600, weight: 7 },
  phone: { kind: "spoken", identity: "phone", usualSeconds: 900, weight: 13 },
};
