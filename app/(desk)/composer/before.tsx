"use client";

import { BadgeCheck, Link2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { Icon } from "@/app/_ui/icon";
import { useGo } from "@/app/(desk)/place";
import type { ConversationView } from "@/lib/conversations/types";

/** What is good to know before one writes: who reads it first, and where this customer waits as well. */
export function Before({ view }: { view: ConversationView }) {
  const t = useTranslations("composer");
  const kinds = useTranslations("conversation.kinds");
  const go = useGo();
  const others = view.customer.conversations.filter((one) => one.status === "open").slice(0, 3);
  const { reason } = view.approval;
  if (others.length === 0 && reason === null) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2 type-meta">
      {reason ? (
        <span className="flex items-center gap-1.5">
          <Icon of={BadgeCheck} size={14} />
          {t(`approval.needs.${reason}`)}
        </span>
      ) : null}
      {others.length > 0 ? (
        <span className="flex min-w-0 items-center gap-1.5">
          <Icon of={Link2} size={14} />
          {t("alsoOpen", { what: "" })}
          {others.map((one) => (
            <button
              key={one.id}
              type="button"
              onClick={() => go({ open: one.number })}
              className="truncate font-medium text-accent hover:underline"
            >
              {kinds.has(one.channelKind) ? kinds(one.channelKind) : one.channelKind} #{one.number}
            </button>
          ))}
        </span>
      ) : null}
    </p>
  );
}
