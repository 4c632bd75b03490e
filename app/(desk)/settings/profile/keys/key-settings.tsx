"use client";

import { ArrowLeft, Printer, RotateCcw } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { Switch } from "@/app/_ui/switch";
import { deeds } from "@/app/(desk)/actions/deeds";
import type { OwnKeys } from "@/app/(desk)/actions/own-keys";
import { show } from "@/app/(desk)/actions/show";
import { type ActionId, actionGroups, actionIds, actionLine } from "@/app/(desk)/actions/table";
import { useDesk } from "@/app/(desk)/desk";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { useKeep } from "@/app/(desk)/settings/profile/use-keep";
import { KeyLine } from "./key-line";

/** The keys of every action, to be changed one by one; kept on the server, so that they follow me. */
export function KeySettings({ ownKeys }: { ownKeys: OwnKeys }) {
  const t = useTranslations("settings.keys");
  const names = useTranslations("actions");
  const { me } = useDesk();
  const keep = useKeep();
  const [own, setOwn] = useState<OwnKeys>(ownKeys);
  const [changing, change] = useState<ActionId | null>(null);

  /** Shows the new keys at once; what the server refuses goes back. */
  async function set(next: OwnKeys) {
    const before = own;
    setOwn(next);
    change(null);
    if (!(await keep({ ownKeys: copy(next) }))) setOwn(before);
  }

  const isShown = (id: ActionId) => actionLine(id).fixed || (deeds[id] && (deeds[id].may?.(me) ?? true));
  return (
    <>
      <Go
        href="/settings/profile"
        className="mb-3 inline-flex items-center gap-1.5 text-ink-2 hover:underline"
      >
        <Icon of={ArrowLeft} size={15} />
        {t("toProfile")}
      </Go>
      <PageHead
        title={t("title")}
        text={t("text")}
        action={
          <span className="flex gap-2 max-desk:hidden">
            <Button icon={Printer} onClick={() => show("card")}>
              {t("print")}
            </Button>
          </span>
        }
      />
      <div className="mb-6 flex flex-col gap-4">
        <Switch
          label={t("single")}
          hint={t("singleHint")}
          checked={me.hasKeys}
          onChange={(on) => void keep({ keys: on ? "on" : "off" })}
        />
        {Object.keys(own).length > 0 ? (
          <div>
            <Button icon={RotateCcw} onClick={() => void set({})}>
              {t("resetAll")}
            </Button>
          </div>
        ) : null}
      </div>
      {actionGroups.map((group) => (
        <section key={group} className="mb-6">
          <h3 className="border-line border-b pb-1.5 font-semibold">{names(`groups.${group}`)}</h3>
          <ul>
            {actionIds()
              .filter((id) => actionLine(id).group === group && isShown(id))
              .map((id) => (
                <KeyLine
                  key={id}
                  id={id}
                  own={own}
                  isChanging={changing === id}
                  onChanging={change}
                  onSet={(next) => void set(next)}
                />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function copy(own: OwnKeys): { [action: string]: string[] } {
  return Object.fromEntries(Object.entries(own).map(([id, keys]) => [id, [...keys]]));
}
