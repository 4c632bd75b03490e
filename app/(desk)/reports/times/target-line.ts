import type { ReportFilter } from "@/app/(desk)/reports/report-filter";
import type { Measure } from "@/db/enums";
import type { TargetView } from "@/lib/targets/list-targets";

/**
 * The one target, in seconds of opening hours, that holds today for everything that is looked at; null where there is
 * none, where several hold, or on a clock that targets do not use: a line would then say too much.
 */
export function oneTarget(
  targets: readonly TargetView[],
  measure: Measure,
  { channelId, brandId, clock }: Pick<ReportFilter, "channelId" | "brandId" | "clock">,
): number | null {
  if (clock === "wall") return null;
  const inForce = targets.filter(({ kind, validUntil }) => kind === measure && validUntil === null);
  const ofChannel = inForce.filter((target) => target.channelId !== null && target.channelId === channelId);
  const ofBrand = inForce.filter((target) => target.channelId === null && target.brandId !== null);
  const ofHouse = inForce.filter((target) => target.channelId === null && target.brandId === null);
  const others = channelId === null && inForce.some((target) => target.channelId !== null);
  const holding =
    ofChannel.length > 0
      ? ofChannel
      : ofBrand.length > 0
        ? ofBrand.filter((one) => brandId === null || one.brandId === brandId)
        : ofHouse;
  const [only] = holding;
  const isNarrow = only !== undefined && (only.pin !== null || only.tagId !== null || only.band !== null);
  return only === undefined || holding.length > 1 || others || isNarrow ? null : only.seconds;
}
