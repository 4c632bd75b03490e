"use client";

import { SlidersHorizontal } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { useDesk } from "@/app/(desk)/desk";
import { Choice } from "./choice";
import { Days } from "./days";
import { filterNames, periods, type ReportFilter, reportFilter, reportQuery } from "./report-filter";

/** The pages that are cut by all of a filter; others bring what they need. */
const cut = ["times", "targets", "workload", "satisfaction", "behind"];

/** What narrows a report. The address of the page is where all of it is kept, so a link says the same to everybody. */
export function ReportTools() {
  const t = useTranslations("reports");
  const { brands, channels, teams, agents, tags } = useDesk();
  const path = usePathname();
  const params = useSearchParams();
  const router = useRouter();
  const [isPending, start] = useTransition();
  const [isOpen, setOpen] = useState(false);
  const page = path.split("/")[2] ?? "";
  if (!cut.includes(page)) return null;

  const filter = reportFilter(Object.fromEntries(params));
  const own = Object.fromEntries(
    [...params].filter(([name]) => !filterNames.includes(name) && name !== "cursor"),
  );
  const go = (next: Partial<ReportFilter>) =>
    start(() => router.push(`${path}${reportQuery({ ...filter, ...next }, own)}`, { scroll: false }));
  const narrowed = [filter.brandId, filter.teamId, filter.agentId, filter.tagId].filter(
    (id) => id !== null,
  ).length;
  const all = (name: string, of: ReadonlyArray<{ id: string; name: string }>) => [
    { value: "", name: t(name) },
    ...of.map(({ id, name }) => ({ value: id, name })),
  ];

  const nameOf = (of: ReadonlyArray<{ id: string; name: string }>, id: string | null) =>
    of.find((one) => one.id === id)?.name;
  const onPaper = [
    filter.days ? `${filter.days.from} – ${filter.days.to}` : t("lastWeeks", { weeks: filter.weeks }),
    nameOf(channels, filter.channelId) ?? t("allChannels"),
    t(filter.clock === "wall" ? "allHours" : "openingHours"),
    nameOf(brands, filter.brandId),
    nameOf(teams, filter.teamId),
    nameOf(agents, filter.agentId),
    filter.tagId ? tags[filter.tagId] : undefined,
  ].filter((name) => name !== undefined);

  return (
    <>
      <p className="hidden text-ink-2 print:block">{onPaper.join(" · ")}</p>
      <div
        aria-busy={isPending}
        className="flex flex-wrap items-center gap-2 aria-busy:opacity-60 max-desk:grid max-desk:w-full max-desk:grid-cols-2 print:hidden"
      >
        <Choice
          label={t("period")}
          value={filter.days ? "days" : String(filter.weeks)}
          options={[
            ...periods.map((weeks) => ({ value: String(weeks), name: t("lastWeeks", { weeks }) })),
            { value: "days", name: t("ownDays") },
          ]}
          onPick={(value) =>
            go(value === "days" ? { days: lastMonth() } : { days: null, weeks: Number(value) })
          }
        />
        {filter.days ? <Days days={filter.days} onPick={(days) => go({ days })} /> : null}
        <Choice
          label={t("channel")}
          value={filter.channelId ?? ""}
          options={all("allChannels", channels)}
          onPick={(value) => go({ channelId: value || null })}
        />
        <Choice
          label={t("clock")}
          value={filter.clock}
          options={[
            { value: "business", name: t("openingHours") },
            { value: "wall", name: t("allHours") },
          ]}
          onPick={(value) => go({ clock: value === "wall" ? "wall" : "business" })}
        />
        {page === "times" || page === "targets" ? (
          <Choice
            label={t("compare")}
            value={filter.compare ?? ""}
            options={[
              { value: "", name: t("noCompare") },
              { value: "before", name: t("compareBefore") },
              { value: "year", name: t("compareYear") },
            ]}
            onPick={(value) => go({ compare: value === "before" || value === "year" ? value : null })}
          />
        ) : null}
        {isOpen || narrowed > 0 ? (
          <>
            {brands.length > 1 ? (
              <Choice
                label={t("brand")}
                value={filter.brandId ?? ""}
                options={all("allBrands", brands)}
                onPick={(value) => go({ brandId: value || null })}
              />
            ) : null}
            <Choice
              label={t("team")}
              value={filter.teamId ?? ""}
              options={all("allTeams", teams)}
              onPick={(value) => go({ teamId: value || null })}
            />
            <Choice
              label={t("agent")}
              value={filter.agentId ?? ""}
              options={all("allAgents", agents)}
              onPick={(value) => go({ agentId: value || null })}
            />
            <Choice
              label={t("tag")}
              value={filter.tagId ?? ""}
              options={all(
                "allTags",
                Object.entries(tags).map(([id, name]) => ({ id, name })),
              )}
              onPick={(value) => go({ tagId: value || null })}
            />
          </>
        ) : (
          <Button icon={SlidersHorizontal} onClick={() => setOpen(true)}>
            {t("more")}
          </Button>
        )}
      </div>
    </>
  );
}

/** Where somebody's own days begin: the thirty before today. */
function lastMonth(): { from: string; to: string } {
  const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
  return { from: day(30), to: day(1) };
}
