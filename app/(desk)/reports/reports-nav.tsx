"use client";

import { ArrowLeft } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";

/** The folder of each report, in the order of the tabs; its name is `reports.pages.<folder>`. */
const pages = ["leaks", "promises", "spikes", "risk"] as const;

/** The reports side by side; on a phone the line of tabs scrolls. */
export function ReportsNav() {
  const t = useTranslations("reports");
  const path = usePathname();
  return (
    <div className="mb-5 flex flex-col gap-2">
      <Go href="/queue" className="flex h-11 items-center gap-2 text-ink-2 desk:hidden print:hidden">
        <Icon of={ArrowLeft} />
        {t("toQueue")}
      </Go>
      <h1 className="type-title">{t("title")}</h1>
      <nav
        aria-label={t("title")}
        className="-mx-4 overflow-x-auto border-line border-b px-4 desk:mx-0 desk:px-0 print:hidden"
      >
        <ul className="flex gap-5">
          {pages.map((page) => (
            <li key={page}>
              <Go
                href={`/reports/${page}`}
                aria-current={path.startsWith(`/reports/${page}`) ? "page" : undefined}
                className="-mb-px flex h-9 items-center whitespace-nowrap border-transparent border-b-2 text-ink-2 hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink max-desk:h-11"
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
