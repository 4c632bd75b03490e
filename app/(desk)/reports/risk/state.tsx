"use client";

import { CircleCheck, Lock, TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { useMoment } from "@/app/_ui/time";
import { FailedLine } from "@/app/(desk)/settings/failed-line";
import { useSave } from "@/app/(desk)/settings/use-save";
import type { Evaluation, ModelView } from "@/lib/risk/read-model";

/** Whether the order is followed, whether its numbers may be believed, and whether it learns. */
export function State({
  model,
  evaluation,
  sample,
  mayEdit,
}: {
  model: ModelView;
  evaluation: Evaluation;
  /** Linked posts of the sample, which teach nothing. */
  sample: number;
  mayEdit: boolean;
}) {
  const t = useTranslations("riskReport.state");
  const moment = useMoment();
  const { busy, failed, save } = useSave();
  const { isCalibrated, seen } = evaluation.calibration;
  return (
    <div className="flex flex-col gap-2">
      {model.fallenBackAt ? (
        <p
          role="status"
          className="flex items-start gap-2 rounded-card border border-now bg-now-soft px-4 py-3"
        >
          <Icon of={TriangleAlert} className="mt-0.5 text-now" />
          {t("fallenBack", { at: moment(model.fallenBackAt), least: evaluation.leastLift })}
        </p>
      ) : null}
      <p className="flex items-start gap-2 text-ink-2">
        <Icon of={isCalibrated ? CircleCheck : TriangleAlert} className="mt-0.5" />
        {!isCalibrated && seen === 0 && sample > 0
          ? t("onlySample", { posts: sample })
          : t(isCalibrated ? "calibrated" : "notCalibrated", { posts: seen })}
      </p>
      {model.learns && !mayEdit ? null : (
        <p className="flex flex-wrap items-center gap-3 text-ink-2">
          <Icon of={model.learns ? CircleCheck : Lock} />
          {t(model.learns ? "learns" : "held", { version: model.version })}
          {mayEdit ? (
            <span className="print:hidden">
              <Button
                disabled={busy}
                onClick={() =>
                  void save(() => api("PUT /risk/learning", { body: { learns: !model.learns } }), {
                    said: t(model.learns ? "saidHeld" : "saidLearns"),
                  })
                }
              >
                {t(model.learns ? "hold" : "learn")}
              </Button>
            </span>
          ) : null}
        </p>
      )}
      <FailedLine text={failed} />
    </div>
  );
}
