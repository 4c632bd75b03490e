"use client";

import { ShieldAlert } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import type { ConversationView } from "@/lib/conversations/types";
import { type Finding, withoutFindings } from "@/lib/replies/check-public";
import type { StopAnswer } from "./before-send";
import { BrandSquare } from "./readers";
import { wantToWrite } from "./writing-intent";

/** Private facts in a public text, marked where they stand and named one by one; the safe act is the filled button. */
export function CheckPanel({
  view,
  text,
  findings,
  answer,
  onConfirm,
}: {
  view: ConversationView;
  text: string;
  findings: Finding[];
  answer: StopAnswer;
  onConfirm(): void;
}) {
  const t = useTranslations("composer.check");
  const [sure, setSure] = useState(false);
  const canBePrivate = view.ways.some((way) => way.mode === "private");
  return (
    <section
      role="alertdialog"
      aria-label={t("title", { count: findings.length })}
      className="mx-4 mb-3 grid shrink-0 rounded-card border-[1.5px] border-public bg-surface max-desk:mx-2.5 desk:grid-cols-2"
    >
      <div className="flex flex-col gap-1.5 border-line p-4 max-desk:border-b desk:border-r">
        <p className="flex items-center gap-2">
          <BrandSquare view={view} />
          <span className="font-semibold">{view.brand.name}</span>
        </p>
        <p className="words max-h-40 overflow-auto type-message" dir="auto">
          {marked(text, findings)}
        </p>
      </div>
      <div className="flex flex-col gap-2.5 p-4">
        <p className="flex items-center gap-2 font-semibold">
          <Icon of={ShieldAlert} size={18} className="text-now" />
          {t("title", { count: findings.length })}
        </p>
        <ul className="flex flex-col gap-1">
          {findings.map((finding) => (
            <li key={`${finding.at} ${finding.text}`} className="flex items-center justify-between gap-3">
              <span className="min-w-0 truncate">
                {t(`kinds.${finding.kind}`)} <span className="font-medium">{finding.text}</span>
              </span>
              <button
                type="button"
                onClick={() => answer.change(withoutFindings(text, [finding]))}
                className="shrink-0 font-medium text-public hover:underline"
              >
                {t("remove")}
              </button>
            </li>
          ))}
        </ul>
        <div className="mt-auto flex flex-wrap items-center gap-2">
          <Button look="public" autoFocus onClick={() => answer.change(withoutFindings(text, findings))}>
            {t("removeAll", { count: findings.length })}
          </Button>
          {canBePrivate ? (
            <Button
              onClick={() => {
                answer.edit();
                wantToWrite("swap");
              }}
            >
              {t("toPrivate")}
            </Button>
          ) : null}
          <Button look="plain" onClick={answer.edit}>
            {t("edit")}
          </Button>
          <span className="ml-auto">
            {sure ? (
              <Button
                look="danger"
                onClick={() => {
                  onConfirm();
                  answer.goOn();
                }}
              >
                {t("sure")}
              </Button>
            ) : (
              <Button look="plain" onClick={() => setSure(true)}>
                {t("anyway")}
              </Button>
            )}
          </span>
        </div>
      </div>
    </section>
  );
}

function marked(text: string, findings: readonly Finding[]): ReactNode[] {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { at, length } of findings) {
    parts.push(text.slice(from, at));
    parts.push(
      <mark key={at} className="border-now border-b-2 bg-now-soft font-medium text-now">
        {text.slice(at, at + length)}
      </mark>,
    );
    from = at + length;
  }
  return [...parts, text.slice(from)];
}
