"use client";

import {
  ArrowLeft,
  Bell,
  Building2,
  CalendarRange,
  CircleUserRound,
  Clock,
  Ear,
  Gauge,
  Gift,
  History,
  Inbox,
  type LucideIcon,
  Megaphone,
  MessageCircleHeart,
  MessageSquareText,
  MessagesSquare,
  PhoneForwarded,
  Plug,
  Radio,
  ShieldBan,
  ShieldCheck,
  Tag,
  UserRound,
  Users,
  Zap,
} from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";

const icons = {
  channels: Plug,
  parked: Inbox,
  brands: Tag,
  schedules: Clock,
  targets: Gauge,
  gestures: Gift,
  satisfaction: MessageCircleHeart,
  "contact-reasons": MessagesSquare,
  "marked-dates": CalendarRange,
  "saved-replies": MessageSquareText,
  macros: Zap,
  notices: Megaphone,
  blocks: ShieldBan,
  rules: ShieldCheck,
  signals: Radio,
  phrases: Ear,
  people: UserRound,
  teams: Users,
  "on-call": PhoneForwarded,
  organisation: Building2,
  audit: History,
  notifications: Bell,
  profile: CircleUserRound,
} satisfies Record<string, LucideIcon>;

export type SettingsPage = keyof typeof icons;
export type SettingsGroup = { name: "customers" | "house" | "me"; pages: SettingsPage[] };

/** The pages of the settings that one may see, in three groups. */
export function SettingsNav({ groups }: { groups: SettingsGroup[] }) {
  const t = useTranslations("settings");
  const path = usePathname();
  return (
    <nav
      aria-label={t("title")}
      className="scrolls w-56 shrink-0 border-line border-r bg-canvas px-2 py-3 max-desk:w-full max-desk:overflow-visible max-desk:border-r-0 max-desk:border-b"
    >
      <Go href="/queue" className="mb-1 flex h-11 items-center gap-2 px-2 text-ink-2 desk:hidden">
        <Icon of={ArrowLeft} />
        {t("toQueue")}
      </Go>
      <h1 className="px-2 pb-2 type-zone max-desk:sr-only">{t("title")}</h1>
      <div className="flex flex-col gap-4 max-desk:flex-row max-desk:gap-1 max-desk:overflow-x-auto">
        {groups
          .filter(({ pages }) => pages.length > 0)
          .map(({ name, pages }) => (
            <section key={name} aria-label={t(`groups.${name}`)}>
              <h2 className="px-2 pb-1 text-ink-3 type-meta max-desk:hidden">{t(`groups.${name}`)}</h2>
              <ul className="flex flex-col gap-px max-desk:flex-row">
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
            </section>
          ))}
      </div>
    </nav>
  );
}
