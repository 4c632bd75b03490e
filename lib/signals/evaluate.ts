import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { SignalRuleKind } from "@/db/enums";
import { type Candidate, candidatesOf } from "./candidates";
import { refreshFacts } from "./facts";
import { firings, signsOf, signsOfImport } from "./firings";
import { countGap, houseGapOf } from "./house";
import { type Opened, openOutreach } from "./open-outreach";
import { shippedRules } from "./rules";

const day = 86_400_000;

/** Rules that say something new only as time goes by: looked at each morning, never on arrival. */
const ofTheMorning = new Set<SignalRuleKind>(["rhythm_broken"]);

type Rule = { kind: SignalRuleKind; settings: { [name: string]: number }; coolDownDays: number };

/**
 * Looks at the rules that are on and opens what they propose, the best first, up to the day's number. With `customerIds`
 * only what those just did, with `importId` whoever is in that file; without, everybody. Resolves with what became of each proposal.
 */
export async function evaluateBrand(input: {
  brandId: string;
  customerIds: readonly string[] | null;
  now: Date;
  importId?: string | null;
}): Promise<Record<Opened, number>> {
  const outcome: Record<Opened, number> = { opened: 0, noted: 0, paused: 0, full: 0, kept: 0 };
  for (const candidate of await proposals(input)) {
    if (outcome.full > 0 || outcome.paused > 0) {
      // The day is full, or everything stands still: the rest stays for tomorrow.
      outcome[outcome.full > 0 ? "full" : "paused"]++;
      continue;
    }
    outcome[await openOutreach(candidate, { ...input, importId: input.importId ?? null })]++;
  }
  return outcome;
}

/** One proposal a person, the best first. */
async function proposals(input: {
  brandId: string;
  customerIds: readonly string[] | null;
  now: Date;
  importId?: string | null;
}): Promise<Candidate[]> {
  const { brandId, customerIds, now } = input;
  const signs = input.importId ? signsOfImport(brandId, input.importId) : signsOf(brandId, customerIds);
  const rules = (await rulesOn(brandId)).filter(
    ({ kind }) => customerIds === null || !ofTheMorning.has(kind),
  );
  if (rules.length === 0) return [];
  const houseGapDays = await houseGapOf(brandId);
  const best = new Map<string, Candidate>();
  for (const rule of rules) {
    const fired = await firings(db, {
      rule: rule.kind,
      settings: rule.settings,
      houseGapDays,
      from: new Date(now.getTime() - shippedRules[rule.kind].freshDays * day),
      to: now,
      signs,
    });
    for (const one of await candidatesOf(db, {
      rule: rule.kind,
      coolDownDays: rule.coolDownDays,
      firings: fired,
      now,
    })) {
      if (one.isCooling || one.way === "none") continue;
      if ((best.get(one.personId)?.score ?? Number.NEGATIVE_INFINITY) < one.score)
        best.set(one.personId, one);
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

async function rulesOn(brandId: string): Promise<Rule[]> {
  const found = await db.execute<Rule>(sql`
    select kind, settings, cool_down_days as "coolDownDays" from signal_rules where brand_id = ${brandId}::uuid and is_on order by kind`);
  return found.rows.map((rule) => ({
    ...rule,
    settings: { ...shippedRules[rule.kind].settings, ...rule.settings },
  }));
}

/** The hour of the morning, in the organisation's zone, at which everybody is looked at. */
const hour = 6;

/**
 * Each morning: what is usual in the house, facts and segments, and the rules that are on. A brand whose run broke off is
 * looked at again; nobody is proposed twice. Resolves with the next morning.
 */
export async function evaluateSignals(): Promise<Date | null> {
  const due = await db.execute<{ brandId: string; today: string }>(sql`
    select b.id as "brandId", t.today::text as today
    from brands b cross join (select (now() at time zone zone - make_interval(hours => ${hour}))::date as today from organisation) t
    left join signal_houses h on h.brand_id = b.id
    where (h.ran_on is null or h.ran_on < t.today)
      and (exists (select 1 from signals s where s.brand_id = b.id) or exists (select 1 from signal_rules r where r.brand_id = b.id and r.is_on))
    order by b.id`);
  for (const { brandId, today } of due.rows) {
    await countGap(brandId);
    await refreshFacts({ brandId, customerIds: null });
    await evaluateBrand({ brandId, customerIds: null, now: new Date() });
    await db.execute(sql`update signal_houses set ran_on = ${today}::date where brand_id = ${brandId}::uuid`);
  }
  const next = await db.execute<{ at: string }>(sql`
    select (((now() at time zone zone - make_interval(hours => ${hour}))::date + 1)::timestamp + make_interval(hours => ${hour})) at time zone zone as at
    from organisation`);
  return next.rows[0] ? new Date(next.rows[0].at) : null;
}
