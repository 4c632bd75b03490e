"use client";

import { useTranslations } from "use-intl";
import { useMoney } from "@/app/(desk)/promises/use-amount";
import type { AuditLine } from "@/lib/audit/read-audit";

/** "changed what Agent may give as gestures: 50 € → 40 €"; null for a line about anything else. */
export function useLimitWords(): (line: AuditLine, names: { [id: string]: string }) => string | null {
  const t = useTranslations("settings.audit");
  const roles = useTranslations("auth.roles");
  const money = useMoney();
  return ({ before, after }, names) => {
    const { gestureLimit: of, currency } = after;
    if (typeof of !== "string" || typeof currency !== "string") return null;
    const isPerson = of.includes("-");
    const none = t(isPerson ? "ofRole" : "noLimit");
    const say = (amount: unknown) => (typeof amount === "number" ? money(amount, currency) : none);
    const whose = isPerson ? (names[of] ?? "") : roles.has(of) ? roles(of) : of;
    // Lines of before this was written down do not know what it was.
    return t("gestureLimit", {
      whose,
      before: "amountMinor" in before ? say(before.amountMinor) : "?",
      after: say(after.amountMinor),
    });
  };
}
