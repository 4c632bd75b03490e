"use client";

import { ArrowLeft } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { filterNames } from "./report-filter";
import { ReportTools } from "./report-tools";

/** The folder of each report, in the order of the tabs; its name is `reports.pages.<folder>`. */
const pages = [
  "now",
  "times",
  "targets",
  "workload",
  "leaks",
  "promises",
  "satisfaction",
  "spikes",
  "month",
  "risk",
] as const;

/** The reports side by side, with what narrows them; a tab takes the filter along. On a phone the tabs scroll. */
export function ReportsNav() {
  const t = useTranslations("reports");
  const path = usePathname();
  const params = useSearchParams();
  const list = useRef<HTMLUListElement>(null);
  const kept = new URLSearchParams([...params].filter(([name]) => filterNames.includes(name)));
  const query = kept.size > 0 ? `?${kept}` : "";
  // The tab one is on can be seen, however narrow the screen is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what has changed
  useEffect(() => {
    const current = list.current?.querySelector("[aria-current]");
    const line = list.current?.parentElement;
    if (current instanceof HTMLElement && line) line.scrollLeft = current.offsetLeft - line.clientWidth / 3;
  }, [path]);

  return (
    <div className="mb-4 flex flex-col gap-2">
      <Go href="/queue" className="flex h-11 items-center gap-2 text-ink-2 desk:hidden print:hidden">
        <Icon of={ArrowLeft} />
        {t("toQueue")}
      </Go>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h1 className="type-title">{t("title")}</h1>
        <ReportTools />
      </div>
      <nav
        aria-label={t("title")}
        className="scrolls -mx-4 overflow-x-auto overflow-y-hidden border-line border-b px-4 desk:mx-0 desk:px-0 print:hidden"
      >
        <ul ref={list} className="relative flex gap-5">
          {pages.map((page) => (
            <li key={page}>
              <Go
                href={`/reports/${page}${query}`}
                aria-current={path.startsWith(`/reports/${page}`) ? "page" : undefined}
                className="flex h-9 items-center whitespace-nowrap border-transparent border-b-2 text-ink-2 hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink max-desk:h-11"
              >
                {t(`pages.${page}`)}
              </Go>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
