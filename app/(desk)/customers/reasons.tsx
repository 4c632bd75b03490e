"use client";

import { useFormatter, useTranslations } from "use-intl";
import type { Suggested } from "./use-suggestions";

/** "+9.1 rare same name (Okafor), +3.5 same city, −1.5 other e-mail". */
export function Reasons({ reasons }: { reasons: Suggested["reasons"] }) {
  const t = useTranslations("samePerson");
  const format = useFormatter();
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-0.5 text-ink-2" aria-label={t("reasons")}>
      {reasons.map(({ code, weight, params }) => (
        <li key={code}>
          <span className={`tabular-nums ${weight < 0 ? "text-now" : ""}`}>
            {format.number(weight, {
              signDisplay: "always",
              minimumFractionDigits: 1,
              maximumFractionDigits: 1,
            })}
          </span>{" "}
          {t.has(`reason.${code}`) ? t(`reason.${code}`) : code}
          {params?.value ? <span dir="auto"> ({params.value})</span> : null}
        </li>
      ))}
    </ul>
  );
}
