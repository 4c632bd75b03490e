import type { Rules } from "@/lib/targets/rules";

/**
 * Whether the same opening hours are in force at both moments (milliseconds) and at any in between, whoever's they are:
 * then they are looked up once. Hours change a few times a year, and are asked for thousands of times for one page.
 */
export function hoursStay(rules: Rules, from: number, to: number): boolean {
  for (const lists of [rules.uses.values(), rules.versions.values()])
    for (const list of lists) for (const one of list) if (one.from > from && one.from <= to) return false;
  return true;
}
