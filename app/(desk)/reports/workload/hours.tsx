import { behindHref } from "@/app/(desk)/reports/behind-href";
import { Chart } from "@/app/(desk)/reports/charts/chart";
import { LineChart } from "@/app/(desk)/reports/charts/line";
import { Definition } from "@/app/(desk)/reports/definition";
import type { TimesPage } from "@/app/(desk)/reports/times/page-of";
import { fullestHour } from "@/lib/reports/fullest-hour";
import type { Staffing, StaffingHour } from "@/lib/reports/slice";

/** Hours that answering takes against people on duty, hour by hour of the week, and where one more would help most. */
export function Hours({ page, staffing }: { page: TimesPage; staffing: Staffing }) {
  const { t, words, filter, slice } = page;
  const { hours, basis, best } = staffing;
  const isMeasured = basis.medianSeconds !== null;
  const title = t(isMeasured ? "hours" : "hoursUnmeasured");
  const hourOf = (one: { weekday: number; hour: number }) =>
    t("hourOf", { day: words.weekday(one.weekday, "long"), from: one.hour, to: one.hour + 1 });
  const href = (one: StaffingHour) =>
    one.arrivals > 0 ? behindHref(filter, `hour:${one.weekday}-${one.hour}`) : null;
  const said = (value: number | null) => words.number(Math.round((value ?? 0) * 10) / 10);
  const neededText = (one: StaffingHour) =>
    isMeasured ? words.duration((one.hoursNeeded ?? 0) * 3_600, "wall") : said(one.arrivals);
  const places = hours.map((one) => ({
    tick: t("tick", { day: words.weekday(one.weekday), hour: one.hour }),
    reading: t(isMeasured ? "hoursReading" : "arrivalsReading", {
      hour: hourOf(one),
      needed: neededText(one),
      staffed: said(one.staffed),
    }),
    href: href(one),
  }));
  const [top] = best;
  return (
    <Chart
      title={title}
      aside={t("n", { n: words.number(basis.n) })}
      note={
        isMeasured
          ? t("estimated", {
              n: words.number(basis.n),
              median: words.duration(basis.medianSeconds ?? 0, "wall"),
            })
          : t("waitsFor", { n: basis.n })
      }
      name={`hours-${slice.from}`}
      clock={filter.clock}
      summary={t("hoursSummary", { title, sentence: top ? sentence() : t("noBest") })}
      table={{
        columns: [
          { label: t("hour"), unit: "text" },
          { label: t("perWeek"), unit: "count" },
          { label: t("needed"), unit: "hours" },
          { label: t("staffed"), unit: "count" },
          { label: t("openShare"), unit: "share" },
          { label: t("medianWait"), unit: "seconds" },
          { label: t("nAnswers"), unit: "count" },
        ],
        rows: hours.map((one) => ({
          cells: [
            hourOf(one),
            one.arrivals,
            one.hoursNeeded,
            one.staffed,
            one.open,
            one.medianWait,
            one.answers,
          ],
          href: href(one),
        })),
      }}
      foot={
        <div className="flex items-start gap-1">
          <p className="text-ink">
            {isMeasured ? `${load()} ` : ""}
            {top ? sentence() : t("noBest")}
          </p>
          <Definition of="hours_needed" />
        </div>
      }
    >
      {/* Minutes of work and people are two scales: on one, the work of a quiet house lies on the floor. */}
      <p className="text-ink-2 type-meta">{t(isMeasured ? "neededPanel" : "arrivalsPanel")}</p>
      <LineChart
        label={title}
        unit={isMeasured ? "seconds" : "count"}
        clock="wall"
        isBanded={false}
        height={140}
        places={places}
        lines={[
          {
            name: t(isMeasured ? "neededEnd" : "arrivalsEnd"),
            look: "solid",
            values: hours.map((one) => (isMeasured ? (one.hoursNeeded ?? 0) * 3_600 : one.arrivals)),
          },
        ]}
      />
      <p className="mt-2 text-ink-2 type-meta">{t("staffedPanel")}</p>
      <LineChart
        label={t("staffedPanel")}
        unit="count"
        clock="wall"
        isBanded={false}
        height={84}
        places={places}
        lines={[{ name: t("staffedEnd"), look: "dashed", values: hours.map(({ staffed }) => staffed) }]}
      />
    </Chart>
  );

  /** How full the fullest staffed hour is, and what comes while nobody is on duty. */
  function load(): string {
    const full = fullestHour(hours);
    if (!full) return t("nobodyOnDuty");
    const away = hours.reduce((sum, one) => sum + (one.staffed === 0 ? (one.hoursNeeded ?? 0) : 0), 0);
    const most = t("mostNeeded", {
      share: words.share(full.share),
      hour: hourOf(full.hour),
      needed: neededText(full.hour),
      staffed: said(full.hour.staffed),
    });
    return away > 0 ? `${most} ${t("whileAway", { time: words.duration(away * 3_600, "wall") })}` : most;
  }

  function sentence(): string {
    if (!top) return "";
    return t("best", {
      hour: hourOf(top),
      people: said(top.arrivals),
      wait: words.duration(top.medianWait ?? 0, "wall"),
      n: top.answers,
    });
  }
}
