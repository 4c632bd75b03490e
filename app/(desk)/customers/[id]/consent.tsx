"use client";

import { useTranslations } from "use-intl";
import { Switch } from "@/app/_ui/switch";
import { useDay } from "@/app/_ui/time";
import { useEdit } from "./use-change";
import type { Customer } from "./view";

/** What they allow us: writing unasked, being written to at all, being profiled. */
export function Consent({ customer, mayEdit }: { customer: Customer; mayEdit: boolean }) {
  const t = useTranslations("customers");
  const day = useDay();
  const edit = useEdit(customer.id);
  const lines = [
    { name: "doNotContact", since: customer.doNotContactAt },
    { name: "unsubscribed", since: customer.unsubscribedAt },
    { name: "noProfile", since: customer.noProfileAt },
  ] as const;
  if (!mayEdit) {
    const said = lines.filter(({ since }) => since !== null);
    return (
      <ul>
        {said.length === 0 ? <li className="text-ink-2">{t("nothingSaid")}</li> : null}
        {said.map(({ name }) => (
          <li key={name}>{t(name)}</li>
        ))}
      </ul>
    );
  }
  return (
    <div className="flex flex-col">
      {lines.map(({ name, since }) => (
        <Switch
          key={name}
          label={t(name)}
          hint={since === null ? t(`${name}Hint`) : t("sinceDay", { date: day(since) })}
          checked={since !== null}
          onChange={(checked) => void edit({ [name]: checked })}
        />
      ))}
    </div>
  );
}
