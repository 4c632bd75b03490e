"use client";

import { useQuery } from "@tanstack/react-query";
import {
  AlarmClock,
  Bookmark,
  ChartNoAxesColumn,
  CheckCheck,
  ContactRound,
  Ellipsis,
  Hourglass,
  Inbox,
  ListChecks,
  type LucideIcon,
  Radio,
  Search,
  Settings,
  TriangleAlert,
  User,
  Users,
} from "lucide-react";
import { usePathname } from "next/navigation";
import { type MouseEvent, type ReactNode, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { held } from "@/app/_live/keys";
import { useConnection } from "@/app/_live/live";
import { Avatar } from "@/app/_ui/avatar";
import { ChannelIcon } from "@/app/_ui/channel-icon";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { IconButton } from "@/app/_ui/icon-button";
import { lazy } from "@/app/_ui/lazy";
import { Logo } from "@/app/_ui/logo";
import { useNow } from "@/app/_ui/now";
import { useLasted } from "@/app/_ui/time";
import type { ViewName } from "@/lib/conversations/types";
import { useKeyOf } from "./actions/keyboard";
import { type DeskChannel, type DeskView, useDesk } from "./desk";
import { getCounts, listChannels } from "./first-calls";
import { useGo, useWhere } from "./place";
import { placeHref } from "./place-of";
import { useReader } from "./queue/use-reader";
import { useViews } from "./views/use-views";

const ViewMenu = lazy(async () => ({ default: (await import("./views/view-menu")).ViewMenu }));

const Bell = lazy(async () => ({ default: (await import("./bell/bell")).Bell }));

const SampleNote = lazy(async () => ({ default: (await import("./sample-note")).SampleNote }));
const RailDuty = lazy(async () => ({ default: (await import("./duty/rail-duty")).RailDuty }));

const views: Array<{ view: ViewName; icon: LucideIcon }> = [
  { view: "queue", icon: Inbox },
  { view: "mine", icon: User },
  { view: "team", icon: Users },
  { view: "waiting", icon: Hourglass },
  { view: "snoozed", icon: AlarmClock },
  { view: "resolved", icon: CheckCheck },
];

type Me = ReturnType<typeof useDesk>["me"];

/** The pages beside the queue; what a page would refuse is not offered. */
const places = [
  { name: "customers", icon: ContactRound, may: () => true },
  { name: "signals", icon: Radio, may: () => true },
  { name: "promises", icon: ListChecks, may: () => true },
  { name: "reports", icon: ChartNoAxesColumn, may: (me: Me) => me.canSeeReports || me.canReply },
  { name: "settings", icon: Settings, may: (me: Me) => me.canSeeSettings },
] as const;

/** Where one can go: the views with their live counts, the channels with their health, settings, oneself. */
export function Rail({ onHelp, onSearch }: { onHelp(): void; onSearch(): void }) {
  const t = useTranslations("desk");
  const desk = useDesk();
  const keyOf = useKeyOf();
  const place = useWhere();
  const path = usePathname();
  const onQueue = path === "/queue";
  const { data: counts } = useQuery({
    queryKey: held.counts,
    queryFn: getCounts,
    initialData: desk.counts,
  });
  const { views: saved, counts: viewCounts } = useViews();
  const [menu, setMenu] = useState<{ view: DeskView; anchor: Element } | null>(null);
  useReader();
  const channels = useChannels();
  const failing = channels.filter((channel) => channel.failingSince).length;

  return (
    <nav
      aria-label={t("rail")}
      className="flex w-(--rail-width) shrink-0 flex-col border-line border-r bg-sunken max-desk:hidden print:hidden"
    >
      <div className="flex h-12 items-center justify-between pr-2 pl-4 max-rail:h-auto max-rail:flex-col max-rail:justify-center max-rail:px-0 max-rail:py-2">
        <span className="max-rail:hidden">
          <Logo />
        </span>
        <span className="flex items-center gap-1 max-rail:flex-col">
          <Suspense fallback={<span className="size-7" />}>
            <Bell />
          </Suspense>
          <IconButton icon={Search} label={t("search")} keys={keyOf("search")} onClick={onSearch} size={17} />
        </span>
      </div>
      <div className="scrolls flex flex-1 flex-col gap-5 px-2 pb-4">
        <ul className="flex flex-col gap-px">
          {views.map(({ view, icon }) => (
            <li key={view}>
              <RailLink
                href={placeHref({ view, sort: "left", q: "", open: null })}
                current={onQueue && place.view === view && place.q === ""}
                go={{ view, q: "", sort: "left", open: null }}
                icon={<Icon of={icon} />}
                count={view in counts ? counts[view as keyof typeof counts] : null}
              >
                {t(`views.${view}`)}
              </RailLink>
            </li>
          ))}
        </ul>
        {saved.length > 0 ? (
          <Section title={t("savedViews")}>
            {saved.map((view) => (
              <li key={view.id} data-saved-view className="group/view relative">
                <RailLink
                  href={placeHref({ view: "queue", sort: view.sort, q: view.query, open: null })}
                  current={onQueue && place.view === "queue" && place.q === view.query}
                  go={{ view: "queue", sort: view.sort, q: view.query, open: null }}
                  icon={<Icon of={Bookmark} />}
                  count={viewCounts[view.id] ?? null}
                >
                  {view.name}
                </RailLink>
                {desk.me.canEditViews ? (
                  <span className="absolute inset-y-0 right-0 opacity-0 focus-within:opacity-100 group-hover/view:opacity-100 max-rail:hidden">
                    <IconButton
                      icon={Ellipsis}
                      look="outline"
                      label={t("viewMenu", { name: view.name })}
                      onClick={(event) => setMenu({ view, anchor: event.currentTarget })}
                    />
                  </span>
                ) : null}
              </li>
            ))}
          </Section>
        ) : null}
        {desk.channels.length > 0 ? (
          <Section
            title={t("channels")}
            aside={t("channelsWell", { well: desk.channels.length - failing, all: desk.channels.length })}
          >
            {channels.map((channel) => (
              <li key={channel.id}>
                <ChannelLine channel={channel} />
              </li>
            ))}
          </Section>
        ) : null}
      </div>
      <div className="flex flex-col gap-px px-2 pb-2">
        <div className="max-rail:hidden">
          <Suspense fallback={null}>
            <SampleNote />
          </Suspense>
        </div>
        <Offline />
        <Suspense fallback={null}>
          <RailDuty />
        </Suspense>
        {places
          .filter(({ may }) => may(desk.me))
          .map(({ name, icon }) => (
            <Go
              key={name}
              href={`/${name}`}
              data-tip={t(name)}
              className={railLine}
              aria-current={path.startsWith(`/${name}`) ? "page" : undefined}
            >
              <Icon of={icon} />
              <span data-tip-label className="max-rail:sr-only">
                {t(name)}
              </span>
            </Go>
          ))}
      </div>
      <div className="mx-2 flex h-12 items-center gap-2.5 border-line border-t px-2">
        <Go href="/settings/profile" className="flex min-w-0 flex-1 items-center gap-2.5 hover:underline">
          <Avatar name={desk.me.name} of="agent" size={24} />
          <span className="truncate font-medium max-rail:sr-only">{desk.me.name}</span>
        </Go>
        <button
          type="button"
          onClick={onHelp}
          aria-label={t("help")}
          data-tip={t("help")}
          data-tip-keys={keyOf("help")}
          className="type-key inline-flex size-6 max-rail:hidden items-center justify-center rounded-key border border-line text-ink-2 hover:bg-hover"
        >
          ?
        </button>
      </div>
      <Suspense fallback={null}>
        {menu ? <ViewMenu key={menu.view.id} {...menu} onClose={() => setMenu(null)} /> : null}
      </Suspense>
    </nav>
  );
}

/** The channels with their health, asked again when the server says that it changed. */
function useChannels(): DeskChannel[] {
  const { channels } = useDesk();
  const { data } = useQuery({
    queryKey: held.channels,
    initialData: channels,
    queryFn: async () => {
      const items = await listChannels();
      return channels.map((channel) => {
        const health = items.find((one) => one.id === channel.id)?.health;
        return health
          ? { ...channel, failingSince: health.failingSince, paused: health.state === "paused" }
          : channel;
      });
    },
  });
  return data;
}

function RailLink({
  href,
  go,
  current,
  icon,
  count,
  children,
}: {
  href: string;
  go: Parameters<ReturnType<typeof useGo>>[0];
  current: boolean;
  icon: ReactNode;
  count: number | null;
  children: string;
}) {
  const move = useGo();
  const onQueue = usePathname() === "/queue";

  function onClick(event: MouseEvent) {
    if (!onQueue || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    move(go);
  }

  return (
    <Go
      href={href}
      onClick={onClick}
      aria-current={current ? "page" : undefined}
      data-tip={children}
      className={railLine}
    >
      {icon}
      <span data-tip-label className="truncate max-rail:sr-only">
        {children}
      </span>
      {count === null ? null : (
        <span className="ml-auto pl-2 text-ink-3 in-aria-[current=page]:text-ink max-rail:hidden">
          {count}
        </span>
      )}
    </Go>
  );
}

function Section({ title, aside, children }: { title: string; aside?: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-1">
      <h2 className="flex items-baseline justify-between px-2 text-ink-3 type-meta max-rail:sr-only">
        {title}
        {aside ? <span>{aside}</span> : null}
      </h2>
      <ul className="flex flex-col gap-px">{children}</ul>
    </section>
  );
}

function ChannelLine({ channel }: { channel: DeskChannel }) {
  const t = useTranslations("desk");
  const lasted = useLasted();
  const now = useNow();
  return (
    <Go href={`/settings/channels/${channel.id}`} data-tip={channel.name} className={railLine}>
      <ChannelIcon name={channel.icon} size={16} />
      <span data-tip-label className="truncate max-rail:sr-only">
        {channel.name}
      </span>
      {channel.failingSince ? (
        <span
          className="ml-auto flex shrink-0 items-center gap-1 pl-2 text-now"
          data-tip={t("channelFailing")}
        >
          <Icon of={TriangleAlert} size={14} />
          <span className="sr-only">{t("channelFailing")}</span>
          <span className="max-rail:hidden">{lasted(Date.parse(channel.failingSince), now)}</span>
        </span>
      ) : null}
    </Go>
  );
}

function Offline() {
  const t = useTranslations("live");
  const { state } = useConnection();
  return (
    <p role="status" className={state === "offline" ? "px-2 py-1.5 text-today type-meta" : "sr-only"}>
      {state === "offline" ? t("offline") : null}
    </p>
  );
}

const railLine =
  "flex h-7 items-center gap-2.5 rounded-control px-2 text-ink-2 transition-colors hover:bg-hover hover:text-ink aria-[current=page]:bg-surface aria-[current=page]:font-medium aria-[current=page]:text-ink aria-[current=page]:shadow-[0_0_0_1px_var(--line)]";
