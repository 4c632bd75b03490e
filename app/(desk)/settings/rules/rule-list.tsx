"use client";

import { ArrowUp, ShieldCheck } from "lucide-react";
import { Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { IconButton } from "@/app/_ui/icon-button";
import { lazy } from "@/app/_ui/lazy";
import { Switch } from "@/app/_ui/switch";
import { useSave } from "@/app/(desk)/settings/use-save";
import type { RuleView } from "@/lib/moderation/list-rules";
import type { Places } from "./edit-rule";
import { useRuleWords } from "./rule-words";

const EditRule = lazy(async () => ({ default: (await import("./edit-rule")).EditRule }));

export function NewRule({ places }: { places: Places }) {
  const t = useTranslations("settings.rules");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="accent" onClick={() => setOpen(true)}>
        {t("new")}
      </Button>
      <Suspense fallback={null}>
        {isOpen ? <EditRule rule={null} places={places} onClose={() => setOpen(false)} /> : null}
      </Suspense>
    </>
  );
}

/** The rules in the order in which they are asked: what they look for, what they do, how often they did. */
export function RuleList({
  rules,
  places,
  mayEdit,
}: {
  rules: RuleView[];
  places: Places;
  mayEdit: boolean;
}) {
  const t = useTranslations("settings.rules");
  const words = useRuleWords(places);
  const { save, failed } = useSave();
  const [open, setOpen] = useState<string | null>(null);
  const current = rules.find((one) => one.id === open);

  if (rules.length === 0) {
    return (
      <EmptyState icon={ShieldCheck} title={t("empty.title")}>
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
      <ol aria-label={t("title")} className="divide-y divide-line rounded-card border border-line">
        {rules.map((rule, index) => (
          <li key={rule.id} className="flex flex-wrap items-center gap-3 px-4 py-3">
            <button
              type="button"
              disabled={!mayEdit}
              onClick={() => setOpen(rule.id)}
              className="min-w-0 flex-1 basis-60 rounded-control text-left"
            >
              <span className="block truncate font-medium">{rule.name}</span>
              <span className="line-clamp-2 block text-ink-2" dir="auto">
                {words.conditions(rule.conditions)} → {words.actions(rule.actions)}
              </span>
              <span className="block text-ink-3 type-meta">
                {t("hits", { count: rule.hitCount })}
                {rule.isLast ? ` · ${t("isLast")}` : ""}
              </span>
            </button>
            {mayEdit ? (
              <>
                {index > 0 ? (
                  <IconButton
                    icon={ArrowUp}
                    label={t("earlier", { name: rule.name })}
                    onClick={() =>
                      void save(() => api("POST /moderation-rules/{id}/up", { params: { id: rule.id } }), {
                        said: t("moved", { name: rule.name }),
                      })
                    }
                  />
                ) : null}
                <Switch
                  label={t("on")}
                  checked={rule.isOn}
                  onChange={(isOn) =>
                    void save(
                      () =>
                        api("PUT /moderation-rules/{id}", {
                          params: { id: rule.id },
                          body: { ...rule, isOn },
                        }),
                      { said: t(isOn ? "switchedOn" : "switchedOff", { name: rule.name }) },
                    )
                  }
                />
              </>
            ) : null}
          </li>
        ))}
      </ol>
      <Suspense fallback={null}>
        {current ? <EditRule rule={current} places={places} onClose={() => setOpen(null)} /> : null}
      </Suspense>
    </>
  );
}
