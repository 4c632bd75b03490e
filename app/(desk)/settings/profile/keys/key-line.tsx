"use client";

import { Pencil, RotateCcw } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/app/_ui/icon-button";
import { KeyCap } from "@/app/_ui/key-cap";
import { isFree, keysInForce, type OwnKeys } from "@/app/(desk)/actions/own-keys";
import type { ActionId } from "@/app/(desk)/actions/table";
import { KeyField } from "./key-field";

/** One action with its keys; while they are changed, a field that takes the next key typed. */
export function KeyLine({
  id,
  own,
  isChanging,
  onChanging,
  onSet,
}: {
  id: ActionId;
  own: OwnKeys;
  isChanging: boolean;
  onChanging(id: ActionId | null): void;
  onSet(own: OwnKeys): void;
}) {
  const t = useTranslations("settings.keys");
  const names = useTranslations("actions");
  const keys = keysInForce(own).get(id) ?? [];
  const { [id]: mine, ...others } = own;
  return (
    <li className="flex min-h-9 flex-wrap items-center gap-x-3 border-line border-b py-0.5 max-desk:min-h-11">
      <span className="min-w-40 flex-1">{names(id)}</span>
      {isChanging ? (
        <KeyField id={id} own={own} onSet={onSet} onLeave={() => onChanging(null)} />
      ) : (
        <>
          <span className="flex items-center gap-2">
            {keys.length === 0 ? <span className="text-ink-3">{t("none")}</span> : null}
            {keys.map((key) => (
              <span key={key} className="flex gap-0.5">
                <span className="sr-only">{key}</span>
                {key.split(" ").map((one) => (
                  <KeyCap key={one} keys={one} />
                ))}
              </span>
            ))}
          </span>
          <span className="flex w-15 justify-end max-desk:w-auto">
            {mine ? (
              <IconButton
                icon={RotateCcw}
                label={t("reset", { action: names(id) })}
                onClick={() => onSet(others)}
              />
            ) : null}
            {isFree(id) ? (
              <IconButton
                icon={Pencil}
                label={t("change", { action: names(id) })}
                onClick={() => onChanging(id)}
              />
            ) : null}
          </span>
        </>
      )}
    </li>
  );
}
