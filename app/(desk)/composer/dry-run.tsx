"use client";

import { useQuery } from "@tanstack/react-query";
import {
  AlarmClock,
  CheckCheck,
  Hourglass,
  type LucideIcon,
  Pin,
  StickyNote,
  Tag,
  TriangleAlert,
  UserCheck,
  Users,
} from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { ChannelIcon } from "@/app/_ui/channel-icon";
import { Dialog } from "@/app/_ui/dialog";
import { Icon } from "@/app/_ui/icon";
import { useMoment } from "@/app/_ui/time";
import { planMacro, runMacro } from "@/app/(desk)/calls";
import { useChannelIcon } from "@/app/(desk)/desk";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { ConversationView } from "@/lib/conversations/types";
import type { MacroPlan, Obstacle, Step } from "@/lib/macros/plan";
import { gapsIn } from "@/lib/text/variables";
import { useVariableName } from "./gaps";
import { BrandSquare } from "./readers";

/** Everything a macro would do to this conversation, before it does it: its words, each act, and what cannot be done. */
export function DryRun({
  view,
  macroId,
  name,
  onRan,
  onText,
  onClose,
}: {
  view: ConversationView;
  macroId: string;
  name: string;
  onRan(run: { eventId: number; done: number; left: number }): void;
  onText(text: string): void;
  onClose(): void;
}) {
  const t = useTranslations("composer.macro");
  const ui = useTranslations("ui");
  const [written, setWritten] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { data: plan, error } = useQuery({
    queryKey: ["macro-plan", view.row.id, macroId, view.row.version],
    queryFn: () => planMacro(view.row.id, macroId),
    staleTime: 0,
  });
  const text = written ?? plan?.reply?.text ?? "";
  const gaps = gapsIn(text);
  const obstacle = plan?.reply?.obstacle ?? null;
  // What was a gap or too long may have been written right.
  const cannotSay = obstacle !== null && obstacle !== "gaps" && obstacle !== "too_long";
  const says = plan?.reply != null && !cannotSay;
  const able = plan?.steps.filter((step) => step.obstacle === null).length ?? 0;
  const isBlocked =
    !plan || isBusy || (says && (gaps.length > 0 || text.trim() === "")) || (!says && able === 0);

  async function run() {
    if (!plan || isBlocked) return;
    setBusy(true);
    setFailure(null);
    try {
      const { reply } = plan;
      const said =
        reply && says ? { mode: reply.mode, channelId: reply.channelId, text, seen: view.seen } : null;
      onRan(await runMacro(view.row.id, macroId, said));
    } catch (problem) {
      setFailure(wordsOf(problem));
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={t("title", { name })}
      closeLabel={ui("close")}
      width="wide"
      onClose={onClose}
      actions={
        <>
          {plan?.reply ? (
            <Button look="plain" onClick={() => onText(text)}>
              {t("onlyText")}
            </Button>
          ) : null}
          <Button
            look={plan?.reply?.mode === "public" && says ? "public" : "accent"}
            disabled={isBlocked}
            onClick={() => void run()}
          >
            {t("run")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {failure || error ? (
          <p role="alert" className="rounded-row bg-now-soft px-3 py-2">
            {failure ?? wordsOf(error)}
          </p>
        ) : null}
        {plan?.reply ? (
          <Said
            view={view}
            reply={plan.reply}
            text={text}
            gaps={gaps.map((gap) => gap.name)}
            cannotSay={cannotSay ? obstacle : null}
            onText={setWritten}
          />
        ) : null}
        {plan && plan.steps.length > 0 ? (
          <ol className="flex flex-col">
            {plan.steps.map((step, index) => (
              <StepLine key={`${step.action.do}${index}`} step={step} />
            ))}
          </ol>
        ) : null}
      </div>
    </Dialog>
  );
}

function Said({
  view,
  reply,
  text,
  gaps,
  cannotSay,
  onText,
}: {
  view: ConversationView;
  reply: NonNullable<MacroPlan["reply"]>;
  text: string;
  gaps: readonly string[];
  cannotSay: Obstacle | null;
  onText(text: string): void;
}) {
  const t = useTranslations("composer.macro");
  const variable = useVariableName();
  const iconOf = useChannelIcon();
  const field = useRef<HTMLTextAreaElement>(null);
  const way = view.ways.find((one) => one.channelId === reply.channelId);
  const isPublic = reply.mode === "public";

  // What has to be filled in is where the keys should be.
  useEffect(() => {
    const gap = gapsIn(reply.text)[0];
    field.current?.focus();
    if (gap) field.current?.setSelectionRange(gap.from, gap.to);
  }, [reply.text]);

  return (
    <div
      className={`rounded-card border-[1.5px] ${cannotSay ? "border-line-strong opacity-70" : isPublic ? "border-public" : "border-accent"}`}
    >
      <p
        className={`flex items-center gap-2 rounded-t-card px-3 py-2 ${isPublic ? "bg-public-soft" : "bg-accent-soft"}`}
      >
        <BrandSquare view={view} />
        <span className="font-semibold">{view.brand.name}</span>
        <span className="min-w-0 flex-1 truncate" dir="auto">
          {t(isPublic ? "toAll" : "to", { people: [view.row.customerName, ...reply.to].join(", ") })}
        </span>
        <ChannelIcon name={iconOf(way?.channelKind ?? null)} size={15} />
      </p>
      <textarea
        ref={field}
        value={text}
        rows={Math.min(8, Math.max(3, text.split("\n").length + 1))}
        disabled={cannotSay !== null}
        onChange={(event) => onText(event.target.value)}
        aria-label={t("words")}
        dir="auto"
        className="block w-full resize-none rounded-b-card bg-surface px-3 py-2 type-message"
      />
      {cannotSay || gaps.length > 0 ? (
        <p className="flex items-center gap-2 border-line border-t px-3 py-2 text-now">
          <Icon of={TriangleAlert} size={15} />
          {cannotSay
            ? t(`obstacle.${cannotSay}`)
            : t("fill", { gaps: [...new Set(gaps)].map(variable).join(", ") })}
        </p>
      ) : null}
    </div>
  );
}

function StepLine({ step }: { step: Step }) {
  const t = useTranslations("composer.macro");
  const say = useStepSentence();
  const { obstacle } = step;
  return (
    <li className="flex min-h-9 items-center gap-3 border-line border-b py-1.5 last:border-b-0">
      <Icon of={icons[step.action.do]} className={obstacle ? "text-ink-3" : "text-accent"} />
      <span className={`min-w-0 flex-1 break-words ${obstacle ? "text-ink-3 line-through" : ""}`} dir="auto">
        {say(step)}
      </span>
      {obstacle ? (
        <span className={`shrink-0 ${obstacle === "already" ? "text-ink-3" : "text-today"}`}>
          {t(`obstacle.${obstacle}`)}
        </span>
      ) : null}
    </li>
  );
}

/** One act of a macro as it would be done now: "Assign to Tom", "Snooze until Tuesday 09:00". */
function useStepSentence(): (step: Step) => string {
  const t = useTranslations("composer.macro.step");
  const moment = useMoment();
  return ({ action, agent, team, until, text }) => {
    switch (action.do) {
      case "assign":
        return action.agentId === null ? t("nobody") : t("assign", { agent: agent?.name ?? "?" });
      case "team":
        return action.teamId === null ? t("noTeam") : t("team", { team: team?.name ?? "?" });
      case "tag":
      case "untag":
        return t(action.do, { tag: action.name });
      case "pin":
        return t(`pin.${action.pin === -1 ? "first" : action.pin === 1 ? "later" : "none"}`);
      case "note":
        return t("note", { text: text ?? action.text });
      case "snooze":
        return t("snooze", { until: until === null ? action.until : moment(until) });
      case "wait":
      case "resolve":
        return t(action.do);
    }
  };
}

const icons: Record<Step["action"]["do"], LucideIcon> = {
  assign: UserCheck,
  team: Users,
  tag: Tag,
  untag: Tag,
  note: StickyNote,
  pin: Pin,
  wait: Hourglass,
  snooze: AlarmClock,
  resolve: CheckCheck,
};
