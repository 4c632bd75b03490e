"use client";

import { CircleQuestionMark } from "lucide-react";
import { useId, useRef } from "react";
import { useTranslations } from "use-intl";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";

/** "?" beside a figure: what it means, word for word what the documentation says. `of` is a key of `metrics`. */
export function Definition({ of }: { of: string }) {
  const t = useTranslations("metrics");
  const words = useTranslations("reports");
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={words("whatIs", { name: t(`${of}.name`) })}
        onClick={(event) => place(event.currentTarget, box.current)}
        className="grid size-6 shrink-0 place-items-center rounded-control text-ink-3 hover:bg-hover hover:text-ink max-desk:size-11 print:hidden"
      >
        <Icon of={CircleQuestionMark} size={15} />
      </button>
      <div
        ref={box}
        id={id}
        popover="auto"
        className="opens fixed w-84 max-w-[calc(100vw-2rem)] rounded-row bg-surface p-4 text-ink shadow-float"
      >
        <p className="font-semibold">{t(`${of}.name`)}</p>
        <p className="mt-1 whitespace-normal font-normal text-ink-2 type-row">{t(`${of}.text`)}</p>
        <Go
          href={`/reports/definitions#${of}`}
          className="mt-2 inline-block font-medium text-accent underline-offset-4 hover:underline"
        >
          {words("allDefinitions")}
        </Go>
      </div>
    </>
  );
}

/** Under its button, and never over the edge of the screen. */
function place(button: HTMLElement, box: HTMLElement | null) {
  if (!box) return;
  const { left, bottom, top } = button.getBoundingClientRect();
  const width = Math.min(336, innerWidth - 32);
  box.style.left = `${Math.max(16, Math.min(left - 12, innerWidth - width - 16))}px`;
  const isLow = bottom > innerHeight * 0.7;
  box.style.top = isLow ? "auto" : `${bottom + 4}px`;
  box.style.bottom = isLow ? `${innerHeight - top + 4}px` : "auto";
}
