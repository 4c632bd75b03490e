import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { pick, translator } from "@/app/_server/words";
import { MoreWords } from "@/app/_ui/words";
import { ReportHead } from "@/app/(desk)/reports/report-head";
import { can } from "@/lib/access";
import { leakReport } from "@/lib/leaks/report";
import { listCalmed } from "@/lib/risk/calm";
import { readCalibration, readRiskModel } from "@/lib/risk/read-model";
import { CalibrationTable } from "./calibration-table";
import { CalmedList } from "./calmed-list";
import { ModelInForce } from "./model-in-force";
import { State } from "./state";
import { Trust } from "./trust";
import { Versions } from "./versions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "reports")("pages.risk") };
}

const weeks = 12;

/** How the order is made, what it said, and what came. */
export default async function RiskPage() {
  const actor = await requireActor("/reports/risk");
  if (!can(actor, "risk.read")) notFound();
  const language = await locale(actor.language);
  const t = translator(language, "riskReport");
  const [model, evaluation, calmed, leaks] = await Promise.all([
    readRiskModel(actor),
    readCalibration(actor),
    listCalmed(actor, { limit: 50 }),
    leakReport(actor, { weeks, brandId: null }),
  ]);
  const mayEdit = can(actor, "risk.edit");
  // What the sample brings is told among the figures, and teaches the order nothing.
  const sample = leaks.isSample ? leaks.linked.hits : 0;
  return (
    <MoreWords messages={pick(language, ["riskReport"])}>
      <ReportHead title={t("title")} text={t("text")} />
      <div className="flex flex-col gap-8">
        <State model={model} evaluation={evaluation} sample={sample} mayEdit={mayEdit} />
        <ModelInForce model={model} isCalibrated={evaluation.calibration.isCalibrated} mayEdit={mayEdit} />
        <CalibrationTable evaluation={evaluation} />
        <Trust evaluation={evaluation} linked={leaks.linked} sample={sample} weeks={weeks} />
        <Versions model={model} mayEdit={mayEdit} />
        <CalmedList items={calmed} />
      </div>
    </MoreWords>
  );
}
