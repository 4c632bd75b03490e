"use client";

import { useTranslations } from "use-intl";
import { Field, inputClass } from "@/app/_ui/field";
import type { Unit } from "./duration";

export type Duration = { amount: string; unit: Unit };

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
  return (
    <Field label={label}>
      {({ id }) => (
        <div className="flex gap-2">
          <input
            id={id}
            type="number"
            min={1}
            max={10_000}
            required
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
