"use client";

import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Time } from "@/app/_ui/time";
import { useScopeWords } from "@/app/(desk)/due/target-words";
import { FailedLine } from "@/app/(desk)/settings/failed-line";
import { useSave } from "@/app/(desk)/settings/use-save";
import type { TargetView } from "@/lib/targets/list-targets";
import { unitOf, units } from "./duration";

/** What is promised now; below it, folded, what was promised before. */
export function TargetLines({ targets, mayEdit }: { targets: TargetView[]; mayEdit: boolean }) {
  const t = useTranslations("settings.targets");
  const ui = useTranslations("ui");
  const { busy, failed, save } = useSave();
  const inForce = targets.filter(({ validUntil }) => validUntil === null);
  const before = targets.filter(({ validUntil }) => validUntil !== null);

  const lasts = (seconds: number) => {
    const unit = unitOf(seconds);
    return t(`lasts.${unit}`, { count: seconds / units[unit] });
  };
  const say = useScopeWords();
  const scopeOf = (target: TargetView) => {
    const words = say({ ...target, brandName: target.scopeName, channelName: null });
    // Names are written as they are.
    return target.scopeName === null ? words.charAt(0).toLocaleUpperCase() + words.slice(1) : words;
  };
  /** Who is warned and called; nothing where all is as usual. */
  const moreOf = ({ warnSeconds, escalateName, isHandedOver }: TargetView) =>
    [
      warnSeconds === null ? null : t("warnedBefore", { time: lasts(warnSeconds) }),
      escalateName === null ? null : t(isHandedOver ? "handedTo" : "calledAtMiss", { name: escalateName }),
    ].filter((part) => part !== null);

  function end(target: TargetView) {
    const { kind, brandId, channelId, pin, tagId, band, seconds } = target;
    const { warnSeconds, escalateAgentId, escalateTeamId, isHandedOver } = target;
    const what = { kind, brandId, channelId, pin, tagId, band, seconds };
    const body = { ...what, warnSeconds, escalateAgentId, escalateTeamId, isHandedOver };
    void save(() => api("DELETE /targets/{id}", { params: { id: target.id } }), {
      said: t("ended"),
      undo: { label: ui("undo"), run: () => api("POST /targets", { body }) },
    });
  }

  return (
    <div className="flex flex-col gap-6">
      {inForce.length > 0 ? (
        <ul className="divide-y divide-line rounded-card border border-line">
          {inForce.map((target) => (
            <li key={target.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5">
              <span className="min-w-0 flex-1 basis-48">
                <span className="block truncate font-medium">{scopeOf(target)}</span>
                <span className="block text-ink-2 type-meta">
                  {[t(`kinds.${target.kind}`), ...moreOf(target)].join(" · ")}
                </span>
              </span>
              <span className="font-medium tabular-nums">{lasts(target.seconds)}</span>
              <span className="text-ink-3 type-meta">
                {t("since")} <Time at={target.validFrom} />
                {target.by ? `, ${target.by}` : null}
              </span>
              {mayEdit ? (
                <Button look="plain" disabled={busy} onClick={() => end(target)}>
                  {t("end")}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-2">{t("none")}</p>
      )}
      <FailedLine text={failed} />
      {before.length > 0 ? (
        <details>
          <summary className="cursor-pointer font-medium">{t("before", { count: before.length })}</summary>
          <ul className="mt-2 flex flex-col gap-1 text-ink-2">
            {before.map((target) => (
              <li key={target.id}>
                {scopeOf(target)}, {t(`kinds.${target.kind}`)} · {lasts(target.seconds)} ·{" "}
                <Time at={target.validFrom} /> – {target.validUntil ? <Time at={target.validUntil} /> : null}
                {target.by ? ` · ${target.by}` : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}
