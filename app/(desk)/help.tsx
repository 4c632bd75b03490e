"use client";

import { Keyboard, Printer } from "lucide-react";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { KeyCap } from "@/app/_ui/key-cap";
import { deeds } from "./actions/deeds";
import { type ActionGroup, type ActionId, actionGroups, actionIds, actionLine } from "./actions/table";
import { useDesk } from "./desk";

/** Every action that has a key, with the keys that are in force for me; on paper a card beside the screen. */
export function Help({ prints, onClose }: { prints: boolean; onClose(): void }) {
  const t = useTranslations("keys");
  const ui = useTranslations("ui");
  const { me } = useDesk();

  useEffect(() => {
    if (prints) print();
  }, [prints]);

  function lines(group: ActionGroup): Array<[ActionId, readonly string[]]> {
    return actionIds().flatMap((id) => {
      const own = me.keys[id] ?? [];
      const leads = deeds[id] ? (deeds[id].may?.(me) ?? true) : actionLine(id).fixed;
      return actionLine(id).group === group && leads && own.length > 0 ? [[id, own] as const] : [];
    });
  }

  return (
    <Dialog
      title={t("title")}
      closeLabel={ui("close")}
      onClose={onClose}
      width="widest"
      printed
      actions={
        <>
          <p className="mr-auto flex items-center gap-2 text-ink-2">
            <Icon of={Keyboard} />
            {t(me.hasKeys ? "layout" : "areOff")}
          </p>
          <Go
            href="/settings/profile/keys"
            onClick={onClose}
            className="self-center text-accent hover:underline print:hidden"
          >
            {t("change")}
          </Go>
          <span className="max-desk:hidden print:hidden">
            <Button icon={Printer} onClick={() => print()}>
              {t("print")}
            </Button>
          </span>
        </>
      }
    >
      <div className="gap-x-8 desk:columns-2 rail:columns-3">
        {actionGroups.map((group) => {
          const own = lines(group);
          return own.length > 0 ? <Section key={group} group={group} lines={own} /> : null;
        })}
      </div>
    </Dialog>
  );
}

function Section({ group, lines }: { group: ActionGroup; lines: Array<[ActionId, readonly string[]]> }) {
  const t = useTranslations("actions");
  return (
    <section className="mb-5 break-inside-avoid-column">
      <h3 className="border-line border-b pb-1.5 font-semibold">{t(`groups.${group}`)}</h3>
      <dl>
        {lines.map(([id, keys]) => (
          <div key={id} className="flex min-h-7.5 items-center justify-between gap-3 border-line border-b">
            <dt className="truncate text-ink-2">{t(id)}</dt>
            <dd className="flex shrink-0 items-center gap-1.5">
              {keys.slice(0, 2).map((key) => (
                <Caps key={key} keys={key} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A cap for each key of "g q"; said as words, since a cap alone is not read out. */
function Caps({ keys }: { keys: string }) {
  return (
    <span className="flex gap-0.5">
      <span className="sr-only">{keys}</span>
      {keys.split(" ").map((key) => (
        <KeyCap key={key} keys={key} />
      ))}
    </span>
  );
}
