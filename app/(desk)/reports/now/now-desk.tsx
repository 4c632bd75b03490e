"use client";

import { WifiOff } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { useConnection } from "@/app/_live/live";
import { Icon } from "@/app/_ui/icon";
import { Time } from "@/app/_ui/time";
import type { Person, QueuePage } from "@/lib/conversations/types";
import type { Now } from "@/lib/reports/slice";
import { Ages } from "./ages";
import { Channels } from "./channels";
import { Here } from "./here";
import { Late } from "./late";
import { PromisesToday } from "./promises-today";
import { dueSoon, overdue } from "./queue-href";
import { Strip } from "./strip";
import { Today } from "./today";
import { useAnnounced } from "./use-announced";
import { useNowFigures } from "./use-now-figures";

/** The desk as it is now, kept true by what happens on it. */
export function NowDesk({
  first,
  late,
  soon,
  brand,
}: {
  first: Now;
  late: QueuePage;
  soon: QueuePage;
  brand: Person | null;
}) {
  const t = useTranslations("reportNow");
  const { data: now, isError } = useNowFigures(first, brand?.id ?? null);
  const { state } = useConnection();
  const isOnline = useSyncExternalStore(
    onLine,
    () => navigator.onLine,
    () => true,
  );
  const announced = useAnnounced(now);
  const isOld = state === "offline" || !isOnline || isError;
  return (
    <div className="flex flex-col gap-3">
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="type-zone">{brand ? t("titleOf", { brand: brand.name }) : t("title")}</h2>
        <p className={isOld ? "flex items-center gap-1.5 text-now" : "text-ink-2"}>
          {isOld ? <Icon of={WifiOff} size={15} /> : null}
          <span className="print:hidden">{t(isOld ? "offline" : "live")}</span>{" "}
          <span className="hidden print:inline">{t("asOf")}</span>{" "}
          <Time at={now.at} className="tabular-nums" />
        </p>
      </header>
      <p role="status" className="sr-only">
        {announced}
      </p>
      <Strip now={now} brand={brand} />
      <div className="flex flex-col gap-3 wide:grid wide:grid-cols-[3fr_2fr] wide:items-start [&>*]:min-w-0">
        <div className="flex flex-col gap-3 max-wide:contents">
          <Late first={late} filter={overdue} brand={brand} words={{ title: "late", none: "nobodyLate" }} />
          <Late first={soon} filter={dueSoon} brand={brand} words={{ title: "soon", none: "nobodySoon" }} />
          <PromisesToday now={now} brand={brand} />
          <div className="max-wide:order-last">
            <Channels now={now} brand={brand} />
          </div>
        </div>
        <div className="flex flex-col gap-3 max-wide:contents">
          <Ages now={now} brand={brand} />
          <Today now={now} brand={brand} />
          <Here now={now} brand={brand} />
        </div>
      </div>
    </div>
  );
}

/** A broken line may be known to the browser long before its socket notices. */
function onLine(listener: () => void): () => void {
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
}
