"use client";

import { Keyboard } from "lucide-react";
import { useTranslations } from "use-intl";
import { Dialog } from "@/app/_ui/dialog";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { KeyCap } from "@/app/_ui/key-cap";

const groups = {
  move: [
    ["next", "j", "k"],
    ["open", "enter"],
    ["back", "escape"],
    ["takeNext", "shift+enter"],
    ["arrived", "."],
    ["search", "/"],
    ["go", "g", "q"],
    ["goFurther", "g", "w"],
  ],
  answer: [
    ["reply", "r"],
    ["publicPrivate", "shift+R"],
    ["note", "n"],
    ["called", "shift+C"],
    ["savedReply", ";"],
    ["send", "mod+enter"],
  ],
  decide: [
    ["assign", "a"],
    ["mine", "i"],
    ["team", "shift+A"],
    ["resolve", "e"],
    ["snooze", "h"],
    ["theirTurn", "w"],
    ["noReply", "d"],
    ["tag", "t"],
    ["pin", "p"],
    ["unread", "shift+U"],
    ["spam", "#"],
    ["undo", "z"],
  ],
} as const;

/** Every key, with what it does. */
export function Help({ onClose }: { onClose(): void }) {
  const t = useTranslations("keys");
  const ui = useTranslations("ui");
  return (
    <Dialog title={t("title")} closeLabel={ui("close")} onClose={onClose} width="wide">
      <div className="grid gap-x-6 gap-y-4 desk:grid-cols-3">
        {Object.entries(groups).map(([group, lines]) => (
          <section key={group}>
            <h3 className="border-line border-b pb-1.5 font-semibold">{t(`groups.${group}`)}</h3>
            <dl>
              {lines.map(([name, ...keys]) => (
                <div
                  key={name}
                  className="flex min-h-8 items-center justify-between gap-3 border-line border-b"
                >
                  <dt className="text-ink-2">{t(name)}</dt>
                  <dd className="flex gap-1">
                    {keys.map((key) => (
                      <KeyCap key={key} keys={key} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="mt-4 flex flex-wrap items-center gap-2 text-ink-2">
        <Icon of={Keyboard} />
        {t("layout")}
        <Go href="/settings/profile" className="ml-auto text-accent hover:underline">
          {t("switchOff")}
        </Go>
      </p>
    </Dialog>
  );
}
