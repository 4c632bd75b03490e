"use client";

import { useFormatter, useTranslations } from "use-intl";
import type { MessageView } from "@/lib/conversations/types";

/** What is to be said about a message beside its words: sealed, forwarded, an invitation; moments in the house's zone. */
export function Remarks({ remarks }: { remarks: NonNullable<MessageView["remarks"]> }) {
  const t = useTranslations("channels.remarks");
  const format = useFormatter();
  const shown = (value: string) =>
    /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)
      ? format.dateTime(new Date(value), { dateStyle: "medium", timeStyle: "short" })
      : value;
  return (
    <>
      {remarks.map(({ code, params }) =>
        t.has(code) ? (
          <p key={code} className="text-ink-2 type-meta" dir="auto">
            {t(
              code,
              Object.fromEntries(Object.entries(params).map(([name, value]) => [name, shown(value)])),
            ).replace(/[–\s]+(?=[.\s]*$)/, "")}
          </p>
        ) : null,
      )}
    </>
  );
}
