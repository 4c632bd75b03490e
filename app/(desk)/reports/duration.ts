import type { Clock } from "@/db/enums";

type Say = (key: string, values: { n: number; rest: string }) => string;

/**
 * Seconds as people say them: "40 s", "52 min", "1 h 02", "63 h"; days only on the customer's own watch, because a day of
 * opening hours has no length. `t` says `charts.length`.
 */
export function sayDuration(t: Say, seconds: number, clock: Clock = "business"): string {
  if (seconds < 59.5) return t("s", { n: Math.round(seconds), rest: "" });
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return t("min", { n: minutes, rest: "" });
  const hours = Math.floor(minutes / 60);
  if (hours < 10)
    return minutes % 60 === 0
      ? t("h", { n: hours, rest: "" })
      : t("hMin", { n: hours, rest: String(minutes % 60).padStart(2, "0") });
  const whole = Math.round(minutes / 60);
  return clock === "wall" && whole >= 96
    ? t("d", { n: Math.round(whole / 24), rest: "" })
    : t("h", { n: whole, rest: "" });
}
