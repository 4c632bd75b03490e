"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { ConversationView, ReplyWay } from "@/lib/conversations/types";

export type Below = { hasSignature: boolean; hasHistory: boolean };

/** What will stand below the words: the signature as it will be read, and what was said before. Both can stay away. */
export function BelowTheWords({
  view,
  way,
  below,
  onChange,
}: {
  view: ConversationView;
  way: ReplyWay;
  below: Below;
  onChange(below: Below): void;
}) {
  const t = useTranslations("composer.below");
  const [isShown, setShown] = useState(false);
  const signature = way.hasSignature ? view.signature : null;
  if (signature === null && !way.hasHistory) return null;
  return (
    <div className="flex flex-col gap-1 border-line border-t border-dashed pt-1.5 text-ink-2 type-meta">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        {signature === null ? null : (
          <>
            <Choice
              label={t("signature")}
              checked={below.hasSignature}
              onChange={(hasSignature) => onChange({ ...below, hasSignature })}
            />
            <button
              type="button"
              aria-expanded={isShown}
              onClick={() => setShown(!isShown)}
              className="min-h-6 min-w-0 max-w-64 truncate rounded-key text-left hover:text-ink max-desk:min-h-11"
              dir="auto"
            >
              {isShown ? t("hide") : signature.split("\n")[0]}
            </button>
          </>
        )}
        {way.hasHistory ? (
          <Choice
            label={t("history")}
            checked={below.hasHistory}
            onChange={(hasHistory) => onChange({ ...below, hasHistory })}
          />
        ) : null}
      </div>
      {isShown && signature !== null ? (
        <p className={`words pl-5 ${below.hasSignature ? "" : "line-through"}`} dir="auto">
          {signature}
        </p>
      ) : null}
    </div>
  );
}

function Choice({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange(checked: boolean): void;
}) {
  return (
    <label className="flex min-h-6 items-center gap-1.5 max-desk:min-h-11">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="size-3.5 accent-[var(--accent)]"
      />
      {label}
    </label>
  );
}
