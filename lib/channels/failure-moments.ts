type Params = { [key: string]: string | number };

const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/;

/**
 * The params of a failure with every moment in them (ISO 8601) as people say it: "14:20", and with its day where that
 * is further than half a day away. Pure; the server and the browser say it the same way.
 */
export function sayMoments(
  params: Params,
  { language, zone, now = new Date() }: { language: string; zone: string; now?: Date },
): Params {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value !== "string" || !iso.test(value)) return [name, value];
      const at = new Date(value);
      if (Number.isNaN(at.getTime())) return [name, value];
      const isNear = Math.abs(at.getTime() - now.getTime()) < 12 * 3_600_000;
      const day = isNear ? {} : ({ day: "numeric", month: "short" } as const);
      // British English: our English writes the day before the month, and 24 hours.
      const spoken = language === "en" ? "en-GB" : language;
      return [
        name,
        new Intl.DateTimeFormat(spoken, {
          ...day,
          hour: "2-digit",
          minute: "2-digit",
          timeZone: zone,
        }).format(at),
      ];
    }),
  );
}
