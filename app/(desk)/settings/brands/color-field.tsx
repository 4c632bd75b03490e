"use client";

import { useTranslations } from "use-intl";
import { Field } from "@/app/_ui/field";
import { inkOn } from "@/app/f/[form]/ink-on";
import { contrast, leastContrast } from "./contrast";

/** A brand's colour on one ground: as it will look, and whether it can be seen there. */
export function ColorField({
  label,
  letter,
  value,
  ground,
  onChange,
}: {
  label: string;
  letter: string;
  value: string;
  /** What it lies on: "#rrggbb". */
  ground: string;
  onChange(color: string): void;
}) {
  const t = useTranslations("settings.brands");
  const isColor = /^#[0-9a-f]{6}$/i.test(value);
  const ratio = isColor ? contrast(value, ground) : null;
  const words =
    ratio === null
      ? t("notAColor")
      : t(ratio >= leastContrast ? "contrastFine" : "contrastLow", { ratio: ratio.toFixed(1) });
  const isFine = ratio !== null && ratio >= leastContrast;
  return (
    <Field label={label} {...(isFine ? { hint: words } : { error: words })}>
      {({ id, describedBy }) => (
        <div
          className="flex items-center gap-3 rounded-card border border-line p-3"
          style={{ background: ground }}
        >
          <span
            aria-hidden
            className="inline-flex size-8 items-center justify-center rounded-control font-semibold"
            style={{ background: isColor ? value : ground, color: isColor ? inkOn(value) : ground }}
          >
            {letter}
          </span>
          <input
            type="color"
            aria-label={label}
            value={isColor ? value : "#000000"}
            onChange={(event) => onChange(event.target.value)}
            className="h-8 w-10 shrink-0"
          />
          <input
            id={id}
            aria-describedby={describedBy}
            value={value}
            onChange={(event) => onChange(event.target.value.trim().toLowerCase())}
            maxLength={7}
            spellCheck={false}
            className="h-8 w-28 rounded-control border border-line-strong bg-surface px-2 max-desk:h-11"
          />
        </div>
      )}
    </Field>
  );
}
