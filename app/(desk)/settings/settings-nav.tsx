"use client";

import { ArrowLeft, CircleUserRound, Inbox, Plug, Users } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";

const icons = { channels: Plug, parked: Inbox, team: Users, profile: CircleUserRound };

/** The pages of the settings that one may see. */
export function SettingsNav({ pages }: { pages: ReadonlyArray<keyof typeof icons> }) {
  const t = useTranslations("settings");
  const path = usePathname();
  return (
    <nav
      aria-label={t("title")}
      className="w-56 shrink-0 border-line border-r bg-canvas px-2 py-3 max-desk:w-full max-desk:border-r-0 max-desk:border-b"
    >
      <Go href="/queue" className="mb-1 flex h-11 items-center gap-2 px-2 text-ink-2 desk:hidden">
        <Icon of={ArrowLeft} />
        {t("toQueue")}
      </Go>
      <h1 className="px-2 pb-2 type-zone max-desk:sr-only">{t("title")}</h1>
      <ul className="flex flex-col gap-px max-desk:flex-row max-desk:overflow-x-auto">
        {pages.map((page) => (
          <li key={page}>
            <Go
              href={`/settings/${page}`}
              aria-current={path.startsWith(`/settings/${page}`) ? "page" : undefined}
              className="flex h-8 items-center gap-2.5 whitespace-nowrap rounded-control px-2 text-ink-2 hover:bg-hover hover:text-ink aria-[current=page]:bg-surface aria-[current=page]:font-medium aria-[current=page]:text-ink aria-[current=page]:shadow-[0_0_0_1px_var(--line)] max-desk:h-11"
            >
              <Icon of={icons[page]} />
              {t(`pages.${page}`)}
            </Go>
          </li>
        ))}
      </ul>
    </nav>
  );
}
