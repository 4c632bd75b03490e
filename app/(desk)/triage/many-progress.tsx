"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Progress } from "@/app/_ui/progress";
import { toast } from "@/app/_ui/toast";
import { cancelBulk } from "@/app/(desk)/calls";
import { closeMany, isOver, undoMany } from "./many";
import { ManyProblems } from "./many-problems";
import { type ManyRun, useManyRun } from "./many-run";
import { offerUndo } from "./undoable";
import { wordsOf } from "./use-change";

/** Seconds for the one undo of a whole run. */
const undoSeconds = 20;

/** How far an act on many has come; at its end what became of it, with the way back and what was held. */
export function ManyProgress() {
  const t = useTranslations("triage.many");
  const ui = useTranslations("ui");
  const run = useManyRun();
  const told = useRef<string | null>(null);
  const failed = useRef(0);
  const [showing, setShowing] = useState<ManyRun | null>(null);

  useEffect(() => {
    if (!run || !isOver(run) || told.current === `${run.runId} ${run.state}`) return;
    told.current = `${run.runId} ${run.state}`;
    // What could not be taken back is counted with what had failed before.
    const left = run.state === "undone" ? run.failed - failed.current : run.held + run.failed;
    failed.current = run.failed;
    const takeBack = () => {
      setShowing(null);
      void undoMany(run).catch((error: unknown) => toast({ tone: "failed", text: wordsOf(error) }));
    };
    if (run.state === "undone") toast({ tone: "done", text: t("undone", { count: run.undone, left }) });
    else if (run.done > 0) {
      offerUndo(takeBack, undoSeconds);
      toast({
        tone: "done",
        text: t(`did.${run.act.verb}`, { count: run.done }),
        seconds: undoSeconds,
        action: { label: ui("undo"), keys: "z", run: takeBack },
      });
    }
    if (left > 0) setShowing(run);
    else closeMany();
  }, [run, t, ui]);

  if (showing) {
    const close = () => {
      setShowing(null);
      // Unless it is being taken back, and goes on being told.
      if (run?.state === showing.state) closeMany();
    };
    return <ManyProblems run={showing} onClose={close} />;
  }
  if (!run || isOver(run)) return null;
  const at = run.state === "undoing" ? run.undone : run.done + run.held + run.failed;
  const words = t(run.state === "undoing" ? "takingBack" : "working", { at, total: run.total });
  return (
    <div
      role="status"
      className="opens fixed inset-x-3 bottom-20 z-40 flex flex-col gap-1.5 rounded-row bg-ink px-3 py-2 text-canvas shadow-float desk:right-auto desk:bottom-3 desk:left-[calc(var(--rail-width)+0.5rem)] desk:w-[calc(var(--list-width)-1rem)]"
    >
      <span className="flex items-center gap-3">
        <span className="mr-auto font-semibold">{words}</span>
        {run.state === "running" ? (
          <button
            type="button"
            onClick={() => cancelBulk(run.runId).catch(() => {})}
            className="h-7 rounded-control px-2 font-semibold hover:underline max-desk:h-11"
          >
            {t("stop")}
          </button>
        ) : null}
      </span>
      <Progress value={run.total === 0 ? 1 : at / run.total} label={words} />
    </div>
  );
}
