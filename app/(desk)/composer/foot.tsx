"use client";

import { ChevronDown, type LucideIcon } from "lucide-react";
import { type ReactNode, Suspense, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { IconButton } from "@/app/_ui/icon-button";
import { lazy } from "@/app/_ui/lazy";
import type { MenuItem } from "@/app/_ui/menu";
import type { Mode } from "./modes";

const Menu = lazy(async () => ({ default: (await import("@/app/_ui/menu")).Menu }));

export type FootAction = {
  id: string;
  icon: LucideIcon;
  label: string;
  keys: string | null;
  onClick(): void;
};
/** Another way to send, in the menu beside the button. */
export type SendChoice = MenuItem & { run(): void };

/** Under the words: what can be added to them, how long they are, and the way out. */
export function ComposerFoot({
  mode,
  actions,
  markings,
  note,
  count,
  isBlocked,
  choices,
  onSend,
}: {
  mode: Mode;
  actions: readonly FootAction[];
  /** Marks for the words, on screens with room for them. */
  markings: readonly FootAction[];
  /** One line of words beside the actions. */
  note: ReactNode;
  /** How long it is, or why it cannot leave. */
  count: ReactNode;
  isBlocked: boolean;
  choices: readonly SendChoice[];
  onSend(): void;
}) {
  const t = useTranslations("composer");
  const beside = useRef<HTMLSpanElement>(null);
  const [choosing, setChoosing] = useState(false);
  return (
    <div className="flex items-center gap-1">
      {actions.map((action) => (
        <Action key={action.id} action={action} />
      ))}
      <span className="flex items-center max-desk:hidden">
        {markings.map((action) => (
          <Action key={action.id} action={action} />
        ))}
      </span>
      <span className="min-w-0 truncate text-ink-2">{note}</span>
      <span className="ml-auto flex shrink-0 items-center gap-3">
        {count}
        <span ref={beside} className="flex items-center gap-0.5">
          <Button look={looks[mode]} keys="mod+enter" disabled={isBlocked} onClick={onSend}>
            {t(`do.${mode}`)}
          </Button>
          {choices.length > 0 ? (
            <IconButton icon={ChevronDown} label={t("otherWays")} onClick={() => setChoosing(true)} />
          ) : null}
        </span>
      </span>
      <Suspense fallback={null}>
        {choosing ? (
          <Menu
            anchor={beside.current}
            label={t("otherWays")}
            items={[...choices]}
            onClose={() => setChoosing(false)}
            onPick={(id) => {
              setChoosing(false);
              choices.find((choice) => choice.id === id)?.run();
            }}
          />
        ) : null}
      </Suspense>
    </div>
  );
}

function Action({ action }: { action: FootAction }) {
  return (
    <IconButton
      icon={action.icon}
      size={15}
      label={action.label}
      keys={action.keys ?? undefined}
      // Focus and what is marked stay with the words.
      onPointerDown={(event) => event.preventDefault()}
      onClick={action.onClick}
    />
  );
}

const looks = { public: "public", private: "accent", note: "note" } as const;
