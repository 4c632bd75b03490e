"use client";

import { useTranslations } from "use-intl";
import { Field, inputClass } from "@/app/_ui/field";
import { type Duration, secondsOf } from "./duration";

/** A length of time of opening hours: a number and its unit. */
export function DurationField({
  label,
  unitLabel,
  value,
  onChange,
}: {
  label: string;
  unitLabel: string;
  value: Duration;
  onChange(value: Duration): void;
}) {
  const t = useTranslations("settings.targets");
  const isRead = value.amount.trim() === "" || secondsOf(value) !== null;
  return (
    <Field label={label} error={isRead ? undefined : t("unread")}>
      {({ id, describedBy, invalid }) => (
        <div className="flex gap-2">
          <input
            id={id}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            maxLength={12}
            required
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            value={value.amount}
            onChange={(event) => onChange({ ...value, amount: event.target.value })}
            className={`${inputClass} w-24`}
          />
          <select
            aria-label={unitLabel}
            value={value.unit}
            onChange={(event) =>
              onChange({
                ...value,
                unit: event.target.value === "min" ? "min" : event.target.value === "d" ? "d" : "h",
              })
            }
            className={`${inputClass} w-28`}
          >
            {(["min", "h", "d"] as const).map((one) => (
              <option key={one} value={one}>
                {t(`units.${one}`)}
              </option>
            ))}
          </select>
        </div>
      )}
    </Field>
  );
}
