import { tellOverdueAsks } from "@/lib/asks/tell";
import { keepAbsences } from "@/lib/assignment/away";
import { tellOnCall } from "@/lib/assignment/on-call";
import { tellChannelTrouble } from "@/lib/channels/tell-trouble";
import { tendCommitments } from "@/lib/commitments/tend";
import { endOverPauses } from "@/lib/pauses/end-over";
import { tellPrivacyDue } from "@/lib/privacy/tell-due";
import { tendSurveys } from "@/lib/satisfaction/ask";
import { evaluateSignals } from "@/lib/signals/evaluate";
import { wakeSnoozed } from "@/lib/triage/wake-snoozed";

/** Everything that happens because a moment has come. Each does what is due and says when it has more to do. */
const timers = [
  wakeSnoozed,
  keepAbsences,
  tendCommitments,
  tendSurveys,
  tellOverdueAsks,
  tellOnCall,
  tellChannelTrouble,
  endOverPauses,
  evaluateSignals,
  tellPrivacyDue,
];

/** Runs them all, also where one fails, and resolves with the next moment. */
export async function runTimers(): Promise<Date | null> {
  const told = await Promise.allSettled(timers.map((timer) => timer()));
  const failed = told.find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
  const next = told.flatMap((one) => (one.status === "fulfilled" && one.value ? [one.value.getTime()] : []));
  return next.length === 0 ? null : new Date(Math.min(...next));
}
