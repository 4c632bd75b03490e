"use client";

import { Bell as BellIcon } from "lucide-react";
import { Suspense, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Icon } from "@/app/_ui/icon";
import { lazy } from "@/app/_ui/lazy";
import { usePlace } from "@/app/(desk)/place";
import { useNotifications } from "./use-notifications";

const Panel = lazy(async () => ({ default: (await import("./panel")).Panel }));

/** What I was told since I last looked: a count, and the list behind it. Opening a conversation reads what it told of. */
export function Bell() {
  const t = useTranslations("notices");
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { items, unread, isLoaded, error, markRead } = useNotifications();
  const { open } = usePlace();
  const seen = items.filter(({ conversation, readAt }) => readAt === null && conversation?.number === open);
  const seenIds = seen.map(({ id }) => id).join();

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was read here is told once
  useEffect(() => {
    if (seenIds !== "") void markRead({ ids: seenIds.split(",") });
  }, [seenIds]);

  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={t("bell", { count: unread })}
        data-tip={t("title")}
        onClick={() => setOpen((before) => !before)}
        className="relative inline-flex size-7 shrink-0 items-center justify-center rounded-control text-ink-2 hover:bg-hover hover:text-ink max-desk:size-11"
      >
        <Icon of={BellIcon} size={17} />
        {unread > 0 ? (
          <span className="type-key absolute top-0 right-0 min-w-4 translate-x-1 -translate-y-1 rounded-full bg-accent px-1 text-center text-on-accent">
            {unread > 99 ? "99+" : unread}
          </span>
        ) : null}
      </button>
      {isOpen ? (
        <Suspense fallback={null}>
          <Panel
            anchor={button.current}
            items={items}
            unread={unread}
            state={error ? "failed" : isLoaded ? "loaded" : "loading"}
            onRead={markRead}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
