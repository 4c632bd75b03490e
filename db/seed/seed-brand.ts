import type { Tx } from "@/db/client";
import { brands } from "@/db/schema/brands";
import { channels } from "@/db/schema/channels";
import { tags } from "@/db/schema/conversations";
import { views } from "@/db/schema/desk";
import { schedules, scheduleVersions, targets } from "@/db/schema/schedules";
import { teamBrands } from "@/db/schema/teams";
import { macros, savedReplies } from "@/db/schema/wording";
import type { Schedule } from "@/lib/clock/schedule";
import { newId } from "@/lib/id";
import * as marmelune from "./brand";
import { entries, mapValues } from "./entries";
import type { Places } from "./rows";
import type { People } from "./seed-people";

/** The sample brand with its hours, channels, targets, saved replies, macros and views. */
export async function seedBrand(tx: Tx, people: People, now: Date, mailPort: number): Promise<Places> {
  const [brandId, scheduleId] = [newId(), newId()];
  const schedule: Schedule = marmelune.openingHours(now);
  const validFrom = new Date("2020-01-01T00:00:00Z");
  await tx.insert(schedules).values({ id: scheduleId, name: `${marmelune.brand.name}, bureaux` });
  await tx.insert(scheduleVersions).values({ scheduleId, validFrom, hours: schedule });
  await tx.insert(brands).values({
    ...marmelune.brand,
    publicContacts: [...marmelune.brand.publicContacts],
    id: brandId,
    scheduleId,
    isSample: true,
  });
  const granted = Object.values(people.teams).map((teamId) => ({ teamId, brandId }));
  await tx.insert(teamBrands).values(granted);

  const channelIds = mapValues(marmelune.channels, () => newId());
  await tx.insert(channels).values(
    entries(marmelune.channels).map(([key, channel]) => ({
      id: channelIds[key],
      kind: channel.kind,
      name: channel.name,
      brandId,
      teamId: people.teams[channel.team],
      config: marmelune.configOf(key, mailPort),
      address: channel.address,
      isSample: true,
      lastSuccessAt: now,
    })),
  );
  // Who answers us in the demo: a mail server on this machine that plays the customers.
  await tx.insert(channels).values({
    id: newId(),
    kind: "demo",
    name: "Scripted customers",
    brandId,
    config: { plays: "customers", mailPort },
    address: "customers",
    isSample: true,
    lastSuccessAt: now,
  });
  const first = entries(marmelune.channels).map(([key, channel]) => ({
    id: newId(),
    kind: "first_response" as const,
    brandId,
    channelId: channelIds[key],
    seconds: channel.targetHours * 3600,
    validFrom,
  }));
  const next = { kind: "next_response" as const, seconds: marmelune.nextResponseHours * 3600 };
  const resolution = { kind: "resolution" as const, seconds: marmelune.resolutionHours * 3600 };
  // From now on: what lies there was promised by what held then.
  const [safety] = await tx
    .insert(tags)
    .values({ id: newId(), name: "safety" })
    .onConflictDoUpdate({ target: tags.name, set: { name: "safety" } })
    .returning({ id: tags.id });
  const hurt = {
    kind: "first_response" as const,
    tagId: safety?.id ?? null,
    seconds: marmelune.safetyMinutes * 60,
    escalateTeamId: people.teams.legal,
    createdBy: people.agents.ines,
  };
  await tx
    .insert(targets)
    .values([
      ...first,
      { ...next, id: newId(), brandId, validFrom },
      { ...resolution, id: newId(), brandId, validFrom },
      { ...hurt, id: newId(), brandId, validFrom: now },
    ]);
  await tx.insert(savedReplies).values(
    marmelune.savedReplies.map(({ name, isModel, fr, en }) => ({
      id: newId(),
      name,
      isModel,
      texts: [
        { language: "fr" as const, mode: null, text: fr },
        { language: "en" as const, mode: null, text: en },
      ],
      brandId,
    })),
  );
  await tx.insert(macros).values(
    marmelune.macros.map(({ name, actions, fr, en }) => ({
      id: newId(),
      name,
      texts: [
        { language: "fr" as const, mode: null, text: fr },
        { language: "en" as const, mode: null, text: en },
      ],
      actions,
      brandId,
    })),
  );
  await tx.insert(views).values(
    marmelune.views.map(([name, query, sort]) => ({
      id: newId(),
      name,
      query,
      sort,
      teamId: people.teams.care,
    })),
  );
  return { ...people, brandId, channels: channelIds, tags: new Map(), schedule };
}
