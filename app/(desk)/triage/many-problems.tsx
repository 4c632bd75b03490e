"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { getBulk } from "@/app/(desk)/calls";
import { useGo } from "@/app/(desk)/place";
import type { ManyRun } from "./many-run";

/** The ones that were held back or could not be done, each with its reason. */
export function ManyProblems({ run, onClose }: { run: ManyRun; onClose(): void }) {
  const t = useTranslations("triage.many");
  const ui = useTranslations("ui");
  const go = useGo();
  const { data } = useQuery({ queryKey: ["bulk", run.runId, run.state], queryFn: () => getBulk(run.runId) });
  return (
    <Dialog
      title={t("problems", { held: run.held, failed: run.failed })}
      closeLabel={ui("close")}
      width="wide"
      onClose={onClose}
      actions={<Button onClick={onClose}>{ui("close")}</Button>}
    >
      <p className="mb-3 text-ink-2">{t("problemsText", { count: run.done })}</p>
      <ul className="divide-y divide-line">
        {data?.problems.map((problem) => (
          <li key={problem.conversationId}>
            <button
              type="button"
              onClick={() => {
                onClose();
                go({ open: problem.number });
              }}
              className="flex w-full items-baseline gap-3 rounded-control px-2 py-2 text-left hover:bg-hover max-desk:min-h-11"
            >
              <span className="shrink-0 text-ink-3">#{problem.number}</span>
              <span className="shrink-0 font-medium" dir="auto">
                {problem.customerName}
              </span>
              <span className="text-ink-2">{problem.why}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
