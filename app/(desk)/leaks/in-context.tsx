"use client";

import { Globe } from "lucide-react";
import { useTranslations } from "use-intl";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { useLasted, useMoment } from "@/app/_ui/time";
import type { ConversationView } from "@/lib/conversations/types";
import { useLeaks } from "./use-leaks";

/** "Told us 26 h before: #1042": what a public post came after, with the way to its story. */
export function LeaksInContext({ view }: { view: ConversationView }) {
  return <LeaksOf customerId={view.customer.id} version={view.row.version} number={view.row.number} />;
}

/** `number`: the conversation on screen, null on the page of the customer. */
export function LeaksOf({
  customerId,
  version,
  number,
}: {
  customerId: string;
  version: number;
  number: number | null;
}) {
  const t = useTranslations("leakLine");
  const lasted = useLasted();
  const moment = useMoment();
  const leaks = useLeaks(customerId, version);
  if (leaks.length === 0) return null;
  return (
    <section aria-label={t("title")} className="flex flex-col gap-1.5">
      {leaks.map((leak) => {
        const time = lasted(Date.parse(leak.toldAt), Date.parse(leak.postedAt));
        return (
          <div key={leak.id} className="flex items-start gap-2.5 rounded-row bg-public-soft px-3 py-2">
            <Icon of={Globe} size={15} className="mt-0.5 shrink-0 text-public" />
            <p className="min-w-0">
              <span className="block font-medium">{t("title")}</span>
              <span className="block text-ink-2">
                {leak.told?.number === number
                  ? leak.posted
                    ? t("postedAfter", { time, number: leak.posted.number })
                    : t("postedAfterElsewhere", { time })
                  : leak.told
                    ? t("toldBefore", { time, number: leak.told.number })
                    : t("toldBeforeElsewhere", { time })}{" "}
                · {moment(leak.postedAt)}
              </span>
              {leak.told ? (
                <Go
                  href={`/leaks/${leak.id}`}
                  className="font-medium text-accent underline-offset-4 hover:underline"
                >
                  {t("story")}
                </Go>
              ) : null}
            </p>
          </div>
        );
      })}
    </section>
  );
}
