"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Progress } from "@/app/_ui/progress";
import { Time } from "@/app/_ui/time";
import type { Import } from "./imports";

/** One file of before, or under way: how far it is, what it brought, and the way back. */
export function ImportLine({ one, onCancel, onUndo }: { one: Import; onCancel(): void; onUndo(): void }) {
  const t = useTranslations("signals.imports");
  const faults = useTranslations("signals.imports.faults");
  const [isSure, setIsSure] = useState(false);
  const isBusy = one.state === "running" || one.state === "undoing";
  const canUndo = one.state === "done" || one.state === "cancelled" || one.state === "failed";
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <span className="min-w-0 flex-1 basis-52 truncate" dir="auto">
          <span className="font-medium">{one.name}</span> · {t(`states.${one.state}`)}
          {one.by ? <span className="text-ink-2"> · {one.by}</span> : null}
        </span>
        <Time at={one.createdAt} className="text-ink-3" />
      </div>
      {isBusy ? (
        <>
          <Progress
            value={one.rows === 0 ? 0 : one.readRows / one.rows}
            label={t("progress", { done: one.readRows, total: one.rows })}
          />
          <p role="status" className="text-ink-2 tabular-nums">
            {t("progress", { done: one.readRows, total: one.rows })}
          </p>
        </>
      ) : (
        <p className="text-ink-2">
          {t(one.what === "customers" ? "summaryCustomers" : "summary", {
            stored: one.stored,
            customers: one.newCustomers,
            known: one.alreadyKnown,
            faulty: one.faulty,
          })}
        </p>
      )}
      {one.faults.length > 0 ? (
        <details className="text-ink-2">
          <summary className="cursor-pointer">{t("faulty", { count: one.faulty })}</summary>
          <ul className="mt-1 list-disc pl-5">
            {one.faults.slice(0, 20).map((fault) => (
              <li key={fault.line}>
                {t("line", {
                  line: fault.line,
                  why: faults.has(fault.code) ? faults(fault.code, fault.params) : fault.code,
                })}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        {one.state === "running" ? <Button onClick={onCancel}>{t("cancel")}</Button> : null}
        {canUndo && !isSure ? <Button onClick={() => setIsSure(true)}>{t("undo")}</Button> : null}
        {canUndo && isSure ? (
          <>
            <span>{t("sure")}</span>
            <Button look="danger" onClick={onUndo}>
              {t("undo")}
            </Button>
            <Button onClick={() => setIsSure(false)}>{t("cancel")}</Button>
          </>
        ) : null}
      </div>
    </li>
  );
}
