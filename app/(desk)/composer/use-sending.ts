"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type RefObject, useState } from "react";
import { held } from "@/app/_live/keys";
import { tellStopped } from "@/app/_live/presence";
import { toast } from "@/app/_ui/toast";
import { useTriage } from "@/app/(desk)/triage/actions";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { NewerThings } from "@/lib/conversations/types";
import { type BeforeSend, firstStop, type Leaving, type Stopped } from "./before-send";
import { confirmedFor } from "./check-public";
import { newerThings, type ReplyMore, sendNote, sendReply } from "./send";
import type { Underway } from "./sending";
import { useSentOff } from "./sent-off";
import type { Draft } from "./use-draft";
import type { Files } from "./use-files";
import { useInView } from "./use-in-view";

export type Order = {
  after: "stay" | "resolve";
  /** What the author has been shown to be newer: with it the reply leaves all the same. */
  known: string | null;
  /** What the server is told beside the words, such as a later time. */
  more: Partial<ReplyMore>;
};

export type Sending = {
  isBusy: boolean;
  newer: NewerThings | null;
  stopped: (Stopped & { order: Order | null }) | null;
  underway: Underway | null;
  send(order: Partial<Order>): void;
  /** Looks at the words without sending them, e.g. when they are about to become public. */
  look(checks: readonly BeforeSend[], leaving: Leaving): void;
  passOn(): void;
  forgetStop(): void;
  forgetNewer(): void;
  forgetUnderway(): void;
  sayFailed(error: unknown): void;
};

/** From the button to the server: the checks in their order, the guard, and the seconds to take it back. */
export function useSending({
  leaving,
  draft,
  files,
  seen,
  isBlocked,
  checks,
  more,
  onSent,
}: {
  leaving: Leaving;
  draft: Draft;
  files: Files;
  /** What the author had seen when they began to write. */
  seen: RefObject<string | null>;
  isBlocked: boolean;
  checks: readonly BeforeSend[];
  more: ReplyMore;
  onSent(): void;
}): Sending {
  const client = useQueryClient();
  const triage = useTriage();
  const [isBusy, setBusy] = useState(false);
  const [newer, setNewer] = useState<NewerThings | null>(null);
  const [stopped, setStopped] = useState<Sending["stopped"]>(null);
  const [underway, setUnderway] = useState<Underway | null>(null);
  const { view, mode, way, text } = leaving;
  const { row } = view;
  const sentOff = useSentOff(view);
  const inView = useInView();

  async function send(order: Order, from: number) {
    if (isBlocked || isBusy) return;
    setBusy(true);
    setStopped(null);
    try {
      const stop = await firstStop(checks, leaving, from);
      if (stop) return setStopped({ ...stop, order });
      if (mode === "note") {
        await sendNote(view, text);
      } else if (way) {
        const by = order.known ?? seen.current ?? view.seen;
        const sent = await sendReply(view, way, draft, files.list, by, {
          ...more,
          ...order.more,
          afterwards: order.after,
          handledSeconds: inView.seconds(),
          confirmed: mode === "public" ? confirmedFor(row.id) : [],
        });
        sentOff.tell(sent, {
          mode,
          text,
          after: order.after,
          later: order.more.later ?? null,
          onUnderway: setUnderway,
        });
      }
      if (mode !== "note") inView.reset();
      draft.clear();
      files.clear();
      seen.current = null;
      setNewer(null);
      tellStopped();
      onSent();
      void client.invalidateQueries({ queryKey: held.conversation(row.id) });
      if (order.after === "resolve" && mode === "note") triage.resolve(row);
    } catch (error) {
      const things = newerThings(error);
      if (things) setNewer(things);
      else sayFailed(error);
    } finally {
      setBusy(false);
    }
  }

  return {
    isBusy,
    newer,
    stopped,
    underway,
    send: (order) => void send({ after: "stay", known: null, more: {}, ...order }, 0),
    look(looks, what) {
      firstStop(looks, what, 0).then(
        (stop) => setStopped(stop && { ...stop, order: null }),
        () => {},
      );
    },
    passOn() {
      if (stopped?.order) void send(stopped.order, stopped.at + 1);
      else setStopped(null);
    },
    forgetStop: () => setStopped(null),
    forgetNewer: () => setNewer(null),
    forgetUnderway: () => setUnderway(null),
    sayFailed,
  };
}

function sayFailed(error: unknown): void {
  toast({ tone: "failed", text: wordsOf(error) });
}
