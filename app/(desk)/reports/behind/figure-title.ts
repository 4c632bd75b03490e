import type { Say } from "@/app/_server/words";
import type { ReportWords } from "@/app/(desk)/reports/say";

/** A figure's name in words: "First response: 1 h to 2 h", "Targets missed: nobody had it". */
export function figureTitle(
  figure: string,
  {
    t,
    report,
    words,
    reasonName,
  }: {
    t: Say;
    report: Say;
    words: ReportWords;
    /** The name of the contact reason in the figure; null where it is about none. */
    reasonName: string | null;
  },
): string {
  const [what = "", part = "", range = ""] = figure.split(":");
  switch (what) {
    case "volume":
      return t(`volume.${part}`);
    case "targets":
      return t("decided");
    case "reason":
      return part === "none" ? t("noReason") : t("reason", { name: reasonName ?? t("gone") });
    case "missed":
      return t("missedFor", { reason: report(`targets.reasons.${part}`) });
    case "hour": {
      const [day = 0, hour = 0] = part.split("-").map(Number);
      return t("hour", {
        hour: report("times.hourOf", { day: words.weekday(day, "long"), from: hour, to: hour + 1 }),
      });
    }
    default:
      return t("of", {
        measure: report(`times.measures.${what}`),
        part: partOf(part, range, { t, report, words }),
      });
  }
}

/** The report that a figure stands on. */
export function pageOf(figure: string): "times" | "targets" | "workload" | "month" {
  if (/^reason:/.test(figure)) return "month";
  if (/^volume:/.test(figure)) return "workload";
  return /^missed:|^targets:|:(met|missed|running|overdue)(:|$)/.test(figure) ? "targets" : "times";
}

function partOf(
  part: string,
  range: string,
  { t, report, words }: { t: Say; report: Say; words: ReportWords },
): string {
  if (range === "") return t(`parts.${part}`);
  if (part === "missed") return t("parts.missedFor", { reason: report(`targets.reasons.${range}`) });
  const [from = "0", to = ""] = range.split("-");
  const say = (seconds: string) => words.duration(Number(seconds), "wall");
  const length =
    to === ""
      ? report("times.over", { from: say(from) })
      : from === "0"
        ? report("times.under", { to: say(to) })
        : report("times.between", { from: say(from), to: say(to) });
  return part === "since" ? t("sinceRange", { length }) : length;
}
