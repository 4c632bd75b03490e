"use client";

import { useQuery } from "@tanstack/react-query";
import { CheckCircle2, Hourglass } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { Time } from "@/app/_ui/time";
import { placeHref } from "@/app/(desk)/place-of";
import type { Arrivals } from "@/lib/channels/list-arrivals";

const LOOK_AGAIN_MS = 2_000;
const ENOUGH = 5;

/** What comes through a channel that was just connected, as it comes, with a way to each. */
export function FirstMessages({ channelId, first }: { channelId: string; first: Arrivals }) {
  const t = useTranslations("settings.channels.first");
  const { data } = useQuery({
    queryKey: ["arrivals", channelId],
    queryFn: () => api("GET /channels/{id}/arrivals", { params: { id: channelId } }),
    initialData: first,
    refetchInterval: (query) => ((query.state.data?.items.length ?? 0) < ENOUGH ? LOOK_AGAIN_MS : false),
  });
  const { items, filed, parked } = data;
  const router = useRouter();
  const isNews = items.length > first.items.length;
  // The line above says how the channel is, which these messages have just changed.
  useEffect(() => {
    if (isNews) router.refresh();
  }, [isNews, router]);
  return (
    <section aria-labelledby="first-messages" className="mb-6 rounded-card border border-line p-4">
      <h3 id="first-messages" className="flex items-center gap-2 font-semibold">
        <Icon
          of={items.length > 0 ? CheckCircle2 : Hourglass}
          size={16}
          className={items.length > 0 ? "text-good" : "text-ink-2"}
        />
        <span role="status">{t(items.length > 0 ? "here" : "waiting")}</span>
      </h3>
      {items.length === 0 ? (
        <p className="mt-1 text-ink-2">{t("hint")}</p>
      ) : (
        <ul className="mt-2 divide-y divide-line">
          {items.map((item) => (
            <li key={item.id}>
              <Go
                href={placeHref({ view: "queue", sort: "left", q: "", open: item.number })}
                className="flex items-baseline gap-3 py-2 hover:bg-hover"
              >
                <span className="shrink-0 font-medium">{item.customerName}</span>
                <span className="min-w-0 flex-1 truncate text-ink-2">{item.excerpt}</span>
                <Time at={item.at} className="shrink-0 text-ink-3 type-meta" />
              </Go>
            </li>
          ))}
        </ul>
      )}
      {filed > 0 ? (
        <Go href="/settings/parked?kind=filed" className="mt-2 block text-accent type-meta hover:underline">
          {t("filed", { count: filed })}
        </Go>
      ) : null}
      {parked > 0 ? (
        <Go href="/settings/parked" className="mt-2 block text-today type-meta hover:underline">
          {t("parked", { count: parked })}
        </Go>
      ) : null}
    </section>
  );
}
