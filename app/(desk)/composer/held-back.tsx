"use client";

import { ShieldAlert } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { useNow } from "@/app/_ui/now";
import { useLasted } from "@/app/_ui/time";
import type { NewerThings } from "@/lib/conversations/types";

/** Nothing has left: what happened meanwhile, and three ways on, of which the safe one stands out. */
export function HeldBack({
  newer,
  name,
  onEdit,
  onDrop,
  onSendAnyway,
}: {
  newer: NewerThings;
  name: string;
  onEdit(): void;
  onDrop(): void;
  onSendAnyway(): void;
}) {
  const t = useTranslations("composer.held");
  const lasted = useLasted();
  const now = useNow();
  const [sure, setSure] = useState(false);
  const ago = lasted(Date.parse(newer.at), Math.max(now, Date.parse(newer.at)));
  return (
    <div role="alert">
      <p className="flex items-center gap-2.5 bg-now-soft px-4 py-2.5 font-semibold">
        <Icon of={ShieldAlert} size={18} className="text-now" />
        {t(newer.kind, { by: newer.by, name, ago })}
      </p>
      <div className="flex flex-col gap-3 p-4">
        <div className="flex gap-3">
          <Avatar name={newer.by} of={newer.kind === "answered" ? "agent" : "customer"} size={24} />
          <blockquote className="min-w-0 flex-1">
            {newer.conversationNumber !== null && (
              <p className="text-ink-2 type-meta">#{newer.conversationNumber}</p>
            )}
            <p className="line-clamp-3 type-message" dir="auto">
              {t("quote", { text: newer.excerpt })}
            </p>
          </blockquote>
        </div>
        <p className="text-ink-2">{t("kept")}</p>
        <div className="flex flex-wrap items-center gap-2">
          <Button look="accent" onClick={onEdit}>
            {t("edit")}
          </Button>
          <Button onClick={onDrop}>{t("drop")}</Button>
          <span className="ml-auto">
            {sure ? (
              <Button look="danger" onClick={onSendAnyway}>
                {t("sure")}
              </Button>
            ) : (
              <Button look="plain" onClick={() => setSure(true)}>
                {t("anyway")}
              </Button>
            )}
          </span>
        </div>
      </div>
    </div>
  );
}
