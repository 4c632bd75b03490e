"use client";

import { Zap } from "lucide-react";
import { Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { lazy } from "@/app/_ui/lazy";
import { useScopeWords } from "@/app/(desk)/settings/saved-replies/scope-field";
import { useSave } from "@/app/(desk)/settings/use-save";
import type { Person } from "@/lib/conversations/types";
import type { MacroView } from "@/lib/macros/list";

const EditMacro = lazy(async () => ({ default: (await import("./edit-macro")).EditMacro }));

export function NewMacro({ brands }: { brands: Person[] }) {
  const t = useTranslations("settings.macros");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="accent" onClick={() => setOpen(true)}>
        {t("new")}
      </Button>
      <Suspense fallback={null}>
        {isOpen ? <EditMacro macro={null} brands={brands} onClose={() => setOpen(false)} /> : null}
      </Suspense>
    </>
  );
}

/** Macros by name, with what they say and do. */
export function MacroList({
  macros,
  brands,
  mayEdit,
}: {
  macros: MacroView[];
  brands: Person[];
  mayEdit: boolean;
}) {
  const t = useTranslations("settings.macros");
  const acts = useTranslations("settings.macros.act");
  const scopeWords = useScopeWords(brands);
  const { save, failed } = useSave();
  const [open, setOpen] = useState<string | null>(null);
  const current = macros.find((one) => one.id === open);

  if (macros.length === 0) {
    return (
      <EmptyState icon={Zap} title={t("empty.title")}>
        {t("empty.text")}
      </EmptyState>
    );
  }
  return (
    <>
      {failed ? (
        <p role="alert" className="mb-3 text-now">
          {failed}
        </p>
      ) : null}
      <ul className="divide-y divide-line rounded-card border border-line">
        {macros.map((macro) => (
          <li key={macro.id} className="flex flex-wrap items-center gap-3 px-4 py-3">
            <button
              type="button"
              disabled={!mayEdit}
              onClick={() => setOpen(macro.id)}
              className="min-w-0 flex-1 basis-60 rounded-control text-left"
            >
              <span className="block truncate font-medium">{macro.name}</span>
              <span className="block truncate text-ink-2" dir="auto">
                {[
                  ...(macro.texts[0] ? [t("says", { text: macro.texts[0].text.replace(/\s+/g, " ") })] : []),
                  ...macro.actions.map((action) => acts(action.do)),
                ].join(" · ")}
              </span>
              <span className="block text-ink-3 type-meta">{scopeWords(macro.scope)}</span>
            </button>
            {mayEdit ? (
              <Button
                look="plain"
                onClick={() =>
                  void save(() => api("DELETE /macros/{id}", { params: { id: macro.id } }), {
                    said: t("away", { name: macro.name }),
                  })
                }
              >
                {t("putAway")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <Suspense fallback={null}>
        {current ? <EditMacro macro={current} brands={brands} onClose={() => setOpen(null)} /> : null}
      </Suspense>
    </>
  );
}
