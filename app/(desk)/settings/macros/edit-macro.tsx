"use client";

import { ArrowUp, Plus, X } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { TextField } from "@/app/_ui/field";
import { IconButton } from "@/app/_ui/icon-button";
import { ScopeField } from "@/app/(desk)/settings/saved-replies/scope-field";
import { TextsField, withKeys } from "@/app/(desk)/settings/saved-replies/texts-field";
import { useSave } from "@/app/(desk)/settings/use-save";
import type { Person } from "@/lib/conversations/types";
import type { MacroAction } from "@/lib/macros/actions";
import type { MacroView } from "@/lib/macros/list";
import type { Scope } from "@/lib/saved-replies/scope";
import { ActionField, blank, kinds } from "./action-field";

type Keyed = { key: number; action: MacroAction };

let made = 0;

function keyed(action: MacroAction): Keyed {
  made += 1;
  return { key: made, action };
}

/** One macro: what it says, what it does and in which order, whose it is. */
export function EditMacro({
  macro,
  brands,
  onClose,
}: {
  macro: MacroView | null;
  brands: Person[];
  onClose(): void;
}) {
  const t = useTranslations("settings.macros");
  const ui = useTranslations("ui");
  const [name, setName] = useState(macro?.name ?? "");
  const [texts, setTexts] = useState(() => withKeys(macro?.texts ?? []));
  const [actions, setActions] = useState(() => (macro?.actions ?? []).map(keyed));
  const [scope, setScope] = useState<Scope>(macro?.scope ?? { for: "everybody" });
  const { busy, failed, save } = useSave();
  const written = texts.filter((one) => one.text.trim() !== "");
  const ends = actions.filter(({ action }) => ["wait", "snooze", "resolve"].includes(action.do)).length;
  const isIncomplete = actions.some(({ action }) => isOpen(action));
  const isBlocked =
    busy || name.trim() === "" || written.length + actions.length === 0 || ends > 1 || isIncomplete;

  async function submit() {
    if (isBlocked) return;
    const body = {
      name,
      scope,
      texts: written.map(({ key: _key, ...one }) => one),
      actions: actions.map(({ action }) => action),
    };
    const call = () =>
      macro ? api("PUT /macros/{id}", { params: { id: macro.id }, body }) : api("POST /macros", { body });
    if (await save(call, { said: t("saved", { name }) })) onClose();
  }

  function raise(index: number) {
    const before = actions[index - 1];
    const one = actions[index];
    if (!before || !one) return;
    setActions(actions.with(index - 1, one).with(index, before));
  }

  return (
    <Dialog
      title={t(macro ? "edit" : "new")}
      closeLabel={ui("close")}
      width="wide"
      onClose={onClose}
      actions={
        <Button look="accent" disabled={isBlocked} onClick={() => void submit()}>
          {t("save")}
        </Button>
      }
    >
      <div className="flex flex-col gap-5 pt-1">
        <TextField
          label={t("name")}
          error={failed ?? undefined}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
        />
        <TextsField texts={texts} onChange={setTexts} />
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1.5 font-medium">{t("actions")}</legend>
          {actions.map(({ key, action }, index) => (
            <div
              key={key}
              className="flex flex-wrap items-center gap-2 rounded-control border border-line p-2"
            >
              <ActionField
                action={action}
                onChange={(next) =>
                  setActions(actions.map((one) => (one.key === key ? { key, action: next } : one)))
                }
              />
              <span className="ml-auto flex">
                {index > 0 ? (
                  <IconButton icon={ArrowUp} label={t("earlier")} onClick={() => raise(index)} />
                ) : null}
                <IconButton
                  icon={X}
                  label={t("remove")}
                  onClick={() => setActions(actions.filter((one) => one.key !== key))}
                />
              </span>
            </div>
          ))}
          {ends > 1 ? <p className="text-now type-meta">{t("oneEnd")}</p> : null}
          {actions.length < 12 ? (
            <div className="flex flex-wrap gap-1">
              {kinds.map((kind) => (
                <Button key={kind} icon={Plus} onClick={() => setActions([...actions, keyed(blank(kind))])}>
                  {t(`act.${kind}`)}
                </Button>
              ))}
            </div>
          ) : null}
        </fieldset>
        <ScopeField scope={scope} brands={brands} onChange={setScope} />
      </div>
    </Dialog>
  );
}

/** Something in it has still to be said. */
function isOpen(action: MacroAction): boolean {
  switch (action.do) {
    case "tag":
    case "untag":
      return action.name.trim() === "";
    case "note":
      return action.text.trim() === "";
    case "snooze":
      return action.until.trim() === "";
    case "assign":
    case "team":
    case "pin":
    case "wait":
    case "resolve":
      return false;
  }
}
