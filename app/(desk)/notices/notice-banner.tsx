"use client";

import { Megaphone, X } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Icon } from "@/app/_ui/icon";
import { IconButton } from "@/app/_ui/icon-button";
import { useMoment } from "@/app/_ui/time";
import { useNotices } from "./use-notices";

const PUT_AWAY = "avant-notices-put-away";

/** What everybody should know today, above the desk. Put away, it stays so in this browser until it changes. */
export function NoticeBanner() {
  const t = useTranslations("noticeOfDay");
  const moment = useMoment();
  const notices = useNotices(null);
  const [putAway, setPutAway] = useState<string | null>(null);
  const mark = notices.map((notice) => `${notice.id} ${notice.text}`).join("|");

  useEffect(() => setPutAway(localStorage.getItem(PUT_AWAY)), []);

  const first = notices[0];
  if (!first || putAway === mark) return null;
  return (
    <section
      aria-label={t("region")}
      className="flex min-h-10 shrink-0 items-start gap-2.5 border-line border-b bg-note-soft px-4 py-2"
    >
      <Icon of={Megaphone} size={16} className="mt-0.5 text-note" />
      <ul className="flex min-w-0 flex-1 flex-col gap-1">
        {notices.map((notice) => (
          <li key={notice.id} className="whitespace-pre-line">
            {notice.text}
            {notice.endsAt ? (
              <span className="text-ink-2 type-meta"> {t("until", { time: moment(notice.endsAt) })}</span>
            ) : null}
          </li>
        ))}
      </ul>
      <IconButton
        icon={X}
        label={t("close")}
        size={14}
        onClick={() => {
          localStorage.setItem(PUT_AWAY, mark);
          setPutAway(mark);
        }}
      />
    </section>
  );
}
